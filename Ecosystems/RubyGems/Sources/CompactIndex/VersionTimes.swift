import SallyportLexing
import SallyportModel

/// The times of a gem's versions as `/api/v1/versions/NAME.json` states them, for pages that state none.
struct VersionTimes {
    private var times: [String: (time: Instant, checksum: String)] = [:]

    /// Reads the document; one that can't be read states nothing.
    init(_ body: [UInt8], limits: CompactIndexLimits) {
        let limits = JSONLimits(bytesMax: limits.timesBytesMax, depthMax: 16)
        guard let entries = try? JSONValue.parse(body.span, limits: limits).array else { return }
        for entry in entries {
            guard let number = entry["number"]?.string, let checksum = entry["sha"]?.string,
                let time = entry["created_at"]?.string.flatMap({ Instant($0) })
            else { continue }
            let platform = entry["platform"]?.string ?? GemPlatform.ruby
            let label = platform == GemPlatform.ruby ? number : "\(number)-\(platform)"
            // Of two that are stated for one file the later one keeps it longer.
            if let known = times[label], known.checksum == checksum.lowercased(), known.time > time { continue }
            times[label] = (time, checksum.lowercased())
        }
    }

    /// The time of the file of a line; `nil` when none is stated for its very bytes.
    func time(of line: InfoLine) -> Instant? {
        guard let stated = times[line.label], stated.checksum == line.checksum.hex else { return nil }
        return stated.time
    }
}
