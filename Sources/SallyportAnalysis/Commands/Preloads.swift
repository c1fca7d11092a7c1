import SallyportModel

/// Variables that make another program run code: `NODE_OPTIONS=--require=./x`, `LD_PRELOAD=./x.so`, `PATH=.:$PATH`.
enum Preloads {
    private static let languages: [String: Language?] = [
        "LD_PRELOAD": nil, "LD_AUDIT": nil, "DYLD_INSERT_LIBRARIES": nil, "BASH_ENV": .shell,
        "PYTHONSTARTUP": .python, "GIT_SSH_COMMAND": .shell, "PYTHONPATH": nil, "NODE_PATH": nil,
        "LD_LIBRARY_PATH": nil,
    ]
    private static let unread: Set<String> = [
        "PERL5OPT", "PERL5DB", "RUBYOPT", "JAVA_TOOL_OPTIONS", "PERL5LIB", "RUBYLIB",
    ]

    static func read(
        _ assignments: [(name: Substring, value: Substring)],
        in folder: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        for (name, value) in assignments {
            let name = String(name)
            if name == "NODE_OPTIONS" {
                let words = value.split(separator: " ").map { String($0) }
                _ = CommandTargets.read(["node"] + words, program: "node", in: folder, at: offset, &collector)
            } else if let language = languages[name] {
                for part in value.split(whereSeparator: { $0 == ":" || $0 == " " || $0 == ";" }) {
                    if name.hasSuffix("PATH") {
                        // Modules and libraries of this folder stand in for others.
                        CommandTargets.addPath("\(part)/*", nil, in: folder, &collector)
                    } else {
                        CommandTargets.addPath(String(part), language, in: folder, &collector)
                    }
                }
            } else if name == "PATH", value.split(separator: ":").contains(where: { isOwnFolder($0) }) {
                collector.add(.hookUnreadable, "programs of its own stand in for others", at: offset, .sensitive)
            } else if unread.contains(name) {
                collector.add(.hookUnreadable, "\(name) runs code that is not read", at: offset, .sensitive)
            }
        }
    }

    /// A folder of the package that is no folder of installed commands.
    private static func isOwnFolder(_ part: Substring) -> Bool {
        !part.hasPrefix("/") && !part.hasPrefix("~") && !part.contains("\u{1}") && !part.hasPrefix("%")
            && !part.contains("node_modules/.bin")
    }
}
