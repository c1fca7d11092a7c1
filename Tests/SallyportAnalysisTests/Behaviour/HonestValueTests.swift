import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Values that only look like what attacks use")
struct HonestValueTests {
    @Test(
        "eval of what repr writes runs nothing; of anything else it does",
        arguments: [
            ("b = eval(repr(bytearray(A)))", false), ("b = eval(repr(base64.b64decode(A)))", false),
            ("b = eval(base64.b64decode(A))", true), ("b = eval(repr(A) + base64.b64decode(A).decode())", true),
            ("b = eval(repr(A), base64.b64decode(A))", true),
            ("repr = lambda x: x\nb = eval(repr(base64.b64decode(A)))", true),
            ("class C(str):\n  def __repr__(self): return self\nb = eval(repr(C(base64.b64decode(A))))", true),
        ]
    )
    func representation(code: String, runs: Bool) {
        let found = Self.findings("import base64\n\(code)\n")
        #expect(found.contains { $0.code == .chainDecodeExecute } == runs)
    }

    @Test("a port that a socket was given is nothing that came over it")
    func port() {
        let code = """
            import socket, subprocess
            def free():
                s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
                s.bind(('127.0.0.1', 0))
                return GIVEN
            subprocess.Popen(['server', '-p', str(free())])

            """
        let chains = { (given: String) in
            Self.findings(code.replacing("GIVEN", with: given)).contains { $0.code == .chainDownloadExecute }
        }
        #expect(!chains("s.getsockname()[1]"))
        #expect(chains("s.recv(1000)"))
        #expect(chains("s.makefile().read()"))
    }

    @Test(
        "headers are those of a request where the name may be one's",
        arguments: [
            ("executable.headers", false), ("table.headers", false), ("request.headers", true), ("self.headers", true),
            ("event.headers", true), ("r.headers", true), ("get_it().headers", true), ("ctx.headers", true),
        ]
    )
    func headers(value: String, brings: Bool) {
        let found = Self.findings("import subprocess\nsubprocess.run(\(value)['x'], shell=True)\n")
        #expect(found.contains { $0.code == .chainBackdoor } == brings)
    }

    @Test("a socket that learns its own address talks to nobody")
    func ownAddress() {
        let code = """
            import socket
            s = socket.socket(socket.AF_INET, KIND)
            s.connect(('203.0.113.9', 80))
            own = GIVEN

            """
        let talks = { (kind: String, given: String) in
            Self.findings(code.replacing("KIND", with: kind).replacing("GIVEN", with: given))
                .contains { $0.detail.hasPrefix("bare address") && $0.weight == .sensitive }
        }
        #expect(!talks("socket.SOCK_DGRAM", "s.getsockname()[0]"))
        #expect(talks("socket.SOCK_STREAM", "s.getsockname()[0]"))
        #expect(talks("socket.SOCK_DGRAM", "1"))
        #expect(talks("socket.SOCK_DGRAM", "s.getsockname()[0]; s.send(own)"))
    }

    private static func findings(_ source: String) -> [Finding] { Evasion.findings(source, .python).findings }
}
