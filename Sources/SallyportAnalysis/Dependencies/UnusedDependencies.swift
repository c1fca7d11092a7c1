import SallyportArchive
import SallyportLexing
import SallyportModel

/// Dependencies that are installed and that no file of the package loads or names.
///
/// A release that adds one is how packages were taken over without a line of their code being changed: what runs is the
/// dependency's own hook. Honest packages have such dependencies too, mostly long since: compilers' helpers, types,
/// what another dependency wants beside it. What is widely used, comes with the package or is named in any way is left out.
enum UnusedDependencies {
    /// Dependencies without a use above which none is stated: the package is a list of others, and no program.
    static let countMax = 128

    /// The facts, one a dependency; each detail begins with its name.
    static func facts(
        _ statement: PackageStatement,
        _ shelf: Shelf,
        _ bytes: Span<UInt8>,
        _ format: ArchiveFormat,
        limits: AnalysisLimits
    ) -> [Fact] {
        let language: Language = statement.kind == .npm ? .javaScript : .python
        guard shelf.files.contains(where: { $0.language == language }) else { return [] }
        let names = candidates(statement, shelf)
        guard !names.isEmpty, names.count <= countMax else { return [] }
        var pass = MentionPass(names, language: language, root: statement.root, limits: limits)
        // An archive that was read once and can't be read again says nothing about names.
        guard (try? ArchiveReader.read(bytes, as: format, limits: .standard, into: &pass)) != nil else { return [] }
        return statement.dependencies.compactMap { dependency in
            guard names.contains(dependency.name), !pass.mentioned.contains(dependency.name) else { return nil }
            let detail = Excerpt.detail("\(dependency.name) \(dependency.requirement)")
            return Fact(code: .dependencyUnused, reach: .load, detail: detail)
        }
    }

    /// Names that no reference of any file leads to.
    private static func candidates(_ statement: PackageStatement, _ shelf: Shelf) -> Set<String> {
        var names: Set<String> = []
        for dependency in statement.dependencies where dependency.role == "runtime" && dependency.source == .registry {
            let name = dependency.name
            guard !name.isEmpty, name.utf8.count <= NameLikeness.bytesMax, !name.hasPrefix("@types/"),
                statement.bundled["\(statement.root)node_modules/\(name)/"] == nil
            else { continue }
            names.insert(name)
        }
        guard !names.isEmpty else { return [] }
        if statement.kind == .npm {
            removeLoaded(from: &names, shelf)
        } else {
            let modules = PythonModules(of: shelf)
            names = names.filter { !modules.loads($0) }
        }
        return names.filter { !isExpected($0, in: statement) }
    }

    /// Whether a name is widely used, or that of a part of the same project, which is there for its own reasons.
    private static func isExpected(_ name: String, in statement: PackageStatement) -> Bool {
        let ecosystem: Ecosystem = statement.kind == .npm ? .npm : .pypi
        let normal = ecosystem == .pypi ? PackageURL.pypiNormal(name) : name
        // `chalk` behind which `npm:other` stands is no widely used package.
        let isAlias = statement.dependencies.contains { $0.name == name && $0.target != name }
        if !isAlias, UsedNames.of(ecosystem).contains(normal) { return true }
        guard name.hasPrefix("@"), let own = statement.manifest?.name, let slash = name.firstIndex(of: "/") else {
            return false
        }
        return own.hasPrefix(name[...slash])
    }

    private static func removeLoaded(from names: inout Set<String>, _ shelf: Shelf) {
        for file in shelf.files {
            for findings in file.findings.values {
                for reference in findings.references where reference.kind == .specifier || reference.kind == .program {
                    guard let name = packageName(of: reference.name) else { continue }
                    names.remove(name)
                    if names.isEmpty { return }
                }
            }
        }
    }

    /// `@scope/name` of `@scope/name/file`, `name` of `name/file`.
    private static func packageName(of specifier: String) -> String? {
        guard let first = specifier.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "/") else {
            return nil
        }
        let parts = specifier.split(separator: "/", maxSplits: 2)
        guard let head = parts.first else { return nil }
        guard head.hasPrefix("@") else { return String(head) }
        return parts.count > 1 ? "\(head)/\(parts[1])" : nil
    }
}
