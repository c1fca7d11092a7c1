import Testing

@testable import SallyportLexing

/// What Ruby's own reader of YAML makes of plain scalars; the tables were made with it.
@Suite("Plain scalars of YAML")
struct YAMLPlainScalarTests {
    @Test(
        "are texts",
        arguments: [
            "1.0.0", "018", "08", "09", "0x", ".", "1.0e5", "1e5", "y", "n", "t", "nully", "yesterday", ".nano", "1:90",
            "2026.11.23", "1.0.rc1", "demo", "1.10-java", "lib", "ext/a/extconf.rb", "x86_64-linux", "+", "1-2", "1._5",
            "true.rb", "12abc", "0o17", "1.2e", "1.1.", "",
        ]
    )
    func texts(value: String) {
        #expect(YAMLPlainScalar.isText(value))
    }

    @Test(
        "are other things",
        arguments: [
            "1.10", "1.0", "1", "10", "017", "0x1f", "0b101", "1_000", "1,000", "1.", ".5", "-1", "+1.5", "-.5",
            "1.e+5", "1.5e-3", "yes", "No", "TRUE", "on", "off", "Null", "~", ":a", "::A", ".inf", "-.INF", ".nan",
            "1:30", "1:30:15", "1:30.5", "10:5", "2026-11-23", "2026-1-3", "2026-11-23T10:00:00Z", "0.01", "00.1",
            "0_1", "2026-11-23 00:00:00.000000000 Z",
        ]
    )
    func others(value: String) {
        #expect(!YAMLPlainScalar.isText(value))
    }

    @Test(
        "a gem whose name, version or paths are for YAML another thing is refused, in quotes they are texts",
        arguments: ["version: 1.10", "name: yes", "platform: 12", "bindir: 1.5", "extensions:\n- 1.0"]
    )
    func specification(line: String) throws {
        let key = String(line.prefix { $0 != ":" })
        let others = ["name: a", "version: 1.0.0"].filter { !$0.hasPrefix(key) }
        func text(_ line: String) -> [UInt8] { Array(((others + [line]).joined(separator: "\n") + "\n").utf8) }
        #expect(throws: GemSpecification.Failure.self) { try GemSpecification(text(line).span) }
        guard let last = line.split(separator: " ").last else { return }
        _ = try GemSpecification(text(line.replacing(last, with: "'\(last)'")).span)
    }
}
