import SallyportModel
import Testing

@Suite("Verdicts")
struct VerdictTests {
    private func reason(_ outcome: Outcome, _ severity: Severity = .low, until: Int64? = nil) -> Reason {
        Reason(
            code: "\(outcome)-\(severity)",
            outcome: outcome,
            severity: severity,
            sentence: "",
            review: "",
            until: until.map { Instant(milliseconds: $0) }
        )
    }

    @Test("take the strictest outcome, whatever its weight")
    func strictest() {
        let verdict = Verdict([reason(.admit, .critical), reason(.deny, .low), reason(.hold, .high)])
        #expect(verdict.outcome == .deny)
        #expect(verdict.reasons.map(\.code) == ["deny-low", "hold-high", "admit-critical"])
        #expect(Verdict([]).outcome == .admit)
    }

    @Test("end with the last hold, and never when one has no end")
    func ends() {
        #expect(Verdict([reason(.hold, until: 5), reason(.hold, until: 9), reason(.admit)]).until?.milliseconds == 9)
        #expect(Verdict([reason(.hold, until: 5), reason(.hold)]).until == nil)
        #expect(Verdict([reason(.deny, until: 5)]).until == nil)
        #expect(Verdict.admitted.until == nil)
    }

    @Test("order outcomes, severities and reaches from mild to strict")
    func orders() {
        #expect([Outcome.deny, .admit, .hold].sorted() == [.admit, .hold, .deny])
        #expect(Severity.allCases.reversed().sorted() == [.low, .medium, .high, .critical])
        #expect([Reach.install, .shipped, .load].sorted() == [.shipped, .load, .install])
    }
}
