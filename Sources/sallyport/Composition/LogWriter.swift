import FoundationEssentials
import Logging
import SallyportModel
import SystemPackage

/// Writes the log to standard error, a line an entry: as text for people or as JSON for collectors.
struct LogWriter: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level
    private let format: LogSettings.Format
    private let label: String
    private let clock: @Sendable () -> Instant

    init(label: String, settings: LogSettings, clock: @escaping @Sendable () -> Instant) {
        self.label = label
        logLevel = settings.level
        format = settings.format
        self.clock = clock
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
        let line =
            switch format {
            case .text: text(event, all)
            case .json: json(event, all)
            }
        // One write for a line: lines of several threads don't mix.
        _ = try? FileDescriptor.standardError.writeAll(Array((line + "\n").utf8))
    }

    private func text(_ event: LogEvent, _ metadata: [(String, String)]) -> String {
        let values = metadata.map { " \($0)=\($1.contains(" ") ? "\"\($1)\"" : $1)" }.joined()
        return "\(clock()) \(event.level) \(event.message)\(values)"
    }

    private func json(_ event: LogEvent, _ metadata: [(String, String)]) -> String {
        var object = Dictionary(metadata) { first, _ in first }
        object["time"] = clock().description
        object["level"] = "\(event.level)"
        object["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(object) else { return text(event, metadata) }
        return String(decoding: data, as: UTF8.self)
    }
}
