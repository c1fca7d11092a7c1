import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("Every limit: one below, at it, and one above")
struct LimitTests {
    static let around = [(-1, true), (0, true), (1, false)]

    private func isIndex(_ request: ClientRequest) -> Bool {
        guard case .index = NPMEcosystem().route(request) else { return false }
        return true
    }

    @Test("of a path", arguments: around)
    func path(_ difference: Int, _ fits: Bool) {
        let zeros = String(repeating: "%30", count: 100)
        let slashes = String(repeating: "/", count: NPMRouter.pathBytesMax + difference - zeros.utf8.count - 5)
        #expect(isIndex(ClientRequest(method: "GET", path: "/once\(slashes)\(zeros)")) == fits)
    }

    @Test("of a name", arguments: around)
    func name(_ difference: Int, _ fits: Bool) {
        let name = String(repeating: "a", count: Package.nameBytesMax + difference)
        #expect((NPMName.package(name) != nil) == fits)
    }

    @Test("of a selector", arguments: around)
    func selector(_ difference: Int, _ fits: Bool) {
        let selector = String(repeating: "a", count: Release.versionBytesMax + difference)
        #expect((IndexForm.manifest(selector) != nil) == fits)
    }

    @Test("of a file name", arguments: around)
    func filename(_ difference: Int, _ fits: Bool) {
        let name = String(repeating: "a", count: Artifact.filenameBytesMax + difference - 4) + ".tgz"
        #expect(TarballName.isPlain(name) == fits)
        #expect((TarballName.last(inURL: "https://registry.example.invalid/\(name)") == name) == fits)
    }

    @Test("of a query: a longer one counts as empty", arguments: around)
    func query(_ difference: Int, _ fits: Bool) {
        let query = "a=1&b=" + String(repeating: "b", count: QueryString.bytesMax + difference - 6)
        #expect((QueryString(query).values("a").first == "1") == fits)
    }

    @Test("of an accept field: a longer one asks for the full form", arguments: around)
    func accept(_ difference: Int, _ fits: Bool) {
        let value = AcceptHeader.abbreviatedType
        let padding = String(repeating: " ", count: AcceptHeader.bytesMax + difference - value.utf8.count)
        let request = ClientRequest(method: "GET", path: "/once", headers: [Header("accept", value + padding)])
        #expect(AcceptHeader(request).prefersAbbreviated == fits)
    }

    @Test("of a version", arguments: around)
    func version(_ difference: Int, _ fits: Bool) {
        let text = "1.0.0-" + String(repeating: "a", count: SemanticVersion.bytesMax + difference - 6)
        #expect((SemanticVersion(text) != nil) == fits)
        #expect((SemanticVersion(text, .loose) != nil) == fits)
    }

    @Test("of a number in a version", arguments: around)
    func number(_ difference: Int, _ fits: Bool) {
        let number = Int64(SemanticVersion.numberMax) + Int64(difference)
        #expect((SemanticVersion("\(number).0.0") != nil) == fits)
        #expect((SemanticVersion("0.0.\(number)", .loose) != nil) == fits)
    }

    @Test("of a range", arguments: around)
    func range(_ difference: Int, _ fits: Bool) {
        let text = "1.0.0" + String(repeating: " ", count: SemanticRange.bytesMax + difference - 5)
        #expect((SemanticRange(text) != nil) == fits)
    }

    @Test("of a tarball's address", arguments: around)
    func address(_ difference: Int, _ fits: Bool) throws {
        var limits = PackumentLimits()
        limits.urlBytesMax = "https://registry.example.invalid/once/-/once-1.0.0.tgz".utf8.count - difference
        let index = try SmallPackument.parse(SmallPackument(versions: ["1.0.0"]).text, limits: limits)
        #expect((index.artifacts.count == 1) == fits)
    }

    @Test("of an integrity value's hashes", arguments: around)
    func hashes(_ difference: Int, _ fits: Bool) throws {
        let count = PackumentLimits().hashesMax + difference
        let integrity = Array(repeating: SmallPackument.integrity, count: count).joined(separator: " ")
        let text = SmallPackument(versions: ["1.0.0"]).text.replacing(SmallPackument.integrity, with: integrity)
        let index = try SmallPackument.parse(text)
        #expect((index.artifacts.count == 1) == fits)
        #expect(index.artifacts.allSatisfy { $0.digests.count == 1 })
    }

    @Test("of what is proposed, announced and explained")
    func lists() throws {
        let versions = (0..<100).map { "\($0).0.0" }
        let tags = versions.prefix(20).map { ("tag\($0)", $0) }
        let index = try SmallPackument(versions: versions, tags: Array(tags)).index()
        #expect(index.likely(in: index.view()).count == PackumentLimits().likelyMax)
        let none = index.view(withholding: versions, namesRestrictions: true)
        #expect(index.newerWithheld(in: none).count == PackumentLimits().newerWithheldMax)
        let text = index.text(.full, withholding: versions, namesRestrictions: true)
        #expect(text.split(separator: "is young").count == PackumentLimits().restrictionLinesMax + 1)
        #expect(text.contains(#"92 more are withheld; run: sallyport why pkg:npm/once@VERSION","versions""#))
    }
}
