/// Files that another tool runs by itself, by where they lie: that is how the tools find them.
enum PlantedKind: Hashable {
    /// Tasks of an editor: `.vscode/tasks.json`, and the same inside of a workspace file.
    case editorTasks
    /// Settings of an editor: `.vscode/settings.json`.
    case editorSettings
    /// Settings of a coding agent, with its hooks: the name is the agent's.
    case agent(String)
    /// Servers that a coding agent starts: `.mcp.json`.
    case agentServers(String)
    /// Instructions for a coding agent: text.
    case agentInstructions
    /// A program that a coding agent loads.
    case agentPlugin
    /// Settings in TOML of a coding agent.
    case agentSettings(String)
    /// A hook in a repository's own folder, which git runs.
    case gitHook
    /// The settings of a repository.
    case gitSettings
    /// A hook that git runs once the repository's settings say so: `.husky/`.
    case sharedHook
    /// A workflow that a code host runs.
    case workflow
    /// What an editor runs when it makes a container.
    case container
    /// Programs that an editor runs when a project opens or a file changes.
    case projectStart
    /// What a shell runs when it starts.
    case shellProfile
    /// Settings of a package manager.
    case managerSettings(String)

    /// The kind of a path; `nil` for all that no tool looks for.
    init?(_ path: String) {
        guard Self.mayBe(path) else { return nil }
        let parts = path.split(separator: "/")
        guard let name = parts.last else { return nil }
        let folder = parts.count > 1 ? parts[parts.count - 2] : ""
        let above = parts.count > 2 ? parts[parts.count - 3] : ""
        if let kind = Self.editor(folder, name) ?? Self.agents(parts, folder, name) ?? Self.byName(String(name)) {
            self = kind
        } else if above == ".git", folder == "hooks", !name.hasSuffix(".sample") {
            self = .gitHook
        } else if folder == ".git", name == "config" {
            self = .gitSettings
        } else if [".husky", ".githooks", ".hooks"].contains(folder), !name.hasPrefix("."), !name.contains(".md") {
            self = .sharedHook
        } else if above == ".github", folder == "workflows", name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
            self = .workflow
        } else {
            return nil
        }
    }

    /// Whether a tool runs what a file of this kind says, or the file itself, without being asked.
    var mayRunAlone: Bool {
        switch self {
        case .editorTasks, .agent, .agentPlugin, .agentSettings, .gitHook, .gitSettings, .container: true
        case .editorSettings, .agentServers, .agentInstructions, .sharedHook, .workflow, .projectStart, .shellProfile,
            .managerSettings:
            false
        }
    }

    /// Most paths have neither a name that begins with a dot nor one of the few plain names.
    private static func mayBe(_ path: String) -> Bool {
        var before = UInt8(ascii: "/")
        for byte in path.utf8 {
            if byte == UInt8(ascii: "."), before == UInt8(ascii: "/") { return true }
            before = byte
        }
        // The last letters of these.
        guard [UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "e"), UInt8(ascii: "d")].contains(before) else {
            return false
        }
        return ["pip.conf", "pip.ini", ".code-workspace", "AGENTS.md", "CLAUDE.md", "GEMINI.md"].contains {
            path.hasSuffix($0)
        }
    }

    private static func editor(_ folder: Substring, _ name: Substring) -> PlantedKind? {
        switch (folder, name) {
        case (".vscode", "tasks.json"), (".theia", "tasks.json"): .editorTasks
        case (".vscode", "settings.json"), (".theia", "settings.json"): .editorSettings
        case (".vscode", "mcp.json"): .agentServers("editor")
        case (".devcontainer", "devcontainer.json"): .container
        case (_, ".devcontainer.json"): .container
        case (".idea", "startup.xml"), (".idea", "watcherTasks.xml"): .projectStart
        default: name.hasSuffix(".code-workspace") ? .editorTasks : nil
        }
    }

    private static func agents(_ parts: [Substring], _ folder: Substring, _ name: Substring) -> PlantedKind? {
        switch (folder, name) {
        case (".claude", "settings.json"), (".claude", "settings.local.json"): return .agent("claude")
        case (".gemini", "settings.json"): return .agent("gemini")
        case (".qwen", "settings.json"): return .agent("qwen")
        case (".cursor", "hooks.json"): return .agent("cursor")
        case (".codex", "hooks.json"): return .agent("codex")
        case (".codex", "config.toml"): return .agentSettings("codex")
        case (".cursor", "environment.json"): return .container
        case (_, ".mcp.json"), ("settings", "mcp.json"): return .agentServers("agent")
        case (_, "mcp.json") where folder.hasPrefix("."): return .agentServers(String(folder.dropFirst()))
        case ("rules", _) where parts.contains(".cursor"), (_, ".cursorrules"), (_, ".windsurfrules"),
            (_, ".clinerules"), (_, "AGENTS.md"), (_, "CLAUDE.md"), (_, "GEMINI.md"),
            (".github", "copilot-instructions.md"):
            return .agentInstructions
        case ("plugin", _), ("plugins", _):
            let isCode = Language.ofPath(String(name)) == .javaScript
            return parts.contains(".opencode") && isCode ? .agentPlugin : nil
        default: return nil
        }
    }

    private static func byName(_ name: String) -> PlantedKind? {
        switch name {
        case ".bashrc", ".bash_profile", ".bash_login", ".bash_logout", ".profile", ".zshrc", ".zshenv", ".zprofile",
            ".zlogin", ".zlogout", ".kshrc", ".envrc", ".cshrc", ".tcshrc":
            .shellProfile
        case ".npmrc", ".yarnrc", ".yarnrc.yml", ".pypirc", ".pydistutils.cfg", ".bunfig.toml": .managerSettings(name)
        case "pip.conf", "pip.ini": .managerSettings(name)
        case ".pnpmfile.cjs": .managerSettings(name)
        default: nil
        }
    }
}
