import Foundation
import SallyportLexing
import SallyportTesting
import Testing

/// A sample of what `scripts/differential.sh python` does over the whole standard library.
@Suite("Python tokens against Python's own")
struct PythonDifferentialTests {
    private static let source = """
        #!/usr/bin/env python3
        @decorator.a(x=[1, 0x1_F, 0b1, 0o7, 1_0.5e-3j, .5, 1.])
        class A(B, metaclass=C):
        \t'''doc # not a comment
        \t\\'''still'''
        \tasync def f(self, *a, b: int = -1, **c) -> "D":
        \t\tif a != b and not (c[1:2, ...] @ a) or a ** -b // 2 <= 3 << 1: pass
        \t\telse:
        \t\t\treturn rb"\\x\\"" + b'a' Rb'b' \\
        \t\t\t\t+ u'c' "d\\
        e"

          # a comment that is not indentation
        \t\tx: int = (y := 3); z = {**a, 'b': lambda q: q}
        for caf\u{E9} in 1if a else 2, : a @= b; a >>= 1; a //= b
        """

    private static let script = """
        import sys, tokenize, io
        raw = sys.stdin.buffer.read(); lines = raw.split(b"\\n"); starts = [0]
        for line in lines: starts.append(starts[-1] + len(line) + 1)
        def offset(p): return starts[p[0] - 1] + len(lines[p[0] - 1].decode()[: p[1]].encode())
        for t in tokenize.tokenize(io.BytesIO(raw).readline):
            if t.type in (tokenize.NAME, tokenize.NUMBER, tokenize.STRING, tokenize.OP): print(offset(t.start), offset(t.end))
            elif t.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT): print(tokenize.tok_name[t.type].lower())
        """

    private static var python: URL? {
        ["/usr/bin/python3", "/usr/local/bin/python3"].map { URL(filePath: $0) }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }

    @Test(
        "agree on a sample of everything",
        .enabled(
            if: try Needed.isThere(
                python != nil,
                "there is no python3",
                environment: ProcessInfo.processInfo.environment
            ),
            "no python3 on this machine: nothing was compared"
        )
    )
    func sample() throws {
        let bytes = Array(Self.source.utf8)
        var tokens: [Token] = []
        try PythonTokenizer.tokenize(bytes.span, into: &tokens)
        let ours = tokens.map { token in
            switch token.kind {
            case .newline, .indent, .dedent: "\(token.kind)"
            default: "\(token.start) \(token.end)"
            }
        }
        #expect(try ours == Self.oracle())
    }

    private static func oracle() throws -> [String] {
        let process = Process()
        let input = Pipe()
        let output = Pipe()
        let executable = try #require(python)
        process.executableURL = executable
        process.arguments = ["-c", script]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(source.utf8))
        try input.fileHandleForWriting.close()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
