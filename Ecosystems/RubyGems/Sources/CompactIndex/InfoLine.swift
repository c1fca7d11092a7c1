import SallyportModel

/// One line of an `/info` page: `VERSION[-PLATFORM] DEPENDENCY:RANGE&RANGE,...|checksum:SHA256,ruby:RANGE,...`.
struct InfoLine: Hashable, Sendable {
    let version: GemVersion
    /// As written; absent for gems that run anywhere.
    let platform: String?
    let checksum: Digest
    /// When it was published, where the page says so (the form of 2026).
    let createdAt: Instant?
    /// The ranges of Ruby and of RubyGems that it asks for, as `>= 2.5&< 4`.
    let requiredRuby: String?
    let requiredRubyGems: String?
    /// What it needs, in order: names, and ranges as `>= 1.0&< 3`.
    let dependencies: [Dependency]

    struct Dependency: Hashable, Sendable {
        let name: String
        let ranges: String
    }

    /// Why a line is left out: the end of a sentence.
    struct Refused: Error, Equatable {
        let why: String

        init(_ why: String) { self.why = why }
    }

    /// Reads a line of printable ASCII strictly. Clients split where they see a sign and are content with less; a line that two
    /// of them could read differently is refused.
    init(_ text: String) throws(Refused) {
        guard let space = text.firstIndex(of: " "), space != text.startIndex else {
            throw Refused("names no SHA-256")
        }
        let name = text[..<space]
        let rest = text[text.index(after: space)...]
        guard let bar = rest.firstIndex(of: "|") else { throw Refused("names no SHA-256") }
        let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let version = GemVersion(String(parts[0])) else { throw Refused("is a version that RubyGems forbids") }
        self.version = version
        platform = parts.count > 1 ? String(parts[1]) : nil
        if let platform, !GemPlatform.isWellFormed(platform) { throw Refused("names a platform that is none") }
        dependencies = try Self.dependencies(rest[..<bar])
        let stated = try Self.requirements(rest[rest.index(after: bar)...])
        guard let checksum = stated["checksum"].flatMap({ Digest(.sha256, hex: $0) }) else {
            throw Refused("names no SHA-256")
        }
        self.checksum = checksum
        createdAt = stated["created_at"].flatMap { Instant($0) }
        requiredRuby = stated["ruby"]
        requiredRubyGems = stated["rubygems"]
    }

    /// The most gems that one version may need.
    static let dependenciesMax = 1_024

    /// The version, and the platform behind a dash: what the page begins the line with.
    var label: String { platform.map { "\(version)-\($0)" } ?? version.description }

    private static func dependencies(_ text: Substring) throws(Refused) -> [Dependency] {
        guard !text.isEmpty else { return [] }
        var found: [Dependency] = []
        for part in text.split(separator: ",", maxSplits: dependenciesMax, omittingEmptySubsequences: false) {
            guard found.count < dependenciesMax else { throw Refused("needs more than \(dependenciesMax) gems") }
            guard let colon = part.firstIndex(of: ":"), GemName.isName(part[..<colon].utf8) else {
                throw Refused("names a dependency that can't be")
            }
            let ranges = part[part.index(after: colon)...]
            guard isRanges(ranges) else { throw Refused("asks for versions in a form that is not known") }
            found.append(Dependency(name: String(part[..<colon]), ranges: String(ranges)))
        }
        return found
    }

    private static func requirements(_ text: Substring) throws(Refused) -> [String: String] {
        var stated: [String: String] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let colon = part.firstIndex(of: ":"), colon != part.startIndex else {
                throw Refused("states something without a name")
            }
            let (key, value) = (String(part[..<colon]), String(part[part.index(after: colon)...]))
            if key == "ruby" || key == "rubygems", !isRanges(value[...]) {
                throw Refused("asks for versions in a form that is not known")
            }
            guard stated.updateValue(value, forKey: key) == nil else { throw Refused("states `\(key)` twice") }
        }
        return stated
    }

    /// `>= 1.0&< 3`: ranges of versions as `Gem::Requirement` reads them.
    private static func isRanges(_ text: Substring) -> Bool {
        text.split(separator: "&", omittingEmptySubsequences: false).allSatisfy { range in
            var rest = range
            for sign in ["!=", ">=", "<=", "~>", "=", ">", "<"] where rest.hasPrefix(sign) {
                rest = rest.dropFirst(sign.count)
                break
            }
            while rest.first == " " { rest = rest.dropFirst() }
            return GemVersion.isWellFormed(rest.utf8)
        }
    }
}
