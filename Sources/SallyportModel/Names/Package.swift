/// A package's identity: an ecosystem and a name in that ecosystem's normal form.
///
/// Normalisation belongs to the ecosystem (PEP 503 for PyPI, npm keeps a name as it is); this type only refuses
/// what no ecosystem allows, so that a name is safe in a path, a log line and a database key.
public struct Package: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Longest name accepted, in UTF-8 bytes (npm allows 214).
    public static let nameBytesMax = 214

    /// The ecosystem that the name belongs to.
    public let ecosystem: Ecosystem
    /// The normalised name, for npm with its scope: `@scope/name`.
    public let name: String

    /// Refuses names that are empty, too long, or hold anything but printable ASCII without spaces, backslashes
    /// and `..`, and names with an empty or `.` part between slashes; returns `nil` then.
    public init?(_ ecosystem: Ecosystem, _ name: String) {
        guard !name.isEmpty, name.utf8.count <= Self.nameBytesMax, name.isPlainToken else { return nil }
        guard name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty && $0 != "." })
        else { return nil }
        guard !name.hasPrefix(".") else { return nil }
        self.ecosystem = ecosystem
        self.name = name
    }

    /// Decodes what ``init(_:_:)`` accepts, and refuses the rest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let ecosystem = try container.decode(Ecosystem.self, forKey: .ecosystem)
        guard let package = Package(ecosystem, try container.decode(String.self, forKey: .name)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .name,
                in: container,
                debugDescription: "This is no package name."
            )
        }
        self = package
    }

    /// The package URL without a version.
    public var description: String { PackageURL(package: self, version: nil).description }
}

extension String {
    /// Whether all bytes are printable ASCII other than space, backslash and quotes, and no `..` occurs.
    ///
    /// Names and versions from outside reach paths, headers and terminals; this is the floor under every use.
    var isPlainToken: Bool {
        var previous: UInt8 = 0
        for byte in utf8 {
            guard byte > 0x20, byte < 0x7F else { return false }
            guard byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'") else {
                return false
            }
            if byte == UInt8(ascii: "."), previous == UInt8(ascii: ".") { return false }
            previous = byte
        }
        return true
    }
}
