import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Limits of hooks")
struct HookLimitTests {
    private func unreadable(_ files: [String: String] = [:], scripts: [String: String]) -> [Fact] {
        Sample.report(Sample.npm(files, scripts: scripts)).facts(.hookUnreadable, .install)
    }

    @Test("scripts that run each other are followed up to a limit, and what is left is said", arguments: [-1, 0, 1])
    func scripts(above: Int) {
        let count = AnalysisLimits.standard.nestedCommandsMax + above
        var scripts = ["postinstall": "npm run s0"]
        for number in 0..<count {
            scripts["s\(number)"] = number + 1 < count ? "npm run s\(number + 1)" : "echo done"
        }
        #expect(unreadable(scripts: scripts).isEmpty == (above <= 0))
    }

    @Test("build files are read up to a limit, and what is left is said", arguments: [63, 64, 65])
    func buildFiles(count: Int) {
        var files: [String: String] = [:]
        for number in 0..<count { files["b\(number)/binding.gyp"] = "{'targets': []}" }
        #expect(unreadable(files, scripts: ["install": "node-gyp rebuild"]).isEmpty == (count <= 64))
    }

    @Test("names are remembered up to a limit, and what is left is said", arguments: [-1, 0, 1])
    func names(above: Int) {
        var bindings = Bindings()
        for number in 0..<(Bindings.countMax + above) { bindings.add(UInt32(number + 1), .secret) }
        #expect(bindings.isCut == (above > 0))
    }
}
