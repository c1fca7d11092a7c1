import SallyportGate
import SallyportModel
import Testing

/// What every catalogue promises.
@Suite struct CatalogueConformanceTests {
    @Test("the first look has no look before it", arguments: CatalogueForm.allCases)
    func firstLook(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let artifacts = [try Samples.artifact("a", "1.0.0"), try Samples.artifact("a", "1.1.0")]
            let now = Instant(milliseconds: 5)
            let found = try await catalogue.look(at: try Samples.package("a"), artifacts: artifacts, now: now)
            #expect(found == Array(repeating: Sighting(firstSeen: now, previousLook: nil), count: 2))
        }
    }

    @Test("a later look keeps first sightings and knows the look before", arguments: CatalogueForm.allCases)
    func laterLook(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let package = try Samples.package("a")
            let old = try Samples.artifact("a", "1.0.0")
            let new = try Samples.artifact("a", "2.0.0")
            _ = try await catalogue.look(at: package, artifacts: [old], now: Instant(milliseconds: 1))
            _ = try await catalogue.look(at: package, artifacts: [old], now: Instant(milliseconds: 2))
            let found = try await catalogue.look(
                at: package,
                artifacts: [new, old, new],
                now: Instant(milliseconds: 3)
            )
            let first = Sighting(firstSeen: Instant(milliseconds: 1), previousLook: nil)
            let second = Sighting(firstSeen: Instant(milliseconds: 3), previousLook: Instant(milliseconds: 2))
            #expect(found == [second, first, second])
        }
    }

    @Test("a look in the past changes nothing", arguments: CatalogueForm.allCases)
    func lookInThePast(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let package = try Samples.package("a")
            let old = try Samples.artifact("a", "1.0.0")
            let new = try Samples.artifact("a", "2.0.0")
            for time: Int64 in [1, 5] {
                _ = try await catalogue.look(at: package, artifacts: [old], now: Instant(milliseconds: time))
            }
            let past = try await catalogue.look(at: package, artifacts: [old], now: Instant(milliseconds: 2))
            #expect(past == [Sighting(firstSeen: Instant(milliseconds: 1), previousLook: nil)])
            let found = try await catalogue.look(at: package, artifacts: [new], now: Instant(milliseconds: 9))
            #expect(found == [Sighting(firstSeen: Instant(milliseconds: 9), previousLook: Instant(milliseconds: 5))])
        }
    }

    @Test("looks at one package at once agree on who was first", arguments: CatalogueForm.allCases)
    func looksAtOnce(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let package = try Samples.package("a")
            let artifacts = try (0..<40).map { try Samples.artifact("a", "1.0.\($0)") }
            let found = try await withThrowingTaskGroup(of: [Sighting].self) { group in
                for time in 1...16 {
                    group.addTask {
                        try await catalogue.look(
                            at: package,
                            artifacts: artifacts,
                            now: Instant(milliseconds: Int64(time))
                        )
                    }
                }
                return try await group.reduce(into: Set<[Sighting]>()) { $0.insert($1) }
            }
            #expect(found.count == 1)
        }
    }

    @Test("the index kept last is answered", arguments: CatalogueForm.allCases)
    func keptIndex(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let package = try Samples.package("@scope/a")
            #expect(try await catalogue.index(of: package) == nil)
            try await catalogue.keep(Samples.index("one", at: 1), of: package)
            try await catalogue.keep(Samples.index("two", at: 2, etag: "\"x\""), of: package)
            #expect(try await catalogue.index(of: package) == Samples.index("two", at: 2, etag: "\"x\""))
            let confirmed = Samples.index("two", at: 3, etag: "\"y\"")
            try await catalogue.keep(confirmed, of: package)
            #expect(try await catalogue.index(of: package) == confirmed)
            #expect(try await catalogue.index(of: try Samples.package("@scope/a", .pypi)) == nil)
        }
    }

    @Test("a confirmation changes the kept index's time alone, and never back", arguments: CatalogueForm.allCases)
    func confirmedIndex(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let package = try Samples.package("a")
            try await catalogue.confirmIndex(of: package, at: Instant(milliseconds: 1))
            #expect(try await catalogue.index(of: package) == nil)
            try await catalogue.keep(Samples.index("one", at: 2, etag: "\"x\""), of: package)
            for (time, expected) in [(Int64(7), Int64(7)), (5, 7)] {
                try await catalogue.confirmIndex(of: package, at: Instant(milliseconds: time))
                #expect(try await catalogue.index(of: package) == Samples.index("one", at: expected, etag: "\"x\""))
            }
        }
    }

    @Test("a judgement comes back whole", arguments: CatalogueForm.allCases, [Outcome.admit, .hold, .deny])
    func judgement(form: CatalogueForm, outcome: Outcome) async throws {
        try await form.use { catalogue in
            let predecessor = try Samples.artifact("left-pad", "0.9.0")
            let judgement = try Samples.judgement(
                of: try Samples.artifact(),
                outcome,
                predecessor: predecessor,
                companion: .init(digest: Samples.digest("metadata"), size: 8)
            )
            try await catalogue.record(judgement, report: Samples.report())
            #expect(try await catalogue.judgements(of: try Samples.package()) == [judgement])
            #expect(try await catalogue.report(of: judgement) == Samples.report())
        }
    }

    @Test("the same bytes under two names have two reports", arguments: CatalogueForm.allCases)
    func twins(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let judgements = try [("a", "1.0.0"), ("a", "1.1.0"), ("b", "1.0.0")].map { name, version in
                try Samples.judgement(of: try Samples.artifact(name, version), .hold)
            }
            #expect(Set(judgements.map(\.digest)).count == 1)
            for (files, judgement) in judgements.enumerated() {
                try await catalogue.record(judgement, report: Samples.report(files: files))
            }
            for (files, judgement) in judgements.enumerated() {
                #expect(try await catalogue.report(of: judgement) == Samples.report(files: files))
            }
            let other = try Samples.judgement(of: judgements[0].artifact, .hold, engine: "2")
            #expect(try await catalogue.report(of: other) == nil)
            try await catalogue.record(other, report: Samples.report(engine: "2", files: 7))
            #expect(try await catalogue.report(of: other) == Samples.report(engine: "2", files: 7))
            #expect(try await catalogue.report(of: judgements[0]) == Samples.report(files: 0))
        }
    }

    @Test("names are known of which something is admitted now", arguments: CatalogueForm.allCases)
    func admittedNames(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            for name in ["c", "a", "b", "d"] {
                let outcome = name == "b" ? Outcome.hold : .admit
                let judgement = try Samples.judgement(of: try Samples.artifact(name), outcome)
                try await catalogue.record(judgement, report: Samples.report())
            }
            try await catalogue.record(
                try Samples.judgement(of: try Samples.artifact("d"), .deny, engine: "2"),
                report: Samples.report()
            )
            try await catalogue.record(
                try Samples.judgement(of: try Samples.artifact("c", "2.0.0"), .deny),
                report: Samples.report()
            )
            #expect(try await catalogue.admittedNames(of: .npm, limit: 10) == ["c", "a"])
            #expect(try await catalogue.admittedNames(of: .npm, limit: 1) == ["c"])
            #expect(try await catalogue.admittedNames(of: .npm, limit: 0).isEmpty)
            #expect(try await catalogue.admittedNames(of: .pypi, limit: 10).isEmpty)
            // What was young when it was judged may be an imitation of what is asked for tomorrow.
            let young = try Samples.judgement(of: try Samples.artifact("y"), policy: "policy-1-young")
            try await catalogue.record(young, report: Samples.report())
            #expect(try await catalogue.admittedNames(of: .npm, limit: 10) == ["c", "a"])
        }
    }

    @Test("an admission may carry reasons that a person overruled", arguments: CatalogueForm.allCases)
    func overruled(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let plain = try Samples.judgement(of: try Samples.artifact())
            let verdict = Verdict(outcome: .admit, reasons: [Samples.reason("hook-added", .hold)])
            let judgement = Judgement(
                artifact: plain.artifact,
                digest: plain.digest,
                digests: [],
                size: 0,
                verdict: verdict,
                predecessor: nil,
                policy: "",
                engine: "",
                judgedAt: plain.judgedAt,
                companion: nil
            )
            try await catalogue.record(judgement, report: Samples.report())
            #expect(try await catalogue.judgements(of: try Samples.package()) == [judgement])
        }
    }

    @Test("only the newest judgement of an artifact is answered", arguments: CatalogueForm.allCases)
    func newestJudgement(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let artifact = try Samples.artifact()
            let other = try Samples.judgement(of: try Samples.artifact("left-pad", "2.0.0"), .deny, bytes: "other")
            let held = try Samples.judgement(of: artifact, .hold)
            let admitted = try Samples.judgement(of: artifact, .admit, engine: "2")
            try await catalogue.record(held, report: Samples.report())
            try await catalogue.record(other, report: Samples.report())
            #expect(try await catalogue.refusals(limit: 10) == [other, held])
            #expect(try await catalogue.refusals(limit: 1) == [other])
            #expect(try await catalogue.refusals(limit: 0).isEmpty)
            try await catalogue.record(admitted, report: Samples.report(engine: "2", files: 3))
            #expect(try await catalogue.judgements(of: try Samples.package()) == [other, admitted])
            #expect(try await catalogue.refusals(limit: 10) == [other])
            #expect(try await catalogue.report(of: admitted) == Samples.report(engine: "2", files: 3))
        }
    }

    @Test("what another engine read is found page by page, until this one reads it", arguments: CatalogueForm.allCases)
    func outdated(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let artifacts = try ["1.0.0", "1.1.0", "1.2.0"].map { try Samples.artifact("left-pad", $0) }
            for artifact in artifacts {
                let judgement = try Samples.judgement(of: artifact, .admit, bytes: artifact.filename, engine: "1")
                try await catalogue.record(judgement, report: Samples.report())
            }
            #expect(try await catalogue.outdated(besides: "1", after: 0, limit: 10).isEmpty)
            let first = try await catalogue.outdated(besides: "2", after: 0, limit: 2)
            #expect(first.map(\.artifact) == Array(artifacts.prefix(2)))
            let position = try #require(first.last?.position)
            let second = try await catalogue.outdated(besides: "2", after: position, limit: 2)
            #expect(second.map(\.artifact) == [artifacts[2]])
            let again = try Samples.judgement(of: artifacts[0], .hold, bytes: artifacts[0].filename, engine: "2")
            try await catalogue.record(again, report: Samples.report(engine: "2"))
            #expect(
                try await catalogue.outdated(besides: "2", after: 0, limit: 10).map(\.artifact) == [
                    artifacts[1], artifacts[2],
                ]
            )
        }
    }

    @Test("nothing is known of what was never recorded", arguments: CatalogueForm.allCases)
    func unknown(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            #expect(try await catalogue.judgements(of: try Samples.package()).isEmpty)
            #expect(try await catalogue.report(of: try Samples.judgement(of: try Samples.artifact())) == nil)
            #expect(try await catalogue.admittedNames(of: .npm, limit: 10).isEmpty)
            #expect(try await catalogue.pending(limit: 10).isEmpty)
            #expect(try await catalogue.decisions().isEmpty)
            let subject = PackageURL(package: try Samples.package(), version: nil)
            #expect(try await catalogue.downloads(of: subject, limit: 10).isEmpty)
        }
    }

    @Test("a pending note ends with its judgement or when it is dropped", arguments: CatalogueForm.allCases)
    func pending(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let artifacts = try ["1.0.0", "2.0.0", "3.0.0"].map { try Samples.artifact("a", $0) }
            for artifact in artifacts + artifacts { try await catalogue.notePending(artifact) }
            #expect(try await catalogue.pending(limit: 10) == artifacts)
            #expect(try await catalogue.pending(limit: 2) == Array(artifacts.prefix(2)))
            try await catalogue.record(try Samples.judgement(of: artifacts[0]), report: Samples.report())
            try await catalogue.dropPending(artifacts[2])
            #expect(try await catalogue.pending(limit: 10) == [artifacts[1]])
        }
    }

    @Test("decisions keep their order and get growing sequences", arguments: CatalogueForm.allCases)
    func decisions(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let subject = try PackageURL("pkg:npm/@scope/a@1.0.0")
            let admit = DecisionDraft(
                action: .admit,
                subject: subject,
                actor: "kim",
                at: Instant(milliseconds: 5),
                reason: "read it",
                expires: Instant(milliseconds: 6)
            )
            let freeze = DecisionDraft(
                action: .freeze,
                subject: nil,
                actor: "kim",
                at: Instant(milliseconds: 4),
                reason: "incident",
                asOf: Instant(milliseconds: 3)
            )
            let first = try await catalogue.append(admit)
            let second = try await catalogue.append(freeze)
            #expect(first.sequence < second.sequence)
            #expect(first.subject == subject.description)
            #expect(first.expires == admit.expires)
            #expect(second.asOf == freeze.asOf)
            #expect(try await catalogue.decisions() == [first, second])
        }
    }

    @Test("downloads are found by package, by version and by file", arguments: CatalogueForm.allCases)
    func downloads(form: CatalogueForm) async throws {
        try await form.use { catalogue in
            let old = try Samples.artifact("a", "1.0.0")
            let new = try Samples.artifact("a", "2.0.0")
            let records = [
                Samples.download(old, number: 1), Samples.download(new, number: 2, by: "127.0.0.1"),
                Samples.download(old, number: 3),
            ]
            try await catalogue.record(records)
            try await catalogue.record([Samples.download(try Samples.artifact("b", "1.0.0"), number: 4)])
            try await catalogue.record([])
            let package = try Samples.package("a")
            let all = PackageURL(package: package, version: nil)
            #expect(try await catalogue.downloads(of: all, limit: 10) == records.reversed())
            #expect(try await catalogue.downloads(of: all, limit: 1) == [records[2]])
            #expect(try await catalogue.downloads(of: all, limit: 0).isEmpty)
            let version = PackageURL(package: package, version: "2.0.0")
            #expect(try await catalogue.downloads(of: version, limit: 10) == [records[1]])
            let file = PackageURL(package: package, version: "1.0.0", filename: old.filename)
            #expect(try await catalogue.downloads(of: file, limit: 10) == [records[2], records[0]])
            let wrong = PackageURL(package: package, version: "1.0.0", filename: new.filename)
            #expect(try await catalogue.downloads(of: wrong, limit: 10).isEmpty)
        }
    }
}
