import SallyportLexing
import SallyportModel

/// Builds of native code, and the modules beside `pyproject.toml`.
extension ProjectFile {
    /// Definitions in folders below the package's own that are read.
    private static let innerMax = 512

    /// States that a native build runs. Its definitions can start any command and are not run here: the hook changes when
    /// the one at the root does by more than its numbers, and does more when any of them names what it did not name.
    func readNative(
        _ build: NativeBuild,
        _ reader: CodeReader,
        _ scratch: inout CodeScratch,
        _ statement: inout PackageStatement
    ) {
        var hook = hook(build.rawValue, build.definitions.first ?? "", at: "build-backend")
        for name in build.definitions {
            guard let position = shelf.position(of: statement.root + name) else { continue }
            let bytes = shelf.manifests[shelf.files[position].path]
            let shape = bytes.map { Self.withoutNumbers($0) }.map { reader.hashing.sha256($0.span) }
            if let bytes { read(bytes, name, in: "", reader, &scratch, &hook) }
            hook.marks.append("\(name) \((shape ?? shelf.files[position].record.digest)?.hex ?? "unread")")
        }
        let suffixes = build.inner.map { "/" + $0 }
        var number = 0
        for path in shelf.files.map(\.path) where path.hasPrefix(statement.root) {
            let inside = path.dropFirst(statement.root.count)
            guard inside.contains("/"), let suffix = suffixes.first(where: { path.hasSuffix($0) }) else { continue }
            number += 1
            guard let bytes = shelf.manifests[path], number <= Self.innerMax else {
                let digest = shelf.position(of: path).flatMap { shelf.files[$0].record.digest?.hex } ?? ""
                hook.doing.insert("does what is not read: \(digest.prefix(16))")
                hook.runsUnknown = true
                continue
            }
            read(bytes, String(suffix.dropFirst()), in: PathText.folder(of: String(inside)), reader, &scratch, &hook)
        }
        if build == .cmake {
            // What the build is told may be a file of CMake as well: `cmake.define.CMAKE_TOOLCHAIN_FILE`.
            let texts = document["tool", build.table].map { Self.texts(of: $0) } ?? []
            hook.references += texts.filter { $0.hasSuffix(".cmake") }.prefix(Self.innerMax).map { text in
                let path = text.split(separator: "=").last.map { String($0) } ?? text
                return Reference(.path, BuildDefinition.pattern(path).replacing("//", with: "/"), as: .cmake)
            }
        }
        statement.hooks.append(hook)
    }

    /// What a definition starts, fetches and names, as far as its constants say.
    private func read(
        _ bytes: [UInt8],
        _ name: String,
        in folder: String,
        _ reader: CodeReader,
        _ scratch: inout CodeScratch,
        _ hook: inout DeclaredHook
    ) {
        if name == "Cargo.toml" { return CargoManifest.read(bytes, in: folder, into: &hook) }
        if name.hasPrefix(".cargo/") { return CargoManifest.read(configuration: bytes, into: &hook) }
        var collector = FindingsCollector(limits: .standard)
        let definition = BuildDefinition(bytes, named: name)
        definition.state(bringing: name.hasSuffix(".rs") ? .rust : .cmake, in: &collector)
        for command in definition.commands {
            hook.doing.insert("starts \(Excerpt.detail(VersionMarks.without(command.words.joined(separator: " "))))")
        }
        if definition.runsUnknown { hook.runsUnknown = true }
        if name.hasSuffix(".rs") { hook.doing.formUnion(RustBuild.read(bytes, into: &collector)) }
        reader.readInline(&collector, &scratch)
        let found = collector.findings(in: bytes.span)
        hook.findings.findings += found.findings
        hook.findings.references += found.references.map { Self.reference($0, in: folder) }
    }

    /// A definition of an inner folder names files from there; one that leads out of the package is looked for by its name.
    private static func reference(_ reference: Reference, in folder: String) -> Reference {
        guard reference.kind == .path, !reference.name.hasPrefix("/"), !reference.name.hasPrefix("*") else {
            return reference
        }
        let name = PathText.resolve(folder + reference.name, in: "").map { _ in folder + reference.name }
        return Reference(.path, name ?? PathText.name(of: reference.name), as: reference.language)
    }

    private static func withoutNumbers(_ bytes: [UInt8]) -> [UInt8] {
        bytes.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) && $0 != UInt8(ascii: ".") && $0 != 0x0D }
    }

    /// States that the build may run modules at the root: of a back end that nobody knows, each of them; of one that runs
    /// what its table names, and of a native build, those that the table or a definition names. Left out are files that
    /// belong to other tools, and the package's own module.
    func readRootModules(of backend: BuildBackend, _ statement: inout PackageStatement) {
        let own = (statement.manifest?.name ?? "").lowercased().replacing("-", with: "_").replacing(".", with: "_")
        let named = statement.hooks.contains(where: \.runsUnknown) ? nil : mentions(of: backend, statement)
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
            for (path, bytes) in shelf.manifests
            where build.inner.contains(where: { path.hasSuffix($0) }) || path.contains("/.cargo/") {
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
