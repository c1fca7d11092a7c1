import SallyportLexing

/// Commands that editors run when they make or start a development container.
enum ContainerCommands {
    private static let keys = [
        "initializeCommand", "onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand",
        "postAttachCommand", "install", "start",
    ]

    /// A text, a list of words, or an object of either. Only the first key's runs on the machine itself.
    static func commands(_ root: JSONValue) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        for key in keys {
            guard let value = root[key] else { continue }
            let parts = value.object?.map(\.value) ?? [value]
            for part in parts {
                let words = part.array?.compactMap(\.string)
                guard let text = part.string ?? words.map({ PlantedCommand.line($0) }), !text.isEmpty else { continue }
                let isAutomatic = key == "initializeCommand"
                commands.append(PlantedCommand("container \(key)", text, mark: key, isAutomatic: isAutomatic))
            }
        }
        return commands
    }
}

/// Programs that an editor starts with a project, or when a file of it changes: `value` beside `name="program"`.
enum ProjectStart {
    static func commands(_ text: String) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        var program = ""
        for line in text.split(separator: "<") {
            guard let name = attribute("name", of: line) else { continue }
            let value = attribute("value", of: line) ?? ""
            switch name {
            case "program" where !value.isEmpty: program = value
            case "arguments": program += " " + value
            case "output", "workingDir", "runOnExternalChanges":
                if !program.isEmpty { commands.append(.init("project watcher", program, isAutomatic: false)) }
                program = ""
            default: continue
            }
        }
        if !program.isEmpty { commands.append(.init("project watcher", program, isAutomatic: false)) }
        return commands
    }

    private static func attribute(_ name: String, of line: Substring) -> String? {
        guard let found = line.ranges(of: " \(name)=\"").first else { return nil }
        let rest = line[found.upperBound...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]).replacing("&quot;", with: "\"") }
    }
}
