import Glibc
import SystemPackage

/// The program's own output: results on standard output, everything about the work on standard error.
enum Streams {
    /// Writes a result; a line break is added.
    static func print(_ text: String) {
        write(text + "\n", to: .standardOutput)
    }

    /// Writes a word to the person at the terminal; a line break is added.
    static func note(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    /// Writes without a line break.
    static func write(_ text: String, to stream: FileDescriptor) {
        // Nobody is left to tell when standard output is gone.
        _ = try? stream.writeAll(Array(text.utf8))
    }

    /// Whether a person watches standard error.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// A line on standard error that says how far the work is; only for a person who watches.
struct Progress {
    private let total: Int
    private let isShown: Bool
    private var done = 0

    init(total: Int) {
        self.total = total
        isShown = total > 1 && Streams.isErrorTerminal
        show()
    }

    mutating func advance() {
        done += 1
        show()
    }

    /// Takes the line away.
    func clear() {
        if isShown { Streams.write("\r\u{1B}[K", to: .standardError) }
    }

    private func show() {
        if isShown { Streams.write("\r\u{1B}[KRead \(done) of \(total) files", to: .standardError) }
    }
}
