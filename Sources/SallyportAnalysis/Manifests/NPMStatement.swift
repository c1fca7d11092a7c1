import SallyportLexing
import SallyportModel

/// What an npm package states of itself.
enum NPMStatement {
    static func read(_ shelf: Shelf, reader: CodeReader, _ scratch: inout CodeScratch) -> PackageStatement {
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
        statement.loadRoots = manifest.entryPoints.map { Reference(.path, $0, as: nil) }
        let hooks = NPMHooks(manifest: manifest, shelf: shelf, root: statement.root, reader: reader)
        statement.hooks = hooks.hooks(&scratch)
        statement.facts += hooks.gitFacts()
        return statement
    }
}
