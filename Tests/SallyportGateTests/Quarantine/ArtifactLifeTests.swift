import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportGate

@Suite("The life of an artifact")
struct ArtifactLifeTests {
    private static let inspected = Inspected(report: emptyReport, companion: nil, predecessor: nil)

    /// Every state, by the events that lead there.
    enum Stage: String, CaseIterable {
        case requested, fetching, inspecting, judging, recording, settled, failed
    }

    /// Every event.
    enum Happening: String, CaseIterable {
        case begunWithNothing, begunWithKept, fetched, inspected, judged, recorded, failed
    }

    private func life(at stage: Stage) throws -> ArtifactLife {
        var life = ArtifactLife(try entry())
        let path: [Happening] =
            switch stage {
            case .requested: []
            case .fetching: [.begunWithNothing]
            case .inspecting: [.begunWithNothing, .fetched]
            case .judging: [.begunWithNothing, .fetched, .inspected]
            case .recording: [.begunWithNothing, .fetched, .inspected, .judged]
            case .settled: [.begunWithNothing, .fetched, .inspected, .judged, .recorded]
            case .failed: [.begunWithNothing, .failed]
            }
        for happening in path { _ = life.handle(try event(happening)) }
        return life
    }

    private func event(_ happening: Happening) throws -> ArtifactLife.Event {
        switch happening {
        case .begunWithNothing: .begun(kept: nil)
        case .begunWithKept: .begun(kept: staged())
        case .fetched: .fetched(staged())
        case .inspected: .inspected(Self.inspected)
        case .judged: .judged(try judgement(on: try entry()))
        case .recorded: .recorded
        case .failed: .failed(.unavailable("no"))
        }
    }

    private func stage(of life: ArtifactLife) -> Stage {
        switch life.state {
        case .requested: .requested
        case .fetching: .fetching
        case .inspecting: .inspecting
        case .judging: .judging
        case .recording: .recording
        case .settled: .settled
        case .failed: .failed
        }
    }

    /// The only steps there are; everything else leaves the state as it was.
    private static func successor(of stage: Stage, on happening: Happening) -> Stage? {
        switch (stage, happening) {
        case (.settled, _), (.failed, _): nil
        case (_, .failed): .failed
        case (.requested, .begunWithNothing): .fetching
        case (.requested, .begunWithKept): .inspecting
        case (.fetching, .fetched): .inspecting
        case (.inspecting, .inspected): .judging
        case (.judging, .judged): .recording
        case (.recording, .recorded): .settled
        default: nil
        }
    }

    @Test("each event leads one stage on or nowhere, never past one", arguments: Stage.allCases, Happening.allCases)
    func table(from stage: Stage, on happening: Happening) throws {
        var life = try life(at: stage)
        let action = life.handle(try event(happening))
        if let successor = Self.successor(of: stage, on: happening) {
            #expect(self.stage(of: life) == successor)
            #expect(action != .ignore)
        } else {
            #expect(self.stage(of: life) == stage)
            #expect(action == .ignore)
        }
    }

    @Test("bytes are settled only after they were inspected, judged and recorded, in this order")
    func actions() throws {
        let entry = try entry()
        let judgement = try judgement(on: entry)
        var life = ArtifactLife(entry)
        #expect(life.handle(.begun(kept: nil)) == .fetch(entry))
        #expect(life.handle(.fetched(staged())) == .inspect(isKept: false))
        #expect(life.handle(.inspected(Self.inspected)) == .judge(Self.inspected, staged()))
        #expect(life.handle(.judged(judgement)) == .record(judgement, Self.inspected))
        #expect(life.handle(.recorded) == .settle(judgement))
    }

    @Test("kept bytes that are what the index promises are not fetched again")
    func keptBytes() throws {
        var life = ArtifactLife(try entry())
        #expect(life.handle(.begun(kept: staged())) == .inspect(isKept: true))
    }

    @Test("kept bytes that the index no longer promises are fetched")
    func keptBytesOfAnotherPromise() throws {
        let entry = try entry(content: "new content")
        var life = ArtifactLife(entry)
        #expect(life.handle(.begun(kept: staged("old content"))) == .fetch(entry))
    }

    @Test("other bytes than promised fail", arguments: ["Content", "content ", "conten", ""])
    func otherBytes(content: String) throws {
        var life = ArtifactLife(try entry())
        _ = life.handle(.begun(kept: nil))
        let action = life.handle(.fetched(staged(content)))
        guard case .withhold(.digest, .upstreamInvalid(let sentence)) = action else {
            Issue.record("\(action) withholds nothing")
            return
        }
        #expect(sentence.contains("sha512"))
        #expect(stage(of: life) == .failed)
    }

    @Test("another size than promised fails, the promised one passes", arguments: [6, 7, 8])
    func size(promised: Int) throws {
        var life = ArtifactLife(try entry(size: promised))
        _ = life.handle(.begun(kept: nil))
        let action = life.handle(.fetched(staged()))
        #expect((action == .inspect(isKept: false)) == (promised == 7))
    }

    @Test("what the upstream lacks, or has in another size, is withheld; any other failure is one")
    func notFetched() throws {
        let codes: [(UpstreamError.Code, BrokenPromise.Difference?)] = [
            (.notFound, .missing), (.otherSize, .otherSize), (.unreachable, nil), (.refused, nil), (.tooLarge, nil),
        ]
        for (code, expected) in codes {
            var life = ArtifactLife(try entry())
            _ = life.handle(.begun(kept: nil))
            switch life.handle(.notFetched(UpstreamError(code, "No."))) {
            case .withhold(let difference, .upstreamInvalid): #expect(difference == expected)
            case .fail: #expect(expected == nil)
            case let action: Issue.record("\(action) came of \(code)")
            }
            #expect(stage(of: life) == .failed)
        }
    }

    @Test("every digest that the index publishes counts")
    func oneOfTwoDigests() throws {
        let known = try entry()
        let right = StandInHashing.digests(of: Array("content".utf8))
        let wrong = StandInHashing.digests(of: Array("other".utf8))
        let promised = [right.first { $0.algorithm == .sha512 }, wrong.first { $0.algorithm == .sha1 }]
        let entry = IndexedArtifact(artifact: known.artifact, url: known.url, digests: promised.compactMap { $0 })
        var life = ArtifactLife(entry)
        _ = life.handle(.begun(kept: nil))
        guard case .withhold(.digest(.sha1), _) = life.handle(.fetched(staged())) else {
            Issue.record("a wrong SHA-1 passed beside a right SHA-512")
            return
        }
    }

    @Test("without any digest there is no promise to keep, so nothing passes")
    func noDigests() throws {
        let known = try entry()
        let entry = IndexedArtifact(artifact: known.artifact, url: known.url, digests: [])
        var life = ArtifactLife(entry)
        #expect(life.handle(.begun(kept: staged())) == .fetch(entry))
        guard case .withhold(.unchecked, .upstreamInvalid) = life.handle(.fetched(staged())) else {
            Issue.record("bytes without a promise passed")
            return
        }
    }
}
