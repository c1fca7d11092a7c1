import SallyportModel

/// Reasons that no policy rule gives: people's decisions, and what the gate itself notices.
enum GateReasons {
    /// The index publishes other digests than those of the bytes that were judged.
    static let digestChanged = Reason(
        code: "digest-changed",
        outcome: .hold,
        severity: .critical,
        sentence: "is offered with other bytes than those that were judged; a published version must never change",
        review: """
            Compare the digests upstream with the judged ones. Nobody can admit the new bytes unread: only if the change is \
            explained, `sallyport reopen` has them fetched and judged, as a release that is new.
            """
    )

    /// The bytes that the upstream sends are not those that its index promises.
    static func promiseBroken(_ promise: BrokenPromise) -> Reason {
        Reason(
            code: promise.difference == .missing ? "bytes-missing" : "promise-broken",
            outcome: .hold,
            severity: .high,
            sentence: "has bytes that \(promise.difference.words)",
            review: """
                Either the upstream's copy is damaged or somebody has changed it. It is asked for again by itself; nobody can \
                admit bytes that do not come. `sallyport reopen` has it asked for at once.
                """,
            until: promise.until
        )
    }

    static func denied(_ decision: Decision) -> Reason {
        Reason(
            code: "denied-by-person",
            outcome: .deny,
            severity: .high,
            sentence: "was denied by \(decision.actor) on \(decision.at.minute): \(decision.reason)",
            review: "A person denied it; `sallyport reopen` takes that back."
        )
    }

    static func admitted(_ decision: Decision) -> Reason {
        let end = decision.expires.map { " until \($0.minute)" } ?? ""
        return Reason(
            code: "admitted-by-person",
            outcome: .admit,
            severity: .low,
            sentence: "was admitted\(end) by \(decision.actor) on \(decision.at.minute): \(decision.reason)",
            review: "A person admitted it; the reasons below were overruled.",
            until: decision.expires
        )
    }

    static func frozen(_ decision: Decision) -> Reason {
        let instant = decision.asOf?.minute ?? "an unknown instant"
        return Reason(
            code: "frozen",
            outcome: .hold,
            severity: .medium,
            sentence: "appeared after \(instant), where \(decision.actor) froze all indexes: \(decision.reason)",
            review: "A freeze hides all that appeared after its instant; `sallyport thaw` ends it."
        )
    }
}
