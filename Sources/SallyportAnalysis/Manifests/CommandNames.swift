import SallyportModel

/// Commands of a package that stand in for well-known ones: whoever calls those gets these.
enum CommandNames {
    private static let wellKnown: Set<String> = [
        "node", "npm", "npx", "git", "python", "python3", "pip", "pip3", "ruby", "gem", "bash", "sh", "zsh", "sudo",
        "su", "ssh", "scp", "curl", "wget", "make", "cmake", "gcc", "g++", "cc", "clang", "docker", "kubectl", "ls",
        "cat", "cp", "mv", "rm", "cd", "ps", "env", "which", "grep", "sed", "find", "tar", "kill", "code", "claude",
    ]

    /// `pip3` belongs to `pip`.
    private static func withoutNumber(_ word: Substring) -> Substring {
        let letters = word.prefix { !$0.isNumber }
        return letters.isEmpty ? word : letters
    }

    /// States the commands that stand in for others; not those that the package is named for.
    static func facts(_ names: some Sequence<String>, of package: String, at place: Place) -> [Fact] {
        let own = Set(package.lowercased().split { "@/-_.".contains($0) }.map { withoutNumber($0) })
        return names.filter { name in
            let plain = name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
            return wellKnown.contains(plain) && !own.contains(withoutNumber(plain[...]))
        }.sorted().prefix(16).map { name in
            let detail = Excerpt.detail("a command that stands in for \(name)")
            return Fact(code: .filePlanted, reach: .load, detail: detail, place: place)
        }
    }
}
