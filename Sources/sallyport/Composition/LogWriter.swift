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
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes one line with its line break.
    init(
        label: String,
        settings: LogSettings,
        clock: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable (String) -> Void = { Streams.write($0, to: .standardError) }
    ) {
        self.label = label
        logLevel = settings.level
        format = settings.format
        self.clock = clock
        self.write = write
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
        write(line + "\n")
    }

    private func text(_ event: LogEvent, _ metadata: [(String, String)]) -> String {
        let values = metadata.map { " \($0.0.printable)=\(Self.word($0.1))" }.joined()
        return "\(clock()) \(event.level) \("\(event.message)".printable)\(values)"
    }

    /// A value that can't be taken for two, for another line, or for orders to a terminal: names and reasons come from
    /// packages and requests.
    private static func word(_ value: String) -> String {
        let shown = value.printable
        guard shown.isEmpty || shown.utf8.contains(where: { $0 <= 0x20 || [0x22, 0x3D, 0x5C].contains($0) }) else {
            return shown
        }
        var quoted = "\""
        for character in shown.unicodeScalars {
            if character == "\"" || character == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
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
