import SallyportGate
import SallyportModel
import Testing

@testable import SallyportUpstream

@Suite struct RetryPolicyTests {
    private func failure(worth: Bool = true, after: Duration? = nil) -> AttemptFailure {
        AttemptFailure(UpstreamError(.unreachable, ""), isWorthRetry: worth, retryAfter: after)
    }

    @Test func givesUpAfterTheLastAttemptAndOnWhatIsNotWorthIt() {
        let policy = RetryPolicy(.standard)
        #expect(policy.wait(after: 2, failure: failure(), random: 0) != nil)
        #expect(policy.wait(after: 3, failure: failure(), random: 0) == nil)
        #expect(policy.wait(after: 4, failure: failure(), random: 0) == nil)
        #expect(policy.wait(after: 1, failure: failure(worth: false), random: 0) == nil)
    }

    @Test(arguments: [(1, 200), (2, 400), (3, 800), (6, 6_400), (7, 10_000), (60, 10_000)])
    func doublesUpToTheLongestWait(attempt: Int, milliseconds: Int) {
        var limits = UpstreamLimits.standard
        limits.attemptsMax = 100
        let policy = RetryPolicy(limits)
        let step = Duration.milliseconds(milliseconds)
        #expect(policy.wait(after: attempt, failure: failure(), random: 0) == step / 2)
        #expect(policy.wait(after: attempt, failure: failure(), random: 0.5) == step * 0.75)
    }

    @Test func waitsAsLongAsAskedAndNotLongerThanItMay() {
        let policy = RetryPolicy(.standard)
        #expect(policy.wait(after: 1, failure: failure(after: .seconds(9)), random: 0) == .seconds(9))
        #expect(policy.wait(after: 1, failure: failure(after: .seconds(10)), random: 0) == .seconds(10))
        #expect(policy.wait(after: 1, failure: failure(after: .seconds(11)), random: 0) == nil)
        #expect(policy.wait(after: 1, failure: failure(after: .zero), random: 0) == .milliseconds(100))
    }

    @Test(arguments: [
        ("0", 0), ("7", 7), ("99999999999999999999999", 86_400), ("Sun, 06 Nov 1994 08:49:42 GMT", 5),
        ("Sun, 06 Nov 1994 08:49:00 GMT", 0), ("Fri, 31 Dec 2100 23:59:59 GMT", 86_400),
    ])
    func readsRetryAfter(value: String, seconds: Int) {
        #expect(RetryAfter.parse(value, now: Rig.noon) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "-1", "1.5", "soon", "Sun, 06 Nov 1994", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
    ])
    func ignoresOtherRetryAfter(value: String) {
        #expect(RetryAfter.parse(value, now: Rig.noon) == nil)
    }
}
