import Glibc
import NIOCore

/// Why a server can't listen where it was told to, in words.
enum ListeningFailure {
    /// The sentence for an error of the socket; any other error as it is.
    static func explain(_ error: any Error, listen: ListenAddress) -> any Error {
        if error is SocketAddressError {
            return CommandFailure("`\(listen.host)` is no address of this machine; choose another with `--listen`.")
        }
        guard let error = error as? IOError else { return error }
        switch error.errnoCode {
        case EADDRINUSE:
            return CommandFailure(
                "`\(listen)` is in use by another program; choose another with `--listen`, or stop that one."
            )
        case EADDRNOTAVAIL:
            return CommandFailure("`\(listen.host)` is no address of this machine; choose another with `--listen`.")
        case EACCES:
            return CommandFailure(
                "This user may not listen on port \(listen.port); choose one above 1023 with `--listen`."
            )
        default:
            return error
        }
    }
}
