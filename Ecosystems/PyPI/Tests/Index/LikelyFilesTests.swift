import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("Files judged ahead")
struct LikelyFilesTests {
    private func likely(_ names: [String], withheld: [String] = [], yanked: [String] = []) throws -> [String] {
        let files = names.map { PageForge.file($0, yanked.contains($0) ? ",\"yanked\":true" : "") }
        let index = try PageForge.read(PageForge.json(files))
        let view = PageForge.view(of: index, withheld: Dictionary(uniqueKeysWithValues: withheld.map { ($0, "held") }))
        return index.likely(in: view).map { index.artifacts[$0].artifact.filename }
    }

    @Test("are none when nothing is visible")
    func nothing() throws {
        #expect(try likely([]).isEmpty)
        #expect(try likely(["demo-1.0.tar.gz"], withheld: ["demo-1.0.tar.gz"]).isEmpty)
        #expect(try likely(["demo-1.0.tar.gz"], yanked: ["demo-1.0.tar.gz"]).isEmpty)
    }

    @Test("are the pure wheel before the source, of the newest release of each line")
    func lines() throws {
        let names = [
            "demo-1.0.tar.gz", "demo-1.9.tar.gz", "demo-1.9-py3-none-any.whl", "demo-2.0.tar.gz", "demo-2.1rc1.tar.gz",
            "demo-0.1.tar.gz", "demo-0.2.tar.gz",
        ]
        #expect(
            try likely(names) == ["demo-2.0.tar.gz", "demo-1.9-py3-none-any.whl", "demo-0.2.tar.gz", "demo-0.1.tar.gz"]
        )
        #expect(
            try likely(names, withheld: ["demo-2.0.tar.gz", "demo-1.9-py3-none-any.whl"]).first == "demo-1.9.tar.gz"
        )
    }

    @Test("are pre-releases when there is nothing else")
    func prereleases() throws {
        #expect(try likely(["demo-1.0a1.tar.gz", "demo-1.0a2.tar.gz"]) == ["demo-1.0a2.tar.gz"])
    }

    @Test("are the newest CPython's wheels for the common systems")
    func systems() throws {
        let pythons = ["cp39-cp39", "cp314-cp314t", "cp314-cp314", "cp310-cp310", "pp310-pypy310_pp73"]
        let systems = [
            "win_amd64", "manylinux_2_17_x86_64.manylinux2014_x86_64", "manylinux_2_28_aarch64", "macosx_11_0_arm64",
            "musllinux_1_2_x86_64", "win32",
        ]
        let names = pythons.flatMap { python in systems.map { "demo-1.0-\(python)-\($0).whl" } }
        #expect(
            try likely(names + ["demo-1.0.tar.gz"]) == [
                "demo-1.0-cp314-cp314-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
                "demo-1.0-cp314-cp314-manylinux_2_28_aarch64.whl",
                "demo-1.0-cp314-cp314-macosx_11_0_arm64.whl", "demo-1.0-cp314-cp314-win_amd64.whl",
            ]
        )
        #expect(try likely(["demo-1.0-cp39-cp39-win32.whl", "demo-1.0.tar.gz"]) == ["demo-1.0.tar.gz"])
    }

    @Test("are bounded", arguments: [(5, 5), (6, 6), (7, 6)])
    func bounded(lines: Int, count: Int) throws {
        #expect(try likely((1...lines).map { "demo-\($0).0.tar.gz" }).count == count)
    }
}

@Suite("Releases withheld")
struct WithheldReleasesTests {
    private func newer(_ visible: [String], _ withheld: [String]) throws -> [String] {
        let index = try PageForge.read(PageForge.json((visible + withheld).map { PageForge.file($0) }))
        let view = PageForge.view(of: index, withheld: Dictionary(uniqueKeysWithValues: withheld.map { ($0, "held") }))
        return index.newerWithheld(in: view).map { index.artifacts[$0].artifact.filename }
    }

    @Test(
        "are those newer than what their line shows, newest first, one file each",
        arguments: [
            (["demo-1.0.tar.gz"], [], []), (["demo-1.0.tar.gz"], ["demo-0.9.tar.gz"], ["demo-0.9.tar.gz"]),
            (["demo-1.1.tar.gz"], ["demo-1.0.tar.gz"], []),
            (
                ["demo-1.0.tar.gz"], ["demo-1.1.tar.gz", "demo-1.2.tar.gz", "demo-1.2-py3-none-any.whl"],
                ["demo-1.2-py3-none-any.whl", "demo-1.1.tar.gz"]
            ),
            (["demo-1.0.tar.gz"], ["demo-1.0-py3-none-any.whl"], []), (["demo-1.0.tar.gz"], ["demo-1.1rc1.tar.gz"], []),
            (["demo-1.0rc1.tar.gz"], ["demo-1.0rc2.tar.gz"], ["demo-1.0rc2.tar.gz"]),
            ([], ["demo-1.0.tar.gz"], ["demo-1.0.tar.gz"]),
        ] as [([String], [String], [String])]
    )
    func newerOnes(visible: [String], withheld: [String], expected: [String]) throws {
        #expect(try newer(visible, withheld) == expected)
    }
}
