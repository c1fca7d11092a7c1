import SallyportLexing
import SallyportModel

/// Core metadata of a Python distribution: `METADATA` of a wheel, `PKG-INFO` of a source distribution.
struct PythonMetadata {
    /// Name and version.
    let manifest: Manifest
    /// What is installed with it, and what its build needs from the same file.
    let dependencies: [Dependency]

    /// Reads metadata; `nil` without a readable name and version.
    init?(_ bytes: Span<UInt8>) {
        guard let headers = try? RFC822Headers(bytes), let name = headers.first("Name"),
            let version = headers.first("Version")
        else { return nil }
        manifest = Manifest(name: name, version: version)
        dependencies = headers.all("Requires-Dist").map { Self.dependency($0) }
    }

    /// `name[extras] (>=1); marker` or `name @ address` (PEP 508).
    static func dependency(_ text: String, role: String = "runtime") -> Dependency {
        let bare = text.split(separator: ";", maxSplits: 1).first.map { String($0) } ?? text
        let isOptional = text.contains("extra ==")
        let nameEnd = bare.firstIndex { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") }
        let name = String(bare[..<(nameEnd ?? bare.endIndex)])
        var requirement = nameEnd.map { bare[$0...].trimmed } ?? ""
        let role = isOptional ? "optional" : role
        guard let at = bare.firstIndex(of: "@"), bare[..<at].firstIndex(of: "(") == nil else {
            return Dependency(name: name, requirement: requirement, role: role, source: .registry)
        }
        requirement = bare[bare.index(after: at)...].trimmed
        let lower = requirement.lowercased()
        let source: Dependency.Source =
            lower.hasPrefix("git+") || lower.hasPrefix("hg+") || lower.hasPrefix("svn+") || lower.hasPrefix("bzr+")
            ? .git : lower.hasPrefix("file:") ? .path : .url
        return Dependency(name: name, requirement: requirement, role: role, source: source)
    }
}
