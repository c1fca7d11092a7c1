import SallyportModel

/// The arguments of a program that runs code: the file, the module or the text that is its program.
struct InterpreterArguments {
    let program: String
    let folder: String
    let offset: Int
    private var nested: [String] = []

    init(program: String, folder: String, offset: Int) {
        self.program = program
        self.folder = folder
        self.offset = offset
    }

    /// Options behind which one more file is loaded first.
    private static let loading = [
        "-r", "--require", "--import", "--loader", "--experimental-loader", "--preload", "--init-file", "--rcfile",
    ]
    /// Options that only ask the interpreter about itself.
    private static let asking: Set<String> = ["--version", "-v", "-V", "--help", "-h", "-version", "--versions"]

    /// States what is run; gives texts that are shell commands.
    mutating func read(_ arguments: [String], _ collector: inout FindingsCollector) -> [String] {
        guard let language = BuildTools.language(of: program) else {
            if !arguments.allSatisfy({ Self.asking.contains($0) }) {
                collector.add(.hookUnreadable, "code for \(program), which is not read", at: offset, .sensitive)
            }
            for argument in arguments { CommandTargets.addPath(argument, nil, in: folder, &collector) }
            return []
        }
        var index = 0
        var isBehindOption = false
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            guard isOption(argument, language) else {
                if index == 1 || !isBehindOption, subcommand(argument, arguments[index...], &collector) {
                    return nested
                }
                if isSubcommand(argument) { continue }
                CommandTargets.addPath(argument, language, in: folder, &collector)
                // Behind an option that is not known this may be its value, and the file comes next.
                if isBehindOption {
                    isBehindOption = false
                    continue
                }
                return nested
            }
            if argument == "--" {
                isBehindOption = false
                continue
            }
            if inline(argument, arguments[index...], language, &collector) { return nested }
            isBehindOption = !argument.contains("=")
            if load(argument, index < arguments.count ? arguments[index] : nil, language, &collector) { index += 1 }
        }
        return nested
    }

    private func isOption(_ argument: String, _ language: Language) -> Bool {
        argument.count > 1 && (argument.hasPrefix("-") || (language == .shell && argument.hasPrefix("+")))
    }

    private func isSubcommand(_ argument: String) -> Bool {
        (program == "bun" || program == "deno") && ["run", "x", "test", "task", "exec", "serve"].contains(argument)
    }

    /// `deno eval code`, `bun run script`
    private func subcommand(
        _ argument: String,
        _ rest: ArraySlice<String>,
        _ collector: inout FindingsCollector
    ) -> Bool {
        guard program == "bun" || program == "deno" else { return false }
        let next = rest.first { !$0.hasPrefix("-") }
        switch argument {
        case "eval":
            if let next { collector.addInline(Array(next.utf8), as: .javaScript, at: offset) }
            return true
        case "run", "task":
            if let next { collector.add(Reference(.script, next)) }
            return false
        case "install", "i", "add":
            PackageManagers.read([argument] + rest, program: program, in: folder, at: offset, &collector)
            return true
        default: return false
        }
    }

    /// Code in an argument, behind its option or in the same word.
    private mutating func inline(
        _ option: String,
        _ rest: ArraySlice<String>,
        _ language: Language,
        _ collector: inout FindingsCollector
    ) -> Bool {
        switch language {
        case .javaScript:
            guard let code = scriptCode(option, rest) else { return false }
            collector.addInline(Array(code.utf8), as: language, at: offset)
            // `-p` alone says to print; the code may stand behind another `-e`.
            return option != "-p" && option != "--print" || rest.first?.hasPrefix("-") != true
        case .python: return python(option, rest, &collector)
        case .shell:
            guard !option.hasPrefix("--"), option.dropFirst().contains("c") else { return false }
            guard let code = rest.first(where: { !isOption($0, .shell) }) else { return true }
            nested.append(code)
            return true
        case .ruby:
            guard option.hasPrefix("-e") || option.hasPrefix("-ne") || option.hasPrefix("-pe") else { return false }
            let code =
                option == "-e" || option == "-ne" || option == "-pe" ? rest.first ?? "" : String(option.dropFirst(2))
            collector.addInline(Array(code.utf8), as: .ruby, at: offset)
            return true
        case .gyp, .manifest, .make, .cmake, .rust: return false
        }
    }

    private func scriptCode(_ option: String, _ rest: ArraySlice<String>) -> String? {
        for name in ["--eval=", "--print="] where option.hasPrefix(name) { return String(option.dropFirst(name.count)) }
        if ["-e", "--eval", "-p", "--print", "-pe"].contains(option) { return rest.first }
        // Some runners take the code in the same word.
        guard option.hasPrefix("-e") || option.hasPrefix("-p"), !option.hasPrefix("--"), option.utf8.count > 8 else {
            return nil
        }
        return String(option.dropFirst(2))
    }

    /// `-c code`, `-ccode`, `-Bc code`, `-m module`, `-mmodule`
    private func python(
        _ option: String,
        _ rest: ArraySlice<String>,
        _ collector: inout FindingsCollector
    ) -> Bool {
        guard !option.hasPrefix("--") else { return false }
        var flags = option.dropFirst()
        while let flag = flags.first {
            flags = flags.dropFirst()
            switch flag {
            case "c":
                let code = flags.isEmpty ? rest.first ?? "" : String(flags)
                collector.addInline(Array(code.utf8), as: .python, at: offset)
                return true
            case "m":
                let module = flags.isEmpty ? rest.first ?? "" : String(flags)
                collector.add(Reference(.module, module, as: .python))
                collector.add(Reference(.module, module + ".__main__", as: .python))
                return true
            case "W", "X": return false
            default: continue
            }
        }
        return false
    }

    /// `-r ./x`, `--import=./x`; says whether the next argument was its value.
    private func load(
        _ option: String,
        _ next: String?,
        _ language: Language,
        _ collector: inout FindingsCollector
    ) -> Bool {
        let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, Self.loading.contains(String(name)), language != .python,
            let value = parts.count > 1 ? String(parts[1]) : next
        else { return false }
        if value.hasPrefix("data:") {
            collector.add(.hookUnreadable, "\(program) loads code from an address", at: offset, .sensitive)
        } else if language == .javaScript, !value.hasPrefix("."), !value.hasPrefix("/"), !value.contains("\u{1}") {
            collector.add(Reference(.specifier, value, as: language))
            CommandTargets.addPath(value, language, in: folder, &collector)
        } else {
            CommandTargets.addPath(value, language, in: folder, &collector)
        }
        return parts.count == 1
    }
}
