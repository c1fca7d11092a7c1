import SallyportLexing

/// Rust: `Command::new("a").arg("b").args(["c", "d"])`
extension BuildDefinition {
    private static let starts: Set<String> = ["spawn", "output", "status", "exec"]

    mutating func readRust(_ tokens: [BuildTokens.Token]) {
        var expression = BuildExpression(tokens, .rust)
        // What is made by `new` is a command when arguments are put to it or it is started, whatever its type is called.
        var current: (words: [String], offset: Int, isCommand: Bool)?
        for (index, token) in tokens.enumerated() where !isCut {
            guard case .word(let word) = token.kind else { continue }
            let open = tokens[at: index + 1]?.kind == .sign(UInt8(ascii: "!")) ? index + 2 : index + 1
            guard tokens[at: open]?.kind == .open else { continue }
            switch word {
            case "new" where index > 2 && tokens[index - 1].kind == .colon:
                let words = expression.arguments(from: open + 1)
                guard !words.isEmpty else { continue }
                if let current, current.isCommand { add(current.words, at: current.offset) }
                current = (words, token.offset, tokens[index - 3].kind == .word("Command"))
            case "arg", "args":
                if let count = current?.words.count, count < Self.wordsMax {
                    current?.words += expression.arguments(from: open + 1)
                }
                current?.isCommand = true
            case _ where Self.starts.contains(word): current?.isCommand = true
            case "cmd": add(expression.arguments(from: open + 1), at: token.offset)
            case "shell", "system":
                add(["sh", "-c"] + expression.arguments(from: open + 1).prefix(1), at: token.offset)
            case "include":
                if let path = expression.arguments(from: open + 1).first { bringIn(path) }
            default: continue
            }
        }
        if let current, current.isCommand { add(current.words, at: current.offset) }
        note(expression)
        readModules(tokens)
    }

    /// `mod name;`, `#[path = "x.rs"] mod name;`
    private mutating func readModules(_ tokens: [BuildTokens.Token]) {
        for (index, token) in tokens.enumerated() {
            switch (token.kind, tokens[at: index + 1]?.kind, tokens[at: index + 2]?.kind) {
            case (.word("mod"), .word(let name), .end):
                bringIn(name + ".rs")
                bringIn(name + "/mod.rs")
            case (.word("path"), .sign(UInt8(ascii: "=")), .text(let path)) where path.hasSuffix(".rs"): bringIn(path)
            default: continue
            }
        }
    }
}
