import SallyportModel
import Testing

@testable import SallyportGate

@Suite("Decisions of people")
struct DecisionBookTests {
    private static let version = "pkg:npm/left@1.0.0"
    private static let whole = "pkg:npm/left"

    /// What a book rules on `left@1.0.0`, in one word.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let decisions: [Decision]
        var appearedAt: Instant? = hour(-100)
        var now = hour(1)
        let expected: String

        init(
            _ name: String,
            _ decisions: [Decision],
            appearedAt: Instant? = hour(-100),
            now: Instant = hour(1),
            _ expected: String
        ) {
            testDescription = name
            self.decisions = decisions
            self.appearedAt = appearedAt
            self.now = now
            self.expected = expected
        }
    }

    static let cases: [Case] = [
        Case("nothing", [], "none"),
        Case("another package", [decision(1, .deny, "pkg:npm/right")], "none"),
        Case("another version", [decision(1, .deny, "pkg:npm/left@1.0.1")], "none"),
        Case("admit", [decision(1, .admit, version)], "admit 1"),
        Case("deny", [decision(1, .deny, version)], "deny 1"),
        Case("deny a package", [decision(1, .deny, whole)], "deny 1"),
        Case("admit after deny", [decision(1, .deny, version), decision(2, .admit, version)], "admit 2"),
        Case("deny after admit", [decision(1, .admit, version), decision(2, .deny, version)], "deny 2"),
        Case("in another order", [decision(2, .deny, version), decision(1, .admit, version)], "deny 2"),
        Case("the package newer", [decision(1, .deny, version), decision(2, .admit, whole)], "admit 2"),
        Case("the version newer", [decision(1, .deny, whole), decision(2, .admit, version)], "admit 2"),
        Case("reopened", [decision(1, .deny, version), decision(2, .reopen, version)], "none"),
        Case("reopened as a package", [decision(1, .deny, version), decision(2, .reopen, whole)], "none"),
        Case("one second before its end", [decision(1, .admit, version, expires: hour(2))], now: hour(1), "admit 1"),
        Case("at its end", [decision(1, .admit, version, expires: hour(2))], now: hour(2), "none"),
        Case(
            "a denial outlives a waiver",
            [decision(1, .deny, whole), decision(2, .admit, version, expires: hour(2))],
            now: hour(2),
            "deny 1"
        ),
        Case(
            "a waiver from a denial",
            [decision(1, .deny, whole), decision(2, .admit, version, expires: hour(2))],
            "admit 2"
        ),
        Case(
            "an admission outlives a waiver",
            [decision(1, .admit, version), decision(2, .admit, version, expires: hour(2))],
            now: hour(3),
            "admit 1"
        ),
        Case("frozen", [decision(1, .freeze, asOf: hour(-101))], "freeze 1"),
        Case("appeared at the instant", [decision(1, .freeze, asOf: hour(-100))], "none"),
        Case("appeared before", [decision(1, .freeze, asOf: hour(-99))], "none"),
        Case("appeared nobody knows when", [decision(1, .freeze, asOf: hour(0))], appearedAt: nil, "freeze 1"),
        Case("thawed", [decision(1, .freeze, asOf: hour(-101)), decision(2, .thaw)], "none"),
        Case("thawed, in another order", [decision(2, .thaw), decision(1, .freeze, asOf: hour(-101))], "none"),
        Case(
            "frozen again",
            [decision(1, .freeze, asOf: hour(-101)), decision(2, .thaw), decision(3, .freeze, asOf: hour(-102))],
            "freeze 3"
        ),
        Case(
            "a newer admission beats the freeze",
            [decision(1, .freeze, asOf: hour(-101)), decision(2, .admit, version)],
            "admit 2"
        ),
        Case(
            "a newer freeze beats the admission",
            [decision(1, .admit, version), decision(2, .freeze, asOf: hour(-101))],
            "freeze 2"
        ),
        Case(
            "an older admission of what the freeze leaves visible",
            [decision(1, .admit, version), decision(2, .freeze, asOf: hour(-99))],
            "admit 1"
        ),
        Case(
            "a denial beats a freeze",
            [decision(1, .deny, version), decision(2, .freeze, asOf: hour(-101))],
            "deny 1"
        ),
        Case(
            "an ended admission leaves the freeze",
            [decision(1, .freeze, asOf: hour(-101)), decision(2, .admit, version, expires: hour(2))],
            now: hour(2),
            "freeze 1"
        ),
    ]

    @Test("rule on a release", arguments: cases)
    func ruling(_ given: Case) throws {
        let ruling = DecisionBook(given.decisions)
            .ruling(on: try release(), appearedAt: given.appearedAt, now: given.now)
        let word =
            switch ruling {
            case .none: "none"
            case .admit(let decision): "admit \(decision.sequence)"
            case .deny(let decision): "deny \(decision.sequence)"
            case .freeze(let decision): "freeze \(decision.sequence)"
            }
        #expect(word == given.expected)
    }

    @Test("a waiver says when it ends, until it has ended")
    func nextChange() throws {
        let book = DecisionBook([decision(1, .admit, Self.version, expires: hour(2))])
        #expect(book.nextChange(on: try release(), after: hour(1)) == hour(2))
        #expect(book.nextChange(on: try release(), after: hour(2)) == nil)
        #expect(book.nextChange(on: try release("1.0.1"), after: hour(1)) == nil)
    }

    @Test("judgements are void up to the newest reopening of the version or its package")
    func reopening() throws {
        let book = DecisionBook([
            decision(3, .reopen, Self.whole, at: hour(3)), decision(1, .reopen, Self.version, at: hour(1)),
            decision(4, .admit, Self.version, at: hour(4)),
        ])
        #expect(book.reopenedAt(try release()) == hour(3))
        #expect(book.reopenedAt(try release("2.0.0")) == hour(3))
        #expect(book.reopenedAt(try release(of: "right")) == nil)
    }
}
