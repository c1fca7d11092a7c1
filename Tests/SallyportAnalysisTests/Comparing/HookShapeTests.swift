import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("What a hook's fingerprint says of its files")
struct HookShapeTests {
    private static let paths = ["run.js", "scripts/install/steps/run.js"]

    private func fingerprint(_ path: String, _ code: String) -> String? {
        Sample.report(Sample.npm([path: code], scripts: ["postinstall": "node \(path)"])).hooks.first?.fingerprint
    }

    @Test("is the same when only words and numbers differ, wherever the file lies", arguments: paths)
    func words(path: String) throws {
        let one = try #require(fingerprint(path, "console.log('version 1')\n"))
        #expect(fingerprint(path, "console.log('version 22')  // newer\n") == one)
    }

    @Test("differs when the code does", arguments: paths)
    func code(path: String) throws {
        let one = try #require(fingerprint(path, "console.log('version 1')\n"))
        #expect(fingerprint(path, "console.error('version 1')\n") != one)
    }

    @Test("goes by the shape of a file that lies in the archive as a hard link")
    func linked() throws {
        func fingerprint(_ code: String) -> String? {
            let manifest = #"{"name":"sample","version":"1.0.0","scripts":{"postinstall":"node b.js"}}"#
            let bytes = TarBuilder().file("package/package.json", manifest).file("package/lib/deep/er/a.js", code)
                .hardLink("package/b.js", to: "package/lib/deep/er/a.js").gzipped()
            return Sample.report(bytes).hooks.first?.fingerprint
        }
        let one = try #require(fingerprint("console.log('version 1')\n"))
        #expect(fingerprint("console.log('version 2')\n") == one)
        #expect(fingerprint("console.error('version 1')\n") != one)
    }
}
