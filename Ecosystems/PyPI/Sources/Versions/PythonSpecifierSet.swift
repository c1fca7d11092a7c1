/// Clauses that must all hold, separated by commas: `>=1.2,!=1.4.*,<2`.
///
/// The empty text is the set without clauses, which every version satisfies.
public struct PythonSpecifierSet: Hashable, Sendable, CustomStringConvertible {
    /// Longest text that is read, in UTF-8 bytes.
    public static let textBytesMax = 4_096

    /// The clauses in the order in which they were written.
    public let clauses: [PythonSpecifier]

    /// Reads clauses; `nil` when one of them is none, or when the text is longer than ``textBytesMax``.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.textBytesMax else { return nil }
        var clauses: [PythonSpecifier] = []
        for piece in text.split(separator: ",") {
            if piece.allSatisfy({ $0.isASCII && $0.isWhitespace }) { continue }
            guard let clause = PythonSpecifier(String(piece)) else { return nil }
            clauses.append(clause)
        }
        self.clauses = clauses
    }

    /// The versions that satisfy every clause, in their order.
    ///
    /// - Parameter prereleases: whether pre-releases count; by default they do when a clause names one, and
    ///   otherwise only when no final release satisfies the clauses.
    public func filter(_ versions: [PythonVersion], prereleases: Bool? = nil) -> [PythonVersion] {
        let matching = versions.filter { version in clauses.allSatisfy { $0.matches(version) } }
        if prereleases ?? clauses.contains(where: \.asksForPrereleases) { return matching }
        let finals = matching.filter { !$0.isPrerelease }
        return prereleases == nil && finals.isEmpty ? matching : finals
    }

    /// Whether one version, taken alone, satisfies the set.
    public func contains(_ version: PythonVersion, prereleases: Bool? = nil) -> Bool {
        !filter([version], prereleases: prereleases).isEmpty
    }

    /// The clauses, separated by commas.
    public var description: String { clauses.map(\.description).joined(separator: ",") }
}
