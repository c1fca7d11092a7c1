import SallyportModel
import SallyportPolicy

/// A fact, as the inspection states it.
func fact(
    _ code: String,
    _ detail: String = "",
    reach: Reach = .install,
    path: String? = nil,
    line: Int? = nil
) -> Fact {
    Fact(code: FactCode(rawValue: code), reach: reach, detail: detail, place: path.map { Place(path: $0, line: line) })
}

/// A moment of the test's week, in hours from 2026-11-22T00:00:00Z.
func hour(_ hours: Int64) -> Instant {
    Instant(milliseconds: 1_795_305_600_000).adding(seconds: hours * 3_600)
}

extension Policy {
    /// A policy of the given lines below `version: 1`.
    init(_ lines: String) throws {
        try self.init(yaml: "version: 1\n\(lines)\n", file: "policy.yaml")
    }

    /// The verdict of a content judgement about no release in particular.
    func judge(
        _ facts: [Fact] = [],
        delta: [Fact]? = nil,
        _ standing: ReleaseStanding = .established
    ) -> Verdict {
        contentVerdict(of: nil, facts: facts, delta: delta, standing: standing)
    }
}

extension Verdict {
    /// The rules that it names, in order.
    var codes: [String] { reasons.map(\.code) }
}
