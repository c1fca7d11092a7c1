import SallyportLexing
import SallyportModel

/// What a package ships for other tools to run by themselves.
struct PlantedFiles {
    let shelf: Shelf
    /// The folder that everything lies in, with its slash.
    let root: String
    let reader: CodeReader
    /// What a command does, with the scripts of the package's own manifest that it names.
    let unfold: (String, inout CodeScratch) -> FileFindings

    /// Planted files of one package that are read.
    static let filesMax = 256
    /// Commands of one package.
    static let commandsMax = 512
    /// Settings of one package manager that are told.
    static let settingsMax = 16

    /// What was found.
    struct Found {
        var hooks: [PlantedHook] = []
        var facts: [Fact] = []
    }

    /// Reads every planted file.
    func read(_ scratch: inout CodeScratch) -> Found {
        var found = Found()
        var count = 0
        var leftOut: (path: String, reach: Reach)?
        for file in shelf.files {
            guard let kind = PlantedKind(file.path) else { continue }
            if kind == .agentInstructions {
                readInstructions(file.path, &found)
                continue
            }
            count += 1
            guard count <= Self.filesMax, found.hooks.count < Self.commandsMax else {
                let reach = reach(of: kind, file.path)
                if leftOut.map({ $0.reach < reach }) ?? true { leftOut = (file.path, reach) }
                continue
            }
            read(file.path, kind, &found, &scratch)
        }
        if let leftOut {
            found.facts.append(planted("more files for other tools than are read", leftOut.path, leftOut.reach))
        }
        return found
    }

    /// When what can't be read of a file would run: of the kinds that run without a question, by itself.
    private func reach(of kind: PlantedKind, _ path: String) -> Reach {
        kind.mayRunAlone && !isTest(path) ? .load : .shipped
    }

    private func read(_ path: String, _ kind: PlantedKind, _ found: inout Found, _ scratch: inout CodeScratch) {
        switch kind {
        case .gitHook: return run(path, "git hook", isAutomatic: true, &found)
        case .sharedHook: return run(path, "shared git hook", isAutomatic: false, &found)
        case .agentPlugin: return run(path, "agent plug-in", isAutomatic: true, &found)
        case .shellProfile: return run(path, "shell profile", isAutomatic: false, &found)
        default: break
        }
        guard let bytes = shelf.manifest(at: path) else { return cannotRead(path, kind, &found) }
        switch kind {
        case .editorTasks, .editorSettings, .agent, .agentServers, .container:
            readJSON(path, kind, bytes, &found, &scratch)
        case .agentSettings(let agent):
            guard let document = try? TOMLDocument(bytes.span) else { return cannotRead(path, kind, &found) }
            add(AgentSettings.commands(document, of: agent), path, kind, bytes, &found, &scratch)
        case .gitSettings:
            let text = text(bytes)
            add(GitSettings.commands(text), path, kind, bytes, &found, &scratch)
            if GitSettings.isCut(text) { cannotRead(path, kind, &found) }
        case .projectStart: add(ProjectStart.commands(text(bytes)), path, kind, bytes, &found, &scratch)
        case .workflow:
            for (what, line) in Workflows.oddities(YAMLScalars(bytes.span)).prefix(8) {
                found.facts.append(planted("workflow: \(what)", path, line: line, bytes))
            }
        case .managerSettings(let name): readSettings(path, name, bytes, &found, &scratch)
        default: break
        }
    }

    /// A tool that is more patient or more tolerant than this reader runs what stands there.
    private func cannotRead(_ path: String, _ kind: PlantedKind, _ found: inout Found) {
        found.facts.append(planted("can't be read", path, reach(of: kind, path)))
    }

    /// Instructions are text for a machine: what a person doesn't see in them is not for people.
    private func readInstructions(_ path: String, _ found: inout Found) {
        guard found.facts.count < Self.commandsMax, let bytes = shelf.manifest(at: path) else { return }
        var collector = FindingsCollector(limits: reader.limits)
        HiddenUnicodeRule.look(at: bytes.span, .shell, [], &collector)
        for finding in collector.findings(in: bytes.span).findings {
            let place = Place(path: path, line: finding.line, excerpt: finding.excerpt)
            found.facts.append(Fact(code: finding.code, reach: .shipped, detail: finding.detail, place: place))
        }
    }

