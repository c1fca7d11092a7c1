import Glibc
import UnixSignals

/// Which signals `run` hands on to the client, and when.
enum ForwardedSignals {
    /// The signals that would otherwise end this program before its client.
    static let all: [UnixSignal] = [.sigint, .sigterm, .sighup, .sigquit]

    /// Whether the client needs to be told.
    ///
    /// A key at the terminal reaches every process in its foreground, the client as well: told twice, npm would stop
    /// without cleaning up.
    static func needsForwarding(_ signal: UnixSignal) -> Bool {
        guard signal == .sigint || signal == .sigquit else { return true }
        return ![STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO].contains { tcgetpgrp($0) == getpgrp() }
    }
}
