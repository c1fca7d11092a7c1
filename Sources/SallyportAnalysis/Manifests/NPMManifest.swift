import SallyportLexing
import SallyportModel

/// What `package.json` says, as far as it decides what runs and what is installed.
struct NPMManifest {
    /// Name and version.
    let manifest: Manifest
    /// Scripts by name; of two with one name the last, as npm takes it.
    let scripts: [String: String]
    /// Files that run when the package is imported or its command is called, as written.
    let entryPoints: [String]
    /// Files behind the names that only the package itself uses (`imports`), as written.
    let imports: [String]
    /// Dependencies that npm installs with the package.
    let dependencies: [Dependency]
    /// Whether npm may take a `binding.gyp` for a hook.
    let allowsImplicitBuild: Bool
    /// Names of the packages that the archive brings along, as it says.
    let bundled: [String]
    /// Whether its dependencies are written as names and ranges, as npm has had them since long.
    let hasPlainDependencies: Bool
    /// Commands of the package, by name: paths as written.
    let programs: [String: String]
    /// The file that stands for the package, as written.
    let main: String?

    /// Reads a manifest.
    init(_ bytes: Span<UInt8>) throws(JSONError) {
        let root = try JSONValue.parse(bytes, limits: .manifest)
        guard root.object != nil else { throw JSONError(.wrongKind, at: 0) }
        manifest = Manifest(name: root["name"]?.string ?? "", version: root["version"]?.string ?? "")
        var scripts: [String: String] = [:]
        for member in root["scripts"]?.object ?? [] {
            if let command = member.value.string { scripts[member.key] = command }
        }
        self.scripts = scripts
        entryPoints = Self.entryPoints(of: root)
        var imports: [String] = []
        if let value = root["imports"] { Self.collect(value, into: &imports) }
        self.imports = imports.filter { $0.hasPrefix("./") }
        dependencies = Self.dependencies(of: root)
        allowsImplicitBuild = root["gypfile"]?.bool != false
        bundled = Self.bundled(of: root, dependencies)
        hasPlainDependencies = ["dependencies", "optionalDependencies", "peerDependencies"].allSatisfy { key in
            root[key].map { $0 == .null || $0.object?.allSatisfy { $0.value.string != nil } ?? false } ?? true
        }
        programs = Self.programs(of: root, name: manifest.name)
        main = root["main"]?.string
    }

    /// A list of names; `true` means all dependencies.
    private static func bundled(of root: JSONValue, _ dependencies: [Dependency]) -> [String] {
        switch root["bundleDependencies"] ?? root["bundledDependencies"] {
        case .array(let names): return names.compactMap(\.string)
        case .object(let members): return members.map(\.key)
        case .bool(true): return dependencies.filter { $0.role != "peer" }.map(\.name)
        default: return []
        }
    }

    /// `bin`: a path for the package's own name, or names with their paths.
    private static func programs(of root: JSONValue, name: String) -> [String: String] {
        switch root["bin"] {
        case .string(let path):
            guard let last = name.split(separator: "/").last else { return [:] }
            return [String(last): path]
        case .object(let members):
            var programs: [String: String] = [:]
            for member in members.prefix(1024) { programs[member.key] = member.value.string }
            return programs
        default: return [:]
        }
    }

    /// Patterns among the entry points that are followed.
    private static let patternsMax = 32

    private static func entryPoints(of root: JSONValue) -> [String] {
        var paths: [String] = []
        for key in [
            "main", "module", "browser", "exports", "bin", "unpkg", "jsdelivr", "react-native", "svelte", "es2015",
            "esnext", "jsnext:main", "electron",
        ] {
            if let value = root[key] { collect(value, into: &paths) }
        }
        // Every file of that folder is a command.
        if let folder = root["directories"]?["bin"]?.string { paths += [folder, folder + "/*"] }
        if root["main"]?.string == nil { paths.append("index") }
        // Each pattern is matched against every file.
        let patterns = paths.filter { $0.contains("*") }.prefix(patternsMax)
        return paths.filter { !$0.contains("*") } + patterns
    }

    /// All strings of a tree, without recursion. Keys are conditions, and for `browser` and `exports` paths as well.
    private static func collect(_ value: JSONValue, into paths: inout [String]) {
        var waiting = [value]
        while let next = waiting.popLast(), paths.count < 1024 {
            switch next {
            case .string(let path): paths.append(path)
            case .array(let elements): waiting += elements
            case .object(let members): waiting += members.map(\.value)
            default: continue
            }
        }
    }

    private static func dependencies(of root: JSONValue) -> [Dependency] {
        var all: [Dependency] = []
        let roles = [
            ("dependencies", "runtime"), ("optionalDependencies", "optional"), ("peerDependencies", "peer"),
        ]
        for (key, role) in roles {
            for member in root[key]?.object ?? [] {
                let requirement = member.value.string ?? ""
                let source = NPMRequirement.source(of: requirement)
                all.append(Dependency(name: member.key, requirement: requirement, role: role, source: source))
            }
        }
        return all
    }
}
