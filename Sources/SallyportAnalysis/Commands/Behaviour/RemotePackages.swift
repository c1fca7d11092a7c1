import SallyportModel

/// Commands that fetch a package and run it at once: from an address, from an index of their own, or without a question.
enum RemotePackages {
    static func look(
        at words: [String],
        program: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        if let at = words.prefix(16).firstIndex(where: { ["npx", "bunx", "npx.cmd"].contains(PathText.name(of: $0)) }) {
            return runner(Array(words[(at + 1)...]), at: offset, &collector)
        }
        switch program {
        case "npm", "pnpm", "yarn":
            guard words.count > 2, ["exec", "x", "dlx"].contains(words[1]) else { return }
            runner(Array(words.dropFirst(2)), at: offset, &collector)
        case "pip", "pip3", "uv", "easy_install": index(words, at: offset, &collector)
        default:
            guard program.hasPrefix("python"), let module = words.firstIndex(of: "-m"), module + 1 < words.count,
                words[module + 1] == "pip"
            else { return }
            index(Array(words[(module + 1)...]), at: offset, &collector)
        }
    }

    /// `npx --yes name@latest`, `npx https://…`: what is fetched was never installed.
    private static func runner(_ arguments: [String], at offset: Int, _ collector: inout FindingsCollector) {
        guard let name = arguments.first(where: { !$0.hasPrefix("-") }) else { return }
        let isAddress = name.contains("://") || name.hasPrefix("git+") || name.hasPrefix("github:")
        let isUnasked = arguments.contains("-y") || arguments.contains("--yes")
        let isNewest = name.dropFirst().contains("@") && !name.hasSuffix("@")
        let isElsewhere = arguments.contains { $0.hasPrefix("--registry") }
        guard isAddress || isElsewhere || (isUnasked && isNewest) else { return }
        let detail = Excerpt.detail("fetches and runs \(name)")
        collector.add(.chainDownloadExecute, detail, at: offset, .flow)
    }

    /// `pip install --index-url https://… name`, `pip install git+https://…`: what a build installs runs.
    private static func index(_ words: [String], at offset: Int, _ collector: inout FindingsCollector) {
        guard words.contains("install") || words.first == "easy_install" else { return }
        let asked = ["-i", "--index-url", "--extra-index-url", "-f", "--find-links"]
        let isElsewhere = words.contains { word in
            asked.contains(word) || asked.contains { word.hasPrefix($0 + "=") }
        }
        let address = words.first { $0.hasPrefix("git+") || $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        guard isElsewhere || address != nil else { return }
        let detail = Excerpt.detail("installs from \(address ?? "an index of its own")")
        collector.add(.chainDownloadExecute, detail, at: offset, .flow)
    }
}
