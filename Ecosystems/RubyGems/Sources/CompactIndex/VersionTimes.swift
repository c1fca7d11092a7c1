import SallyportLexing
import SallyportModel

/// The times of a gem's versions as `/api/v1/versions/NAME.json` states them, for pages that state none.
struct VersionTimes {
    private var times: [String: (time: Instant, checksum: String?)] = [:]

    /// Reads the document; one that can't be read states nothing.
    init(_ body: [UInt8], limits: CompactIndexLimits) {
        let limits = JSONLimits(bytesMax: limits.timesBytesMax, depthMax: 16)
        guard let entries = try? JSONValue.parse(body.span, limits: limits).array else { return }
        for entry in entries {
            guard let number = entry["number"]?.string, let time = entry["created_at"]?.string.flatMap({ Instant($0) })
            else { continue }
            let platform = entry["platform"]?.string ?? GemPlatform.ruby
            let label = platform == GemPlatform.ruby ? number : "\(number)-\(platform)"
            times[label] = (time, entry["sha"]?.string)
        }
    }

    /// The time of the file of a line; `nil` when none is stated, and when it is that of other bytes.
    func time(of line: InfoLine) -> Instant? {
        guard let stated = times[line.label] else { return nil }
        if let checksum = stated.checksum, checksum.lowercased() != line.checksum.hex { return nil }
        return stated.time
    }
}
