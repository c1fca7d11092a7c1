import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("What a simple page says around a release")
struct SimpleSurroundingsTests {
    private func file(_ version: String, _ day: String, isAttested: Bool, _ members: String = "") -> String {
        let name = "demo-\(version).tar.gz"
        let provenance = isAttested ? #","provenance":"/integrity/demo/\#(version)/\#(name)/provenance""# : ""
        return PageForge.file(name, #","upload-time":"2026-\#(day)T00:00:00Z"\#(provenance)\#(members)"#)
    }

    @Test("is the time, whether it is attested, and whether it was taken back")
    func release() throws {
        let index = try PageForge.read(
            PageForge.json([
                file("1.0", "01-01", isAttested: true), file("1.1", "02-01", isAttested: true, #","yanked":true"#),
                file("1.2", "03-01", isAttested: false),
            ])
        )
        let surroundings = try #require(index.surroundings(at: 2))
        #expect(surroundings.release.version == "1.2")
        #expect(surroundings.release.provenance == nil)
        #expect(surroundings.release.publishedAt == Instant("2026-03-01T00:00:00Z"))
        #expect(surroundings.release.publisher == nil)
        #expect(surroundings.others.map(\.version) == ["1.1", "1.0"])
        #expect(surroundings.others.allSatisfy { $0.provenance == Provenance() })
        #expect(surroundings.others.map(\.isWithdrawn) == [true, false])
        #expect(index.surroundings(at: 3) == nil)
    }

    @Test("is attested by the very file, not by another of its release")
    func file() throws {
        let wheel = PageForge.file("demo-1.0-py3-none-any.whl", #","upload-time":"2026-01-01T00:00:00Z""#)
        let index = try PageForge.read(PageForge.json([file("1.0", "01-01", isAttested: true), wheel]))
        #expect(index.surroundings(at: 0)?.release.provenance == Provenance())
        #expect(index.surroundings(at: 1)?.release.provenance == nil)
        #expect(index.surroundings(at: 1)?.others.isEmpty == true)
    }
}
