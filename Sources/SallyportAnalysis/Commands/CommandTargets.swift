import SallyportModel

/// What a command starts: files of the package, code in its arguments, other scripts.
///
/// What is not known is tried rather than left out: a path that names no file of the package leads nowhere.
enum CommandTargets {
    /// States the targets of one command; gives texts that are shell commands themselves.
    ///
    /// - Parameters:
    ///   - words: the program and its arguments.
    ///   - program: its name without folder.
    ///   - folder: where it runs, below the package's root, with its slash.
    ///   - offset: the place that findings name.
    ///   - collector: where they go.
    static func read(
        _ words: [String],
        program: String,
        in folder: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) -> [String] {
        let arguments = Array(words.dropFirst())
        switch program {
        case "npm", "yarn", "pnpm", "npm.cmd":
            PackageManagers.read(arguments, program: program, in: folder, at: offset, &collector)
            return []
        case "npm-run-all", "run-s", "run-p", "wsrun":
            for argument in arguments where !argument.hasPrefix("-") { collector.add(Reference(.script, argument)) }
            return []
        case "cmd", "cmd.exe":
            return [arguments.filter { !$0.hasPrefix("/") }.joined(separator: " ")]
        case "xargs" where words.contains("\u{1}") == false && arguments.contains { BuildTools.isInterpreter($0) }:
            collector.add(.hookUnreadable, "xargs runs what is not known", at: offset, .sensitive)
            return []
        case "find", "fd":
            let runsFound = zip(arguments, arguments.dropFirst()).contains {
                Starters.isExecution($0) && BuildTools.isInterpreter(PathText.name(of: $1))
            }
            if runsFound, arguments.contains("{}") {
                collector.add(.hookUnreadable, "\(program) runs the files that it finds", at: offset, .sensitive)
            }
            return []
        case "xargs": return []
        case "eval": return [arguments.joined(separator: " ")]
        case "make", "gmake": return MakeArguments.read(arguments, in: folder, &collector)
        case "awk", "gawk", "mawk", "nawk":
            if arguments.contains(where: { $0.contains("system(") || $0.contains("|") || $0 == "-f" }) {
                collector.add(.hookUnreadable, "\(program) starts what is not read", at: offset, .sensitive)
            }
        default: break
        }
        if BuildTools.isInterpreter(program) {
            var reader = InterpreterArguments(program: program, folder: folder, offset: offset)
            return reader.read(arguments, &collector)
        }
        guard let word = words.first else { return [] }
        // Quotes round a whole command: what stands in them is one.
        if word.contains(" ") { return [word] }
        // A program with a slash in its name, or on Windows with an extension, is a file.
        if word.contains("/") || word.contains(".") {
            addPath(word, nil, in: folder, &collector)
        } else if !BuildTools.isUnpackerOrBuilder(program), !BuildTools.isQuiet(program), !word.contains("\u{1}") {
            collector.add(Reference(.program, program))
        }
        return commandTexts(arguments, of: program)
    }

    /// Arguments that are commands, as `concurrently "node a" "node b"` has them.
    private static func commandTexts(_ arguments: [String], of program: String) -> [String] {
        guard !BuildTools.isUnpackerOrBuilder(program), !BuildTools.isQuiet(program), !BuildTools.isTalker(program)
        else {
            return []
        }
        return arguments.filter { $0.contains(" ") && ShellText.commands($0).contains { startsCode($0) } }
    }

    private static func startsCode(_ command: ShellCommand) -> Bool {
        guard let program = command.program else { return false }
        return BuildTools.isInterpreter(program) || BuildTools.isTalker(program)
            || ["npm", "yarn", "pnpm"].contains(program) || command.words.first?.hasPrefix("./") == true
    }

    /// A path into the package: relative, or behind a folder that is not known.
    static func addPath(
        _ word: String,
        _ language: Language?,
        in folder: String,
        _ collector: inout FindingsCollector
    ) {
        var path = word
        if let hole = path.unicodeScalars.lastIndex(of: "\u{1}") {
            let rest = path[path.unicodeScalars.index(after: hole)...]
            guard rest.hasPrefix("/") else { return }
            path = "." + rest
        }
        guard !path.isEmpty, !path.contains("://"), !path.hasPrefix("-"), path.utf8.count <= 512 else { return }
        let rest = withoutPlaceholders(path)
        guard !rest.isEmpty else { return }
        if rest.utf8.count < path.utf8.count, rest.hasPrefix("/") { path = "." + rest }
        path = starred(path)
        collector.add(Reference(.path, path, as: language))
        guard !folder.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~") else { return }
        collector.add(Reference(.path, folder + path, as: language))
    }

    /// A path without the `{0}` and `${name}` that it begins with: a shell leaves braces without a comma as they are, and
    /// what a program puts there is not known. As a pattern they would stand for every file.
    private static func withoutPlaceholders(_ path: String) -> Substring {
        var rest = path[...]
        while rest.hasPrefix("{") || rest.hasPrefix("${") {
            guard let close = rest.firstIndex(of: "}") else { break }
            let inside = rest[..<close].drop { $0 == "$" || $0 == "{" }
            guard !inside.utf8.contains(UInt8(ascii: ",")), !inside.contains("..") else { break }
            rest = rest[rest.index(after: close)...]
        }
        return rest
    }

    /// What a shell would expand, as a pattern with stars only.
    private static func starred(_ path: String) -> String {
        guard
            path.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") })
        else { return path }
        var output = ""
        var closing: Character?
        for character in path {
            if let open = closing {
                if character == open { closing = nil }
                continue
            }
            switch character {
            case "?": output.append("*")
            case "[", "{":
                closing = character == "[" ? "]" : "}"
                output.append("*")
            default: output.append(character)
            }
        }
        return output
    }
}
