import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("File names of distributions")
struct DistributionTests {
    private func read(_ filename: String, _ project: String = "demo-kit") throws -> Result<
        Distribution, Distribution.Problem
    > {
        let package = try #require(Package(.pypi, project))
        return Result { () throws(Distribution.Problem) in try Distribution(filename: filename, of: package) }
    }

    @Test(
        "that are none are refused",
        arguments: [
            ("demo_kit-1.0-py2.7.egg", Distribution.Problem.format), ("demo-kit-1.0.win32.exe", .format),
            ("demo-kit-1.0.msi", .format),
            ("demo-kit-1.0-1.noarch.rpm", .format), ("demo-kit-1.0.tar.bz2", .format), ("demo-kit-1.0.tgz", .format),
            ("demo-kit", .format),
            ("", .format), ("demo_kit-1.0.TAR.GZ", .format), ("demokit-1.0.tar.gz", .project),
            ("demo-1.0.tar.gz", .project), ("1.0.tar.gz", .project),
            ("demo-kit-extra-1.0.tar.gz", .version), ("demo-kit-.tar.gz", .version), ("demo-kit.tar.gz", .project),
            ("demo-kit-1.0-SNAPSHOT.zip", .version),
            ("demo_kit-1.0-py3-none.whl", .wheel), ("demo_kit-1.0-a1-py3-none-any.whl", .wheel),
            ("demo_kit-1.0-1-2-py3-none-any.whl", .wheel),
            ("demo-kit-1.0-py3-none-any.whl", .version), ("demo_kit-1.0-py3--any.whl", .wheel),
            ("demo_kit-1.0-py3.-none-any.whl", .wheel),
            ("demo_kit-one-py3-none-any.whl", .version), ("other-1.0-py3-none-any.whl", .project), (".whl", .wheel),
            ("-----.whl", .wheel),
        ]
    )
    func refused(filename: String, problem: Distribution.Problem) throws {
        let found = try read(filename)
        #expect(found == .failure(problem), "\(filename): \(found)")
    }

    @Test("are as long as the limit and not longer", arguments: [(254, true), (255, true), (256, false)])
    func limit(count: Int, isRead: Bool) throws {
        let project = String(repeating: "a", count: count - "-1.0.tar.gz".utf8.count - 41)
        let filename = "\(project)\(String(repeating: "-", count: 40))a-1.0.tar.gz"
        #expect(filename.utf8.count == count)
        let found = try read(filename, "\(project)-a")
        #expect(isRead ? (try? found.get())?.version.description == "1.0" : found == .failure(.length))
    }

    @Test(
        "give their version",
        arguments: [
            ("demo_kit-1.0.tar.gz", "1.0"), ("demo-kit-1.0.zip", "1.0"), ("Demo.Kit-1.0.tar.gz", "1.0"),
            ("demo-kit-1.0-1.tar.gz", "1.0.post1"),
            ("demo-kit-1.0-beta-2.tar.gz", "1.0b2"), ("demo_kit-1.0+cu118-cp311-cp311-linux_x86_64.whl", "1.0+cu118"),
            ("demo_kit-1!1.0.tar.gz", "1!1.0"),
            ("demo_kit-01.0.0-py2.py3-none-any.whl", "1.0.0"), ("demo_kit-1.0-2build-py3-none-any.whl", "1.0"),
            ("DEMO_KIT-1.0-py3-none-any.whl", "1.0"),
        ]
    )
    func version(filename: String, version: String) throws {
        #expect(try read(filename).get().version.description == version)
    }

    @Test("of a project whose name ends like a version are told apart")
    func dashes() throws {
        #expect(try read("demo-2-1.0.tar.gz", "demo-2").get().version.description == "1.0")
        #expect(try read("demo-2-1.0.tar.gz", "demo") == .failure(.version))
    }

    @Test("of wheels say where they run")
    func tags() throws {
        guard
            case .wheel(let tags) = try read(
                "demo_kit-1.0-cp310.cp311-abi3-manylinux2014_aarch64.manylinux_2_17_aarch64.whl"
            ).get().kind
        else {
            Issue.record("no wheel")
            return
        }
        #expect(tags.cpythonMinor == 11 && !tags.isPure)
        #expect(Set(tags.systems) == [WheelSystem(family: .manylinux, processor: "aarch64")])
        #expect(WheelSystem(tag: "macosx_11_0_arm64") == WheelSystem(family: .macOS, processor: "aarch64"))
        #expect(WheelSystem(tag: "win_amd64") == WheelSystem(family: .windows, processor: "x86_64"))
        #expect(WheelSystem(tag: "musllinux_1_2_x86_64").family == .musllinux)
        #expect(WheelSystem(tag: "plan9_sparc") == WheelSystem(family: .other, processor: ""))
    }
}

@Suite("Predecessors")
struct PredecessorTests {
    private func artifact(_ filename: String) throws -> Artifact {
        let package = try #require(Package(.pypi, "demo"))
        let version = try Distribution(filename: filename, of: package).version.description
        let release = try #require(Release(package, version))
        return try #require(Artifact(release, filename: filename))
    }

    @Test(
        "are the nearest admitted files below",
        arguments: [
            ("demo-1.2.tar.gz", ["demo-1.0.tar.gz", "demo-1.1.tar.gz", "demo-1.3.tar.gz"], "demo-1.1.tar.gz"),
            ("demo-1.2.tar.gz", ["demo-1.1-py3-none-any.whl"], nil),
            ("demo-2.0.tar.gz", ["demo-1.9.tar.gz"], nil),
            ("demo-0.2.1.tar.gz", ["demo-0.1.9.tar.gz", "demo-0.2.tar.gz"], "demo-0.2.tar.gz"),
            ("demo-1.2-py3-none-any.whl", ["demo-1.2-py2-none-any.whl", "demo-1.2.0-py3-none-any.whl"], nil),
            (
                "demo-1.2-cp311-cp311-win_amd64.whl",
                [
                    "demo-1.0-cp311-cp311-win_amd64.whl", "demo-1.1-cp310-cp310-win_amd64.whl",
                    "demo-1.1-py3-none-any.whl",
                ],
                "demo-1.0-cp311-cp311-win_amd64.whl"
            ),
            (
                "demo-1.2-cp312-cp312-win_amd64.whl",
                ["demo-1.1-cp311-cp311-win32.whl", "demo-1.0-cp311-cp311-win_amd64.whl", "demo-1.1-py3-none-any.whl"],
                "demo-1.0-cp311-cp311-win_amd64.whl"
            ),
            (
                "demo-1.2-cp312-cp312-win_amd64.whl", ["demo-1.1-py3-none-any.whl", "demo-1.0-cp39-cp39-win32.whl"],
                "demo-1.0-cp39-cp39-win32.whl"
            ),
            (
                "demo-1.2-cp312-cp312-win_amd64.whl", ["demo-1.1-py3-none-any.whl", "demo-1.0-py3-none-any.whl"],
                "demo-1.1-py3-none-any.whl"
            ),
            ("demo-1.0.tar.gz", ["demo-1.0rc1.tar.gz", "demo-1.0b1.tar.gz"], "demo-1.0rc1.tar.gz"),
            ("demo-1.2.tar.gz", [], nil),
        ] as [(String, [String], String?)]
    )
    func nearest(new: String, admitted: [String], expected: String?) throws {
        let candidates = try admitted.map(artifact)
        let new = try artifact(new)
        #expect(PyPIEcosystem().predecessor(of: new, among: candidates)?.filename == expected)
        #expect(PyPIEcosystem().predecessor(of: new, among: candidates.reversed())?.filename == expected)
    }
}
