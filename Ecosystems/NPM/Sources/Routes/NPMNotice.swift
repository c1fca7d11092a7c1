import SallyportEcosystem
import SallyportModel

/// What npm can be told beside the answer: whether it reads `policyRestrictions`, and the line that it prints after
/// an install.
enum NPMNotice {
    /// Longest `npm-notice` value, in bytes.
    static let bytesMax = 600
    /// The first npm that chooses correctly beside restricted versions: earlier ones pick a restricted version when
    /// `latest` is outside the range that was asked for, and fail although another one fits.
    static let firstWithRestrictions = SemanticVersion(major: 10, minor: 8, patch: 2)

    /// Whether a `user-agent` is npm's and its version chooses correctly.
    static func honoursRestrictions(userAgent: String) -> Bool {
        guard userAgent.hasPrefix("npm/") else { return false }
        let version = userAgent.dropFirst(4).prefix { $0 != " " }
        return SemanticVersion(String(version)).map { $0 >= firstWithRestrictions } ?? false
    }

    /// One line: `Sallyport withheld 2 newer versions: once 1.4.1 (until 2026-11-29 10:00 UTC), …`.
    static func announcement(_ withheld: [Refusal]) -> String? {
        guard !withheld.isEmpty else { return nil }
        let count = withheld.count == 1 ? "a newer version" : "\(withheld.count) newer versions"
        let items = withheld.prefix(namesMax).map(item).joined(separator: ", ")
        let more = withheld.count > namesMax ? ", and \(withheld.count - namesMax) more" : ""
        let command = withheld.first.map { "; run: sallyport why \($0.release)" } ?? ""
        guard command.utf8.count <= bytesMax / 2 else {
            return Refusal.printable("Sallyport withheld \(count): \(items)\(more)", bytesMax: bytesMax)
        }
        let text = "Sallyport withheld \(count): \(items)\(more)"
        return Refusal.printable(text, bytesMax: bytesMax - command.utf8.count) + command
    }

    /// Most versions that are named.
    private static let namesMax = 8

    private static func item(_ refusal: Refusal) -> String {
        let name = "\(refusal.release.package.name) \(refusal.release.version)"
        if let until = refusal.verdict.until { return "\(name) (until \(until.minute))" }
        guard let reason = refusal.verdict.reasons.first else { return name }
        return "\(name) (\(Refusal.printable(reason.sentence, bytesMax: 80)))"
    }
}
