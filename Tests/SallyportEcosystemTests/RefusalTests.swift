import SallyportEcosystem
import SallyportModel
import Testing

@Suite("Words of a refusal")
struct RefusalTests {
    private func refusal(
        name: String = "left",
        version: String = "1.0.0",
        _ outcome: Outcome = .hold,
        sentences: [String] = ["has a hook"]
    ) throws -> Refusal {
        let release = try #require(Package(.npm, name).flatMap { Release($0, version) })
        let reasons = sentences.map {
            Reason(code: "rule", outcome: outcome, severity: .high, sentence: $0, review: "Look at it.")
        }
        return Refusal(release: release, verdict: Verdict(outcome: outcome, reasons: reasons))
    }

    @Test("say what, why, and what to type next")
    func line() throws {
        #expect(
            try refusal().line
                == "Held by Sallyport: left 1.0.0 has a hook; run: sallyport why pkg:npm/left@1.0.0"
        )
        #expect(try refusal(.deny).line.hasPrefix("Denied by Sallyport: left 1.0.0 has a hook;"))
        #expect(try refusal(sentences: ["a", "b", "c"]).line.contains("left 1.0.0 a (and 2 more);"))
        #expect(try refusal(sentences: []).line.contains("left 1.0.0 has not been judged;"))
    }

    @Test("do not count what was only noted")
    func noted() throws {
        let release = try #require(Package(.npm, "left").flatMap { Release($0, "1.0.0") })
        let reasons = [("was denied", Outcome.deny), ("is odd", .admit)].map {
            Reason(code: "rule", outcome: $1, severity: .low, sentence: $0, review: "Look at it.")
        }
        let refusal = Refusal(release: release, verdict: Verdict(outcome: .deny, reasons: reasons))
        #expect(refusal.line == "Denied by Sallyport: left 1.0.0 was denied; run: sallyport why pkg:npm/left@1.0.0")
        #expect(!refusal.paragraph.contains("odd"))
    }

    @Test(
        "fit a reason phrase: 300 bytes of printable ASCII, whatever the reason says",
        arguments: [1, 200, 300, 5_000]
    )
    func bounds(length: Int) throws {
        for sentence in [
            String(repeating: "x", count: length), String(repeating: "\u{E9}", count: length),
            String(repeating: "\r\n", count: length), String(repeating: "\u{1B}[31m", count: length),
        ] {
            let line = try refusal(sentences: [sentence]).line
            #expect(line.utf8.count <= Refusal.lineBytesMax)
            #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
            #expect(line.hasSuffix("; run: sallyport why pkg:npm/left@1.0.0"))
        }
    }

    @Test("leave out the command rather than the reason when a name is too long")
    func longNames() throws {
        let name = String(repeating: "n", count: 150)
        let line = try refusal(name: name).line
        #expect(!line.contains("sallyport why"))
        #expect(line.contains("has a hook"))
        #expect(line.utf8.count <= Refusal.lineBytesMax)
    }

    @Test("are cut with dots, at the bound and not before", arguments: [(9, "abcdefghi"), (8, "abcde..."), (3, "...")])
    func cutting(bytesMax: Int, expected: String) {
        #expect(Refusal.printable("abcdefghi", bytesMax: bytesMax) == expected)
    }

    @Test("list all reasons where there are several lines")
    func paragraph() throws {
        #expect(try refusal().paragraph == refusal().line)
        let lines = try refusal(sentences: ["a", "b\nc"]).paragraph.split(separator: "\n")
        #expect(lines.dropFirst() == ["- a", "- b?c"])
    }

    @Test(
        "a failure has a status and keeps its sentence",
        arguments: [
            (Failure.notFound("x"), 404), (.upstreamUnavailable("x"), 502), (.upstreamInvalid("x"), 502),
            (.badRequest("x"), 400), (.unavailable("x"), 503),
        ]
    )
    func failures(failure: Failure, status: Int) {
        #expect(failure.status == status)
        #expect(failure.sentence == "x")
    }

    @Test("positions outside of a view are not visible")
    func views() {
        let view = IndexView(mountURL: "", standings: [.visible, .withheld("no")])
        #expect([-1, 0, 1, 2].map { view.isVisible($0) } == [false, true, false, false])
    }
}
