import SallyportAnalysis
import SallyportModel
import SallyportTesting
import Synchronization
import Testing

@Suite("Rules of an organisation")
struct OwnRulesTests {
    /// Takes half a minute for every file.
    private final class SlowRules: ContentRules {
        let fingerprint = "slow"
        let calls = Mutex(0)

        func matches(in bytes: Span<UInt8>, within time: inout Duration) -> ContentMatches {
            time -= .seconds(30)
            calls.withLock { $0 += 1 }
            return ContentMatches()
        }
    }

    @Test(
        "the files of an artifact have a minute together, and what is left over is said once",
        arguments: [1, 2, 3, 9]
    )
    func budget(count: Int) {
        var archive = TarBuilder().file("package/package.json", #"{"name":"demo","version":"1.0.0"}"#)
        for number in 1..<max(count, 2) { archive = archive.file("package/\(number).txt", "text") }
        let rules = SlowRules()
        let report = Inspector(hashing: StandInHashing(), rules: rules).inspect(
            archive.gzipped().span,
            artifact: InspectedArtifact(ecosystem: .npm, filename: "demo-1.0.0.tgz")
        )
        #expect(rules.calls.withLock { $0 } == 2)
        let unfinished = report.facts.filter { $0.code == .ownUnfinished }
        #expect(unfinished.map { $0.place?.path } == (count > 2 ? ["package/2.txt"] : []))
    }
}
