import SallyportModel

/// Builds of native code, and the modules beside `pyproject.toml`.
extension ProjectFile {
    /// States that a native build runs. Its definition can start any command and is not read as code: the hook changes
    /// when the definition does by more than its numbers, so that a new version alone changes nothing.
    func readNative(_ build: NativeBuild, _ hashing: any ContentHashing, _ statement: inout PackageStatement) {
        var hook = hook(build.rawValue, build.definitions.first ?? "", at: "build-backend")
        for name in build.definitions {
            guard let position = shelf.position(of: statement.root + name) else { continue }
            let bytes = shelf.manifests[shelf.files[position].path]
            let shape = bytes.map { Self.withoutNumbers($0) }.map { hashing.sha256($0.span) }
            if let bytes { readCommands(bytes, name, &hook) }
            hook.marks.append("\(name) \((shape ?? shelf.files[position].record.digest)?.hex ?? "unread")")
        }
        statement.hooks.append(hook)
    }

    /// What the definition starts and fetches, as far as its constants say.
    private func readCommands(_ bytes: [UInt8], _ name: String, _ hook: inout DeclaredHook) {
        let definition = BuildDefinition(bytes, named: name)
        var collector = FindingsCollector(limits: .standard)
        for command in definition.commands {
            CommandReader.read(words: command.words, at: command.offset, into: &collector)
        }
        for fetch in definition.fetches {
            let detail = Excerpt.detail(fetch.words.joined(separator: " "))
            collector.add(.capabilityNetwork, detail, at: fetch.offset, .use)
        }
        var found = collector.findings(in: bytes.span)
        // What a definition leaves to variables is most of it, and says nothing.
        found.findings.removeAll { $0.code == .hookUnreadable || $0.code == .fileUnreadable }
        hook.findings.findings += found.findings
        hook.findings.references += found.references
    }

    private static func withoutNumbers(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) && $0 != UInt8(ascii: ".") && $0 != 0x0D }
    }

    /// States that the build may run each module at the root: what a back end other than setuptools and flit loads from
    /// there is its own affair. Left out are files that belong to other tools, and the package's own module.
    func readRootModules(_ statement: inout PackageStatement) {
        let own = (statement.manifest?.name ?? "").lowercased().replacing("-", with: "_").replacing(".", with: "_")
        for file in shelf.files {
            let name = String(file.path.dropFirst(statement.root.count))
            guard name.hasSuffix(".py"), !name.contains("/"), !Self.namesOfOtherTools.contains(name) else { continue }
            guard name != "setup.py", name.lowercased() != own + ".py" else { continue }
            var hook = DeclaredHook(trigger: "build", command: name, place: Place(path: file.path))
            hook.references = [Reference(.path, name, as: .python)]
            hook.isImplied = true
            statement.hooks.append(hook)
        }
    }

    private static let namesOfOtherTools: Set<String> = [
        "noxfile.py", "tasks.py", "conftest.py", "fabfile.py", "toxfile.py", "dodo.py", "manage.py", "duties.py",
    ]
}
