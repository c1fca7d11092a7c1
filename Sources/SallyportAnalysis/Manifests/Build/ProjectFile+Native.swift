import SallyportLexing
import SallyportModel

/// Builds of native code, and the modules beside `pyproject.toml`.
extension ProjectFile {
    /// Definitions in folders below the package's own that are read.
    private static let innerMax = 512

    /// States that a native build runs. Its definitions can start any command and are not run here: the hook changes when
    /// the one at the root does by more than its numbers, and does more when any of them names what it did not name.
    func readNative(_ build: NativeBuild, _ hashing: any ContentHashing, _ statement: inout PackageStatement) {
        var hook = hook(build.rawValue, build.definitions.first ?? "", at: "build-backend")
        for name in build.definitions {
            guard let position = shelf.position(of: statement.root + name) else { continue }
            let bytes = shelf.manifests[shelf.files[position].path]
            let shape = bytes.map { Self.withoutNumbers($0) }.map { hashing.sha256($0.span) }
            if let bytes { read(bytes, name, in: "", &hook) }
            hook.marks.append("\(name) \((shape ?? shelf.files[position].record.digest)?.hex ?? "unread")")
        }
        let suffix = "/" + build.inner
        let inner = shelf.files.map(\.path).filter { $0.hasSuffix(suffix) && $0.hasPrefix(statement.root) }
        for (number, path) in inner.enumerated() where path != statement.root + build.inner {
            guard let bytes = shelf.manifests[path], number < Self.innerMax else {
                let digest = shelf.position(of: path).flatMap { shelf.files[$0].record.digest?.hex } ?? ""
                hook.doing.insert("does what is not read: \(digest.prefix(16))")
                continue
            }
            read(bytes, build.inner, in: String(PathText.folder(of: path).dropFirst(statement.root.count)), &hook)
        }
        statement.hooks.append(hook)
    }

    /// What a definition starts, fetches and names, as far as its constants say.
    private func read(_ bytes: [UInt8], _ name: String, in folder: String, _ hook: inout DeclaredHook) {
        if name == "Cargo.toml" { return CargoManifest.read(bytes, into: &hook) }
        if name.hasPrefix(".cargo/") { return CargoManifest.read(configuration: bytes, into: &hook) }
        var collector = FindingsCollector(limits: .standard)
        BuildDefinition(bytes, named: name).state(in: &collector)
        if name.hasSuffix(".rs") { RustBuild.read(bytes, into: &collector, &hook) }
        let found = collector.findings(in: bytes.span)
        hook.findings.findings += found.findings
        // A definition of an inner folder names files from there.
        hook.findings.references += found.references.map { reference in
            guard !folder.isEmpty, reference.kind == .path, !reference.name.hasPrefix("/") else { return reference }
            return Reference(.path, folder + reference.name, as: reference.language)
        }
    }

    private static func withoutNumbers(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) && $0 != UInt8(ascii: ".") && $0 != 0x0D }
    }

    /// States that the build may run modules at the root: of a back end that nobody knows, each of them; of one that runs
    /// what its table names, and of a native build, those that the table or a definition names. Left out are files that
    /// belong to other tools, and the package's own module.
    func readRootModules(of backend: BuildBackend, _ statement: inout PackageStatement) {
        let own = (statement.manifest?.name ?? "").lowercased().replacing("-", with: "_").replacing(".", with: "_")
        let named = mentions(of: backend, statement)
        for file in shelf.files {
            let name = String(file.path.dropFirst(statement.root.count))
            guard name.hasSuffix(".py"), !name.contains("/"), !Self.namesOfOtherTools.contains(name) else { continue }
            guard name != "setup.py", name.lowercased() != own + ".py" else { continue }
            if let named, !named.hold(name) { continue }
            var hook = DeclaredHook(trigger: "build", command: name, place: Place(path: file.path))
            hook.references = [Reference(.path, name, as: .python)]
            hook.isImplied = true
            statement.hooks.append(hook)
        }
    }

    /// Where a module must be named to be run; `nil` where any may be.
    private func mentions(of backend: BuildBackend, _ statement: PackageStatement) -> ModuleMentions? {
        guard let table = backend.table else { return nil }
        if case .declaring = backend {
            // A plug-in runs what it likes.
            let required = document["build-system", "requires"]?.strings ?? []
            let names = required.map { PythonMetadata.dependency($0, role: "build").name.lowercased() }
            guard names.allSatisfy({ BuildBackend.quiet.contains($0.replacing("_", with: "-")) }) else { return nil }
        }
        var named = ModuleMentions()
        for text in document["tool", table].map({ Self.texts(of: $0) }) ?? [] { named.add(text) }
        if case .native(let build) = backend {
            for (path, bytes) in shelf.manifests where path.hasSuffix(build.inner) || path.contains("/.cargo/") {
                named.add(String(decoding: bytes, as: UTF8.self))
            }
        }
        return named
    }

    /// All texts and names in a value.
    private static func texts(of value: TOMLValue) -> [String] {
        var texts: [String] = []
        var waiting = [value]
        while let next = waiting.popLast() {
            switch next {
            case .table(let members):
                texts += members.map(\.key)
                waiting += members.map(\.value)
            case .array(let values): waiting += values
            default: if let text = next.string { texts.append(text) }
            }
        }
        return texts
    }

    private static let namesOfOtherTools: Set<String> = [
        "noxfile.py", "tasks.py", "conftest.py", "fabfile.py", "toxfile.py", "dodo.py", "manage.py", "duties.py",
    ]
}
