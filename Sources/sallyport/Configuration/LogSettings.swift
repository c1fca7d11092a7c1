import ArgumentParser
import Logging

/// How the log is written.
struct LogSettings: Sendable, Hashable {
    /// The forms of a line.
    enum Format: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
        /// For people.
        case text
        /// One JSON object a line, for collectors.
        case json
    }

    /// The form of a line.
    var format = Format.text
    /// The least level that is written.
    var level = Logger.Level.info
}
