import SallyportModel

/// What a command starts: files of the package, code in its arguments, other scripts.
enum CommandTargets {
    /// States the targets of one command; gives texts that are shell commands themselves.
    static func read(
        _ words: [String],
        program: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> [String] {
        let arguments = Array(words.dropFirst())
        switch program {
        case "npm", "yarn", "pnpm", "npm.cmd":
            packageManager(arguments, &collector)
            return []
        case "npm-run-all", "run-s", "run-p", "wsrun":
            for argument in arguments where !argument.hasPrefix("-") { collector.add(Reference(.script, argument)) }
            return []
        case "cmd", "cmd.exe":
            return [arguments.filter { !$0.hasPrefix("/") }.joined(separator: " ")]
        case "xargs", "find":
            return []
        case "eval":
            return [arguments.joined(separator: " ")]
        default: break
        }
        if BuildTools.isInterpreter(program) {
            return interpreter(program, BuildTools.language(of: program), arguments, at: offset, &collector)
        }
        // A program with a slash in its name, or on Windows with an extension, is a file.
        if let word = words.first, word.contains("/") || word.contains(".") { addPath(word, nil, &collector) }
        return []
    }

    private static func packageManager(_ arguments: [String], _ collector: inout FindingsCollector) {
        let words = arguments.filter { !$0.hasPrefix("-") }
        guard let first = words.first else { return }
        switch first {
        case "run", "run-script", "rum", "urn": if words.count > 1 { collector.add(Reference(.script, words[1])) }
        case "test", "start", "stop", "restart": collector.add(Reference(.script, first))
        case "install", "i", "ci", "add", "exec", "x", "publish", "config", "pack": break
        default: collector.add(Reference(.script, first))
        }
    }

    private static func interpreter(
        _ program: String,
        _ language: Language?,
        _ arguments: [String],
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> [String] {
        var nested: [String] = []
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            let next = index + 1 < arguments.count ? arguments[index + 1] : nil
            index += 1
            guard argument.hasPrefix("-"), argument.count > 1 else {
                if program == "bun" || program == "deno", argument == "run" || argument == "x" { continue }
                addPath(argument, language, &collector)
                return nested
            }
            guard let language, let next else { continue }
            if isInline(argument, language) {
                if language == .shell {
                    nested.append(next)
                } else {
                    collector.addInline(Array(next.utf8), as: language, at: offset)
                }
                return nested
            }
            if language == .javaScript, ["-r", "--require", "--import", "--loader"].contains(argument) {
                addPath(next, language, &collector)
                index += 1
            }
            if language == .python, argument == "-m" {
                collector.add(Reference(.module, next, as: .python))
                return nested
            }
        }
        return nested
    }

    /// Options behind which code stands. A shell's may be joined with others: `-lc`.
    private static func isInline(_ option: String, _ language: Language) -> Bool {
        switch language {
        case .javaScript: ["-e", "--eval", "-p", "--print", "-pe"].contains(option)
        case .python: option == "-c" || (option.hasPrefix("-") && !option.hasPrefix("--") && option.hasSuffix("c"))
        case .shell: !option.hasPrefix("--") && option.hasSuffix("c")
        }
    }

    /// A path into the package: relative, or behind a folder that is not known.
    private static func addPath(_ word: String, _ language: Language?, _ collector: inout FindingsCollector) {
        var path = word
        if let hole = path.unicodeScalars.lastIndex(of: "\u{1}") {
            let rest = path[path.unicodeScalars.index(after: hole)...]
            guard rest.hasPrefix("/") else { return }
            path = "." + rest
        }
        guard !path.isEmpty, !path.contains("://"), !path.hasPrefix("-"), path.utf8.count <= 512 else { return }
        collector.add(Reference(.path, path, as: language))
    }
}
