import SallyportLexing

/// The members of a version's manifest that matter here; all others are only copied.
struct ManifestField: Equatable {
    /// What a member is needed for beside being copied.
    enum Role: Equatable {
        case name
        case version
        case dist
        case scripts
        case gypfile
        case hasInstallScript
        /// A part of the abbreviated form and nothing else.
        case copied
    }

    let name: String
    let role: Role
    /// Whether the abbreviated form has it (npm registry documentation, package-metadata).
    let isAbbreviated: Bool

    /// The member of this name; nil when it does not matter.
    static func named(_ key: Range<Int>, in bytes: Span<UInt8>) -> ManifestField? {
        if let candidates = byCount[key.count] {
            for field in candidates where JSONText.matches(bytes, key, field.name) { return field }
        }
        // Only a name with an escape may be longer than its meaning.
        guard key.contains(where: { bytes[$0] == UInt8(ascii: "\\") }) else { return nil }
        let name = JSONText.decode(bytes, key)
        return all.first { $0.name == name }
    }

    private static let all: [ManifestField] =
        [
            ManifestField(name: "name", role: .name, isAbbreviated: true),
            ManifestField(name: "version", role: .version, isAbbreviated: true),
            ManifestField(name: "dist", role: .dist, isAbbreviated: true),
            ManifestField(name: "scripts", role: .scripts, isAbbreviated: false),
            ManifestField(name: "gypfile", role: .gypfile, isAbbreviated: false),
            ManifestField(name: "hasInstallScript", role: .hasInstallScript, isAbbreviated: false),
        ]
        + [
            "deprecated", "dependencies", "acceptDependencies", "optionalDependencies", "devDependencies",
            "bundleDependencies", "bundledDependencies", "peerDependencies", "peerDependenciesMeta", "bin",
            "directories", "engines", "_hasShrinkwrap", "funding", "cpu", "os", "libc",
        ].map { ManifestField(name: $0, role: .copied, isAbbreviated: true) }

    private static let byCount = Dictionary(grouping: all) { $0.name.utf8.count }
}
