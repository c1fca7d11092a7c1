import SallyportModel

/// The name of a gem's file, `NAME-VERSION[-PLATFORM].gem`, taken apart.
///
/// Names may hold dashes and digits, so a file's name alone can be read in several ways. The one that is likeliest is taken,
/// and an index that lists a file under another one leaves it out: nobody could be sent to it.
struct GemFilename: Hashable, Sendable {
    let name: String
    let version: GemVersion
    /// As written; absent for gems that run anywhere.
    let platform: String?

    static let suffix = ".gem"

    /// The file of a release.
    static func of(_ name: String, _ version: String, platform: String?) -> String {
        guard let platform, platform != GemPlatform.ruby else { return "\(name)-\(version)\(suffix)" }
        return "\(name)-\(version)-\(platform)\(suffix)"
    }

    /// Takes a file's name apart.
    init?(_ filename: String) {
        guard filename.hasSuffix(Self.suffix) else { return nil }
        self.init(stem: filename.dropLast(Self.suffix.count))
    }

    /// Takes the name without its suffix apart: first with a platform that is known, then without any, then with another.
    init?(stem: Substring) {
        guard stem.utf8.count <= Artifact.filenameBytesMax else { return nil }
        let readings = Self.readings(stem)
        let known = readings.first { reading in reading.platform.map { GemPlatform.isKnown($0) } ?? false }
        guard let found = known ?? readings.last(where: { $0.platform == nil }) ?? readings.first else { return nil }
        self = found
    }

    private init(name: String, version: GemVersion, platform: String?) {
        self.name = name
        self.version = version
        self.platform = platform
    }

    /// Whether a dash and a digit stand in a name or a platform, so that a version could begin there.
    static func isAmbiguous(_ text: String) -> Bool {
        var isDash = false
        for byte in text.utf8 {
            if isDash, GemVersion.isDigit(byte) { return true }
            isDash = byte == UInt8(ascii: "-")
        }
        return false
    }

    /// Places where a version could begin; no gem has more, and a name with more is none.
    private static let readingsMax = 16

    /// Every way to read it, the shortest name first.
    private static func readings(_ stem: Substring) -> [GemFilename] {
        var found: [GemFilename] = []
        var places = 0
        for index in stem.utf8.indices where stem.utf8[index] == UInt8(ascii: "-") {
            let rest = stem[stem.utf8.index(after: index)...]
            guard let first = rest.utf8.first, GemVersion.isDigit(first), GemName.isName(stem[..<index].utf8) else {
                continue
            }
            places += 1
            guard places <= readingsMax else { return [] }
            let parts = rest.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            guard let version = GemVersion(String(parts[0])) else { continue }
            let platform = parts.count > 1 ? String(parts[1]) : nil
            if let platform, !GemPlatform.isWellFormed(platform) { continue }
            found.append(GemFilename(name: String(stem[..<index]), version: version, platform: platform))
        }
        return found
    }
}
