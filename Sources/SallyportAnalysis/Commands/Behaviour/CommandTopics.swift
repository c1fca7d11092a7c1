import SallyportModel

/// What programs of a shell say about a command: capabilities as evidence.
enum CommandTopics {
    /// A program that has a topic; with words, only when one of them is its first operand.
    private struct Mark {
        let topic: Topic
        let weight: Weight
        var operands: Set<String> = []
    }

    private static let marks: [String: [Mark]] = {
        var table: [String: [Mark]] = [:]
        func add(_ topic: Topic, _ weight: Weight, _ programs: String, _ operands: Set<String> = []) {
            for program in programs.split(separator: " ") {
                table[String(program), default: []].append(Mark(topic: topic, weight: weight, operands: operands))
            }
        }
        add(.publication, .use, "npm yarn pnpm", ["publish", "whoami", "token", "access", "adduser", "owner"])
        add(.publication, .use, "twine", ["upload"])
        add(.publication, .use, "gem", ["push", "owner", "yank"])
        add(.publication, .use, "poetry flit uv hatch pdm", ["publish"])
        add(.publication, .use, "git", ["push"])
        add(.publication, .use, "gh", ["repo", "secret", "api", "workflow", "auth"])
        add(.persistence, .use, "crontab update-rc.d schtasks launchctl at sc")
        add(.persistence, .use, "systemctl", ["enable", "start", "daemon-reload"])
        add(.persistence, .use, "loginctl", ["enable-linger"])
        add(.persistence, .use, "reg reg.exe", ["add", "ADD"])
        add(.runtimeBootstrap, .use, "bun deno uv uvx pipx bunx")
        add(.agent, .use, "claude gemini codex cursor-agent opencode aider copilot kiro-cli q")
        add(.systemInformation, .use, "whoami hostname ifconfig ipconfig systeminfo wmic ioreg dmidecode lscpu arp")
        add(.systemInformation, .use, "scutil sw_vers hostnamectl")
        add(.clipboard, .use, "pbpaste pbcopy xclip xsel wl-paste wl-copy Get-Clipboard")
        add(.inputCapture, .use, "screencapture scrot gnome-screenshot grim imagesnap")
        add(.dns, .use, "nslookup dig host drill resolvectl")
        add(.processMemory, .sensitive, "gcore procdump gdb mimikatz")
        add(.destructive, .sensitive, "shred mkfs mkfs.ext4 mkfs.ntfs wipefs sfill srm")
        add(.destructive, .sensitive, "shutdown reboot poweroff halt")
        return table
    }()

    static func read(_ command: ShellCommand, program: String, at offset: Int, _ collector: inout FindingsCollector) {
        let words = Array(command.effective)
        let operand = words.dropFirst().first { !$0.hasPrefix("-") } ?? ""
        let shown = Excerpt.detail(words.prefix(8).joined(separator: " ").replacing("\u{1}", with: "…"))
        for mark in marks[program] ?? [] where mark.operands.isEmpty || mark.operands.contains(operand) {
            if program == "q", operand != "chat" { continue }
            if program == "at" || program == "sc", words.count < 3 { continue }
            collector.add(mark.topic.code, shown, at: offset, mark.weight)
        }
        texts(words, at: offset, &collector)
        if let setting = ForeignSettings.match(program, words) {
            let detail = Excerpt.detail("changes the user's settings: \(setting)")
            collector.add(.capabilityPersistence, detail, at: offset, .sensitive)
        }
        RemotePackages.look(at: Array(command.words), program: program, at: offset, &collector)
        stealth(command, words, at: offset, &collector)
        if isDestructive(program, words) {
            collector.add(.capabilityDestructive, shown, at: offset, .sensitive)
        }
    }

    /// What the words say wherever they stand: flags of agents, addresses, places.
    private static func texts(_ words: [String], at offset: Int, _ collector: inout FindingsCollector) {
        for word in words.prefix(64) where word.utf8.count <= LiteralMarks.bytesMax {
            for mark in LiteralMarks.all(in: Array(word.utf8)) where mark.topic != .none {
                collector.add(mark.topic.code, Excerpt.detail("names \(mark.label)"), at: offset, mark.weight)
            }
        }
    }

    private static func stealth(
        _ command: ShellCommand,
        _ words: [String],
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        let first = command.words.first ?? ""
        let isHidden =
            words.contains { $0.lowercased() == "hidden" } && words.contains { $0.lowercased().hasPrefix("-w") }
        if first == "nohup" || first == "setsid" || isHidden {
            collector.add(.capabilityStealth, "starts a process that stays", at: offset, .use)
        }
        if first == "start", command.words.contains(where: { $0.lowercased() == "/b" }) {
            collector.add(.capabilityStealth, "starts a process that stays", at: offset, .use)
        }
        let forgets = words.first == "unset" && words.contains("HISTFILE") || words.prefix(2) == ["history", "-c"]
        if forgets || command.assignments.contains(where: { $0.name == "HISTFILE" || $0.name == "HISTSIZE" }) {
            collector.add(.capabilityStealth, "keeps no history", at: offset, .sensitive)
        }
    }

    private static let everything: Set<String> = [
        "/", "/*", "~", "~/", "~/*", "..", "../", "../..", "--no-preserve-root", "/home", "/home/*", "/root", "/etc",
        "/usr", "/var", "C:\\", "C:\\*", "C:/", "%USERPROFILE%", "$env:USERPROFILE", "~/.*",
    ]

    /// Removing or overwriting what is not the package's.
    private static func isDestructive(_ program: String, _ words: [String]) -> Bool {
        let lowered = words.map { $0.lowercased() }
        switch program.lowercased() {
        case "rm", "rimraf", "rd", "rmdir", "del", "remove-item", "erase":
            let isRecursive = lowered.contains {
                $0.hasPrefix("-") && $0.contains("r") || $0 == "/s" || program == "rimraf"
            }
            return isRecursive && words.dropFirst().contains { everything.contains($0) }
        case "cipher", "cipher.exe": return lowered.contains { $0.hasPrefix("/w") }
        case "format", "format.com": return lowered.count > 1 && lowered[1].hasSuffix(":")
        case "dd": return lowered.contains { $0.hasPrefix("of=/dev/") && $0 != "of=/dev/null" }
        case "find":
            return lowered.contains("-delete") && words.dropFirst().first.map { everything.contains($0) } == true
        case ":()", ":": return program == ":()" || lowered.dropFirst().first == "{"
        default: return false
        }
    }
}
