import SallyportLexing

/// Settings of coding agents: hooks that they run by themselves, and servers that they start.
enum AgentSettings {
    /// Commands of one file.
    static let commandsMax = 256

    /// Hooks, helpers and servers of a file of JSON.
    static func commands(_ root: JSONValue, of agent: String) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        for event in root["hooks"]?.object ?? [] {
            for text in hooks(event.value) {
                let trigger = "\(agent) hook \(event.key)"
                commands.append(PlantedCommand(trigger, text, mark: event.key, isAutomatic: true))
            }
        }
        for key in helpers {
            guard let text = root[key]?.string ?? root[key]?["command"]?.string else { continue }
            commands.append(PlantedCommand("\(agent) \(key)", text, mark: key, isAutomatic: true))
        }
        commands += servers(root, of: agent)
        return Array(commands.prefix(commandsMax))
    }

    /// Servers that an agent starts: it asks first, in most agents.
    static func servers(_ root: JSONValue, of agent: String) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        for member in (root["mcpServers"] ?? root["servers"])?.object ?? [] {
            guard let command = member.value["command"]?.string else { continue }
            let words = (member.value["args"]?.array ?? []).prefix(commandsMax).compactMap(\.string)
            let line = ([command] + words.map { PlantedCommand.line([$0]) }).joined(separator: " ")
            commands.append(PlantedCommand("\(agent) server", line, mark: member.key, isAutomatic: false))
        }
        return Array(commands.prefix(commandsMax))
    }

    /// Another address for what the agent sends, its keys included.
    static func redirections(_ root: JSONValue) -> [String] {
        (root["env"]?.object ?? []).filter { member in
            member.key.hasSuffix("_BASE_URL") || member.key.hasSuffix("_API_BASE") || member.key == "NODE_OPTIONS"
        }.compactMap { member in member.value.string.map { "\(member.key)=\($0)" } }
    }

    /// `notify`, and servers, of a file of TOML.
    static func commands(_ document: TOMLDocument, of agent: String) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        if let words = document["notify"]?.strings, !words.isEmpty {
            let line = PlantedCommand.line(words)
            commands.append(PlantedCommand("\(agent) notify", line, mark: "notify", isAutomatic: true))
        }
        if case .table(let servers) = document["mcp_servers"] {
            for server in servers.prefix(commandsMax) {
                guard let command = server.value["command"]?.string else { continue }
                let line = PlantedCommand.line([command] + (server.value["args"]?.strings ?? []))
                commands.append(PlantedCommand("\(agent) server", line, mark: server.key, isAutomatic: false))
            }
        }
        return commands
    }

    private static let helpers = [
        "apiKeyHelper", "statusLine", "awsAuthRefresh", "awsCredentialExport", "otelHeadersHelper",
        "toolDiscoveryCommand", "toolCallCommand", "fileSuggestion",
    ]

    /// `command` at any depth of one event's value: matchers hold lists of hooks, and some agents leave those out.
    private static func hooks(_ value: JSONValue) -> [String] {
        var texts: [String] = []
        var waiting = [value]
        while let next = waiting.popLast(), texts.count < commandsMax {
            switch next {
            case .string(let text) where waiting.isEmpty && texts.isEmpty: texts.append(text)
            case .array(let elements): waiting += elements.reversed()
            case .object(let members):
                for member in members {
                    if ["command", "bash", "powershell"].contains(member.key), let text = member.value.string {
                        texts.append(text)
                    } else {
                        waiting.append(member.value)
                    }
                }
            default: continue
            }
        }
        return texts
    }
}
