import SallyportLexing

/// Meson: `run_command('a', 'b')`, `custom_target(command: ['a', 'b'])`
extension BuildDefinition {
    private static let mesonCalls: Set<String> = [
        "run_command", "add_postconf_script", "add_install_script", "add_dist_script", "generator",
    ]

    mutating func readMeson(_ tokens: [BuildTokens.Token]) {
        var expression = Self.mesonValues(tokens)
        for (index, token) in tokens.enumerated() where !isCut {
            guard case .word(let word) = token.kind else { continue }
            if Self.mesonCalls.contains(word), tokens[at: index + 1]?.kind == .open {
                let words = expression.arguments(from: index + 2)
                add((word == "generator" ? Array(words.prefix(1)) : words).map { Self.plain($0) }, at: token.offset)
            } else if word == "command", tokens[at: index + 1]?.kind == .colon {
                add(expression.value(from: index + 2).map { Self.plain($0) }, at: token.offset)
            }
        }
        note(expression)
    }

    /// `@INPUT@` is put in by meson.
    private static func plain(_ word: String) -> String {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return word }
        return parts.enumerated().filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: "\u{1}")
    }

    /// Names that are given one constant; those that are given others as well are not known.
    private static func mesonValues(_ tokens: [BuildTokens.Token]) -> BuildExpression {
        var expression = BuildExpression(tokens, .meson)
        var unknown: Set<String> = []
        for (index, token) in tokens.enumerated() {
            guard case .word(let name) = token.kind, expression.heldCount < commandsMax else { continue }
            let next = tokens[at: index + 1]?.kind
            let isAdded = next == .sign(UInt8(ascii: "+")) && tokens[at: index + 2]?.kind == .sign(UInt8(ascii: "="))
            let isLoop = index > 0 && tokens[index - 1].kind == .word("foreach")
            if isAdded || isLoop { unknown.insert(name) }
            guard next == .sign(UInt8(ascii: "=")), tokens[at: index + 2]?.kind != next else { continue }
            if !expression.hold(name, from: index + 2) { unknown.insert(name) }
        }
        expression.forget(unknown)
        return expression
    }
}
