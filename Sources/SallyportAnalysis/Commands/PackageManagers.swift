import SallyportModel

/// What npm, yarn and pnpm run when a command calls them.
enum PackageManagers {
    /// Scripts that an installation in the package's own folder runs, in their order.
    private static let ownInstall = ["preinstall", "install", "postinstall", "prepublish", "prepare"]
    /// Options after which scripts are another package's, or run by something else than the shell.
    private static let displacing = [
        "--prefix", "-C", "--cwd", "--dir", "--workspace", "-w", "--workspaces", "--filter", "--script-shell",
        "--node-options", "-F",
    ]

    static func read(
        _ arguments: [String],
        program: String,
        in folder: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        let words = arguments.filter { !$0.hasPrefix("-") }
        let isElsewhere =
            !folder.isEmpty
            || arguments.contains { option in displacing.contains { option == $0 || option.hasPrefix($0 + "=") } }
        guard let first = words.first else {
            // `yarn` alone installs.
            if program != "npm", program != "npm.cmd", !arguments.contains("--version"), !arguments.contains("-v") {
                install([], isElsewhere: isElsewhere, program, at: offset, &collector)
            }
            return
        }
        switch first {
        case "install", "i", "ci", "add", "rebuild", "link", "install-test", "it", "isntall", "update", "up":
            return install(Array(words.dropFirst()), isElsewhere: isElsewhere, program, at: offset, &collector)
        case "exec", "x", "dlx", "node", "explore", "publish", "config", "pack", "view", "prefix", "root", "bin",
            "version",
            "set", "get", "ls", "list", "cache", "audit", "fund", "outdated", "dedupe", "prune", "ping", "whoami",
            "help",
            "uninstall", "remove", "rm", "why", "info", "docs":
            return
        default: break
        }
        if isElsewhere {
            collector.add(.hookUnreadable, "\(program) runs scripts of another folder", at: offset, .sensitive)
        }
        switch first {
        case "run", "run-script", "rum", "urn": if words.count > 1 { collector.add(Reference(.script, words[1])) }
        case "t", "tst": collector.add(Reference(.script, "test"))
        default:
            collector.add(Reference(.script, first))
            if program != "npm" { collector.add(Reference(.program, first)) }
        }
    }

    private static func install(
        _ names: [String],
        isElsewhere: Bool,
        _ program: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        for name in names where isOutside(name) {
            collector.add(.hookUnreadable, Excerpt.detail("\(program) installs \(name)"), at: offset, .sensitive)
        }
        guard names.isEmpty else { return }
        guard !isElsewhere else {
            collector.add(.hookUnreadable, "\(program) installs in another folder", at: offset, .sensitive)
            return
        }
        for script in ownInstall { collector.add(Reference(.script, script)) }
    }

    /// Whether an argument is a path, an address or a repository rather than a package of the registry.
    private static func isOutside(_ name: String) -> Bool {
        if name.contains("://") || name.hasPrefix(".") || name.hasPrefix("/") || name.hasPrefix("~") { return true }
        if name.hasSuffix(".tgz") || name.hasSuffix(".tar.gz") { return true }
        let source = NPMRequirement.source(of: name)
        return source != .registry
    }
}
