import SallyportLexing
import SallyportModel

/// What an npm package states of itself, and what the packages say that it brings along.
enum NPMStatement {
    static func read(
        _ shelf: Shelf,
        stated: IndexStatement? = nil,
        reader: CodeReader,
        _ scratch: inout CodeScratch
    ) -> PackageStatement {
        var statement = PackageStatement(.npm)
        statement.root = shelf.root
        let path = statement.root + "package.json"
        guard let bytes = shelf.manifests[path] else {
            let detail = shelf.position(of: path) == nil ? "no package.json" : "package.json is too large"
            statement.facts.append(Fact(code: .manifestUnreadable, reach: .install, detail: detail))
            return statement
        }
        let manifest: NPMManifest
        do {
            manifest = try NPMManifest(bytes.span)
        } catch {
            let fact = Fact(
                code: .manifestUnreadable,
                reach: .install,
                detail: "package.json: \(error.code.rawValue)",
                place: Place(path: path)
            )
            statement.facts.append(fact)
            return statement
        }
        statement.manifest = manifest.manifest
        statement.dependencies = manifest.dependencies
        statement.imports = manifest.imports
        statement.scripts = manifest.scripts
        statement.facts += CommandNames.facts(
            manifest.programs.keys,
            of: manifest.manifest.name,
            at: ManifestText.place(of: "\"bin\"", in: bytes, path: path)
        )
        statement.loadRoots = manifest.entryPoints.map { Reference(.path, $0, as: nil) }
        addDefault(manifest, shelf, to: &statement)
        for (name, path) in manifest.programs { statement.programs[name, default: []].append(path) }
        let hooks = NPMHooks(manifest: manifest, stated: stated, shelf: shelf, root: statement.root, reader: reader)
        statement.hooks = hooks.hooks(&scratch)
        if let stated { add(stated, against: manifest, at: path, to: &statement) }
        statement.facts += hooks.gitFacts()
        NPMShrinkwrap.read(shelf, into: &statement)
        readBundled(shelf, reader: reader, &scratch, into: &statement)
        readLocal(manifest, shelf, reader: reader, &scratch, into: &statement)
        return statement
    }

    /// A dependency on a folder of the package is installed with it: npm runs its scripts as well.
    private static func readLocal(
        _ manifest: NPMManifest,
        _ shelf: Shelf,
        reader: CodeReader,
        _ scratch: inout CodeScratch,
        into statement: inout PackageStatement
    ) {
        for dependency in manifest.dependencies {
            guard let folder = localFolder(dependency.requirement),
                let path = PathText.resolve(folder + "/package.json", in: statement.root),
                let bytes = shelf.manifests[path], let local = try? NPMManifest(bytes.span)
            else { continue }
            let root = PathText.folder(of: path)
            statement.loadRoots += local.entryPoints.map {
                Reference(.path, String(root.dropFirst(statement.root.count)) + $0, as: nil)
            }
            guard statement.hooks.count <= reader.limits.hooksMax else { continue }
            let hooks = NPMHooks(manifest: local, shelf: shelf, root: root, reader: reader)
            statement.hooks += hooks.hooks(&scratch).map { hook in
                var hook = hook
                hook.root = root
                return hook
            }
        }
    }

    /// The folder that `file:./folder` names.
    private static func localFolder(_ requirement: String) -> String? {
        for scheme in ["file:", "link:", "portal:"] where requirement.hasPrefix(scheme) {
            let folder = requirement.dropFirst(scheme.count)
            let isArchive = folder.hasSuffix(".tgz") || folder.hasSuffix(".tar.gz")
            return folder.isEmpty || isArchive ? nil : String(folder)
        }
        return nil
    }

    /// Node.js takes `index` where the file that `main` names is not there.
    private static func addDefault(_ manifest: NPMManifest, _ shelf: Shelf, to statement: inout PackageStatement) {
        guard let main = manifest.main, let path = PathText.resolve(main, in: statement.root) else { return }
        let isThere = ["", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"].contains {
            shelf.position(of: path + $0) != nil
        }
        if !isThere { statement.loadRoots.append(Reference(.path, "index", as: nil)) }
    }

    /// States where an index differs from the manifest, and takes along what it would have installed.
    private static func add(
        _ stated: IndexStatement,
        against manifest: NPMManifest,
        at path: String,
        to statement: inout PackageStatement
    ) {
        for difference in IndexAgreement.differences(stated, manifest).prefix(differencesMax) {
            let detail = Excerpt.detail(difference)
            statement.facts.append(
                Fact(code: .manifestMismatch, reach: .install, detail: detail, place: Place(path: path))
            )
        }
        let known = Set(manifest.dependencies.map { [$0.name, $0.requirement] })
        for entry in stated.dependencies where !known.contains([entry.name, entry.requirement]) {
            let source = NPMRequirement.source(of: entry.requirement)
            // A repository in another spelling is the manifest's own.
            guard source == .url || source == .git,
                !manifest.dependencies.contains(where: {
                    $0.name == entry.name && $0.source == source
                })
            else { continue }
            statement.dependencies.append(
                Dependency(name: entry.name, requirement: entry.requirement, role: entry.role, source: source)
            )
        }
    }

    /// Differences between an index and a manifest that are stated.
    private static let differencesMax = 16

    /// npm runs the scripts of a package that is brought along as it runs those of any other, and installs what it asks
    /// for.
    private static func readBundled(
        _ shelf: Shelf,
        reader: CodeReader,
        _ scratch: inout CodeScratch,
        into statement: inout PackageStatement
    ) {
        let home = statement.root + "node_modules/"
        let paths = shelf.files.lazy.map(\.path).filter {
            $0.hasPrefix(home) && $0.hasSuffix("/package.json") && ManifestPaths.isManifest($0)
        }
        for path in paths.sorted() {
            let root = PathText.folder(of: path)
            guard let bytes = shelf.manifests[path], let manifest = try? NPMManifest(bytes.span) else {
                let place = Place(path: path)
                let detail = Excerpt.detail("\(path) can't be read")
                statement.facts.append(Fact(code: .hookUnreadable, reach: .install, detail: detail, place: place))
                continue
            }
            statement.bundled[root] = manifest.entryPoints
            for (name, program) in manifest.programs {
                let inside = root.dropFirst(statement.root.count) + program
                statement.programs[name, default: []].append(String(inside))
            }
            statement.dependencies += manifest.dependencies.filter { $0.source == .url || $0.source == .git }
            // One more than are kept is a fact of its own; the rest need not be read.
            guard statement.hooks.count <= reader.limits.hooksMax else { continue }
            let hooks = NPMHooks(manifest: manifest, shelf: shelf, root: root, reader: reader)
            statement.hooks += hooks.hooks(&scratch).map { hook in
                var hook = hook
                hook.root = root
                return hook
            }
        }
    }
}
