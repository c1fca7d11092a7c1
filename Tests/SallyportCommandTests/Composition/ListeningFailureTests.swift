import Glibc
import NIOCore
import Testing

@testable import sallyport

@Suite("Where a server can't listen")
struct ListeningFailureTests {
    private let listen = ListenAddress(host: "10.1.2.3", port: 80)

    @Test(
        "is said in words, with what to do",
        arguments: [
            (EADDRINUSE, "`10.1.2.3:80` is in use by another program; choose another with `--listen`"),
            (EADDRNOTAVAIL, "`10.1.2.3` is no address of this machine"),
            (EACCES, "may not listen on port 80"),
        ]
    )
    func words(code: CInt, sentence: String) {
        let error = ListeningFailure.explain(IOError(errnoCode: code, reason: "bind"), listen: listen)
        #expect((error as? CommandFailure)?.description.contains(sentence) == true)
    }

    @Test("another error is handed on")
    func others() {
        #expect(ListeningFailure.explain(CancellationError(), listen: listen) is CancellationError)
        #expect(ListeningFailure.explain(IOError(errnoCode: EMFILE, reason: "bind"), listen: listen) is IOError)
    }
}
