import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("A loop that nothing ends")
struct LoopTests {
    @Test(
        "is seen where a module is loaded",
        arguments: [
            (Language.javaScript, "for (;;) { spin(); }"), (.javaScript, "while (true) { a.b() }"),
            (.javaScript, "while (1) { a.b() }"), (.javaScript, "for (;;) spin();"), (.javaScript, "for (;;);"),
            (.javaScript, "for (let i = 0; i < Infinity; i++) { spin(); }"),
            (.python, "while True:\n    spin()\nx = 1\n"), (.python, "while 1:\n    spin()\nx = 1\n"),
        ]
    )
    func seen(language: Language, source: String) {
        #expect(loops(source, language) == 1)
    }

    @Test(
        "is none when something ends it",
        arguments: [
            (Language.javaScript, "for (;;) { if (done()) break; }"), (.javaScript, "while (true) { await next(); }"),
            (.javaScript, "do { if (done()) break; } while (true);\nif (a) { b() }"),
            (.javaScript, "while (tru) { a() }"), (.javaScript, "function f() { for (;;) { spin(); } }"),
            (.javaScript, "a.while(true)\nif (b) { c() }"), (.python, "while True:\n    time.sleep(1)\nx = 1\n"),
            (.python, "while True:\n    line = sys.stdin.readline()\nx = 1\n"),
            (.python, "while True:\n    answer = ask(timeout=10.0)\nx = 1\n"),
            (.python, "def f():\n    while True:\n        spin()\n"),
        ]
    )
    func ended(language: Language, source: String) {
        #expect(loops(source, language) == 0)
    }

    @Test("is looked for in time that grows with the size only", arguments: ["for(;;)x;", "while(1)x\n", "for(a;b;c)"])
    func linear(piece: String) {
        #expect(loops(String(repeating: piece, count: 20_000), .javaScript) <= 1)
    }

    private func loops(_ source: String, _ language: Language) -> Int {
        Evasion.findings(source, language).findings.count { $0.code == .capabilityDestructive }
    }
}