    private func readJSON(
        _ path: String,
        _ kind: PlantedKind,
        _ bytes: [UInt8],
        _ found: inout Found,
        _ scratch: inout CodeScratch
    ) {
        var plain = JSONComments.blanked(bytes.span)
        if plain.starts(with: [0xEF, 0xBB, 0xBF]) { plain.replaceSubrange(0..<3, with: [0x20, 0x20, 0x20]) }
        guard plain.contains(where: { $0 > 0x20 }) else { return }
        guard let value = try? JSONValue.parse(plain.span, limits: .manifest) else {
            return cannotRead(path, kind, &found)
        }
        switch kind {
        case .editorTasks:
            add(EditorTasks.commands(value), path, kind, bytes, &found, &scratch)
            if EditorTasks.isCut(value) { cannotRead(path, kind, &found) }
        case .editorSettings: add(EditorTasks.settings(value), path, kind, bytes, &found, &scratch)
        case .agent(let name):
            add(AgentSettings.commands(value, of: name), path, kind, bytes, &found, &scratch)
            for redirection in AgentSettings.redirections(value).prefix(4) {
                found.facts.append(planted("\(name) settings: \(redirection)", path, .load))
            }
        case .agentServers(let name): add(AgentSettings.servers(value, of: name), path, kind, bytes, &found, &scratch)
        case .container: add(ContainerCommands.commands(value), path, kind, bytes, &found, &scratch)
        default: break
        }
    }

    private func readSettings(
        _ path: String,
        _ name: String,
        _ bytes: [UInt8],
        _ found: inout Found,
        _ scratch: inout CodeScratch
    ) {
        if name == ".pnpmfile.cjs" { return run(path, "pnpm file", isAutomatic: false, &found) }
        let settings = ManagerSettings.settings(text(bytes), of: name)
        if let next = settings.dropFirst(Self.settingsMax).first, ManagerSettings.isProgram(next.key, next.value) {
            cannotRead(path, .managerSettings(name), &found)
        }
        for (key, value, line) in settings.prefix(Self.settingsMax) {
            found.facts.append(planted("\(name): \(key) \(value)", path, line: line, bytes))
            guard ManagerSettings.isProgram(key, value) else { continue }
            let command = PlantedCommand("\(name) \(key)", value, mark: key, isAutomatic: false)
            add([command], path, .managerSettings(name), bytes, &found, &scratch)
        }
    }

    private func add(
        _ commands: [PlantedCommand],
        _ path: String,
        _ kind: PlantedKind,
        _ bytes: [UInt8],
        _ found: inout Found,
        _ scratch: inout CodeScratch
    ) {
        if commands.count >= AgentSettings.commandsMax { cannotRead(path, kind, &found) }
        var text = ManifestText(bytes, path: path)
        for command in commands {
            let place = text.place(of: command.mark)
            var hook = DeclaredHook(trigger: command.trigger, command: command.text, place: place)
            hook.findings = unfold(command.text, &scratch)
            hook.references = command.references
            hook.root = project(of: path)
            found.hooks.append(PlantedHook(hook: hook, isAutomatic: command.isAutomatic && !isTest(path)))
        }
    }

    /// A file that is a program itself.
    private func run(_ path: String, _ trigger: String, isAutomatic: Bool, _ found: inout Found) {
        var hook = DeclaredHook(trigger: trigger, command: PathText.name(of: path), place: Place(path: path))
        let project = project(of: path)
        hook.root = project
        let language = shelf.position(of: path).flatMap { shelf.files[$0].language }
        hook.references = [Reference(.path, String(path.dropFirst(project.count)), as: language ?? .shell)]
        found.hooks.append(PlantedHook(hook: hook, isAutomatic: isAutomatic && !isTest(path)))
    }

    /// The folder of the project: the one above the first folder whose name begins with a dot.
    private func project(of path: String) -> String {
        var folders: [Substring] = []
        for part in path.split(separator: "/").dropLast() {
            if part.hasPrefix(".") { break }
            folders.append(part)
        }
        return folders.isEmpty ? "" : folders.joined(separator: "/") + "/"
    }

    private func isTest(_ path: String) -> Bool { PackageReach.isTest(path, below: root) }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func planted(_ detail: String, _ path: String, _ reach: Reach = .shipped) -> Fact {
        Fact(code: .filePlanted, reach: reach, detail: Excerpt.detail(detail), place: Place(path: path))
    }

    private func planted(_ detail: String, _ path: String, line: Int, _ bytes: [UInt8]) -> Fact {
        let lines = LineIndex(bytes.span)
        let offset = lines.range(ofLine: line).lowerBound
        let excerpt = lines.excerpt(of: offset..<offset, in: bytes.span, countMax: Excerpt.excerptLengthMax)
        let place = Place(path: path, line: line, excerpt: excerpt)
        return Fact(code: .filePlanted, reach: .shipped, detail: Excerpt.detail(detail), place: place)
    }
}

/// Something that another tool runs.
struct PlantedHook {
    /// What runs, in the form of what an installation runs.
    let hook: DeclaredHook
    /// Whether it runs without being asked for.
    let isAutomatic: Bool
    /// Whether the package's own metadata declares it in the way that all plug-ins do, which needs no fact.
    var isDeclared = false
}
