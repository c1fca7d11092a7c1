import Testing

@testable import SallyportAnalysis

@Suite("Names of requests")
struct RequestNameTests {
    @Test(
        "a part that says so may stand anywhere in a name, in letters of either size",
        arguments: [
            ("req", true), ("oldREQ", true), ("xRequestx", true), ("e", true), ("ev", true), ("table", false),
            ("socket2", true), ("soc", false), ("ks", true), ("tasK", true), ("tas\u{212A}", true), ("maße", false),
            ("pack", false), ("packet", true), ("packe\u{E9}t", false), ("inputs", true), ("", true), ("\u{E9}", true),
        ]
    )
    func parts(name: String, mayHold: Bool) {
        #expect(RequestNames.mayHold(name: Array(name.utf8)) == mayHold)
    }

    @Test("what is found is asked for no more, unless it weighs more or never sleeps")
    func takes() {
        var collector = FindingsCollector(limits: .standard)
        #expect(collector.takes(.chainExfiltration, "one", .use))
        collector.add(.chainExfiltration, "one", at: 3, .use)
        #expect(!collector.takes(.chainExfiltration, "one", .means))
        #expect(!collector.takes(.chainExfiltration, "one", .use))
        #expect(collector.takes(.chainExfiltration, "one", .flow))
        #expect(collector.takes(.chainExfiltration, "two", .use))
        #expect(collector.takes(.chainBackdoor, "one", .use))
    }
}
