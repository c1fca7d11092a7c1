import SallyportLexing

/// Tasks and settings of editors that take Visual Studio Code's form.
enum EditorTasks {
    /// Tasks of one file.
    static let tasksMax = 256

    /// Whether a file has more tasks than are read.
    static func isCut(_ root: JSONValue) -> Bool { tasks(of: root).count > tasksMax }

    /// A workspace file holds them below a key of their own.
    private static func tasks(of root: JSONValue) -> [JSONValue] {
        (root["tasks"]?["tasks"] ?? root["tasks"])?.array ?? []
    }

    /// The tasks, with those that start when the folder is opened told from those that a person starts.
    static func commands(_ root: JSONValue) -> [PlantedCommand] {
        let tasks = tasks(of: root)
        var started = Set(tasks.filter { runsAlone($0) }.compactMap { label($0) })
        var isComplete = false
        while !isComplete {
            let before = started.count
            for task in tasks.prefix(tasksMax) where label(task).map({ started.contains($0) }) ?? runsAlone(task) {
                started.formUnion(dependencies(of: task))
            }
            isComplete = started.count == before
        }
        var commands: [PlantedCommand] = []
        for task in tasks.prefix(tasksMax) {
            let isStarted = runsAlone(task) || label(task).map { started.contains($0) } ?? false
            let trigger = isStarted ? "editor task on folder open" : "editor task"
            for text in texts(of: task, below: root) {
                commands.append(PlantedCommand(trigger, text, mark: mark(of: task), isAutomatic: isStarted))
            }
        }
        if let settings = root["settings"] { commands += self.settings(settings) }
        return commands
    }

    /// Settings that name a program which the editor starts by itself: the shell of its terminals.
    static func settings(_ root: JSONValue) -> [PlantedCommand] {
        var commands: [PlantedCommand] = []
        for member in root.object ?? [] {
            let key = member.key
            guard key.hasPrefix("terminal.integrated.") else { continue }
            let isShell = key.contains(".shell.")
            let isProfile = key.contains("rofile")
            guard isShell || isProfile else { continue }
            var profiles = [member.value]
            if key.contains(".profiles.") { profiles = member.value.object?.map(\.value) ?? [] }
            for profile in profiles {
                guard let path = profile.string ?? profile["path"]?.string ?? profile["path"]?.array?.first?.string,
                    !key.contains(".defaultProfile.")
                else { continue }
                let line = PlantedCommand.line([path] + strings(profile["args"]))
                commands.append(PlantedCommand("editor terminal", line, mark: key, isAutomatic: false))
            }
        }
        return commands
    }

    private static func runsAlone(_ task: JSONValue) -> Bool {
        task["runOptions"]?["runOn"]?.string?.lowercased() == "folderopen"
    }

    private static func label(_ task: JSONValue) -> String? {
        task["label"]?.string ?? task["taskName"]?.string
    }

    private static func mark(of task: JSONValue) -> String? { label(task) }

    private static func dependencies(of task: JSONValue) -> [String] {
        switch task["dependsOn"] {
        case .string(let name): [name]
        case .array(let names): names.compactMap(\.string)
        default: []
        }
    }

    /// The command of each system, which may differ.
    private static func texts(of task: JSONValue, below root: JSONValue) -> [String] {
        var texts: [String] = []
        if task["type"]?.string == "npm", let script = task["script"]?.string { texts.append("npm run \(script)") }
        for system in [nil, "linux", "osx", "windows"] {
            let part = system.map { task[$0] } ?? task
            guard let part, let command = text(part["command"]) ?? (system == nil ? nil : text(task["command"])) else {
                continue
            }
            if system != nil, part["command"] == nil, part["args"] == nil { continue }
            let arguments = strings(part["args"] ?? task["args"])
            // With a shell, the command is a line; its arguments are words.
            var line = arguments.isEmpty ? command : command + " " + PlantedCommand.line(arguments)
            if let folder = (part["options"] ?? task["options"])?["cwd"]?.string {
                line = PlantedCommand.line(["cd", folder]) + " && " + line
            }
            if !texts.contains(line) { texts.append(line) }
        }
        return texts
    }

    /// `"text"` or `{"value": "text", "quoting": …}`
    private static func text(_ value: JSONValue?) -> String? { value?.string ?? value?["value"]?.string }

    private static func strings(_ value: JSONValue?) -> [String] {
        (value?.array ?? []).prefix(tasksMax).compactMap { text($0) }
    }
}
