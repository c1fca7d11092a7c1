import FoundationEssentials
import SallyportModel
import Testing

@testable import sallyport

@Suite("Doctor")
struct DoctorTests {
    private static let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))

    private func levels(_ folder: String, now: Instant = DoctorTests.now) -> [String: Finding.Level] {
        let findings = FolderChecks(folder: folder, now: now).findings()
        return Dictionary(findings.map { ($0.subject, $0.level) }) { first, _ in first }
    }

    @Test("a folder that can't be is a failure with what to do; one that isn't yet is none")
    func folder() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("file", "")
        #expect(levels(file)["data folder"] == .fail)
        #expect(levels("/nowhere/at/all")["data folder"] == .fail)
        #expect(levels(scratch.path + "/new")["data folder"] == .ok)
        #expect(levels(scratch.path)["data folder"] == .ok)
        #expect(levels(scratch.path)["disk"] != nil)
    }

    @Test("a token that others can read is a failure")
    func token() throws {
        let scratch = try ScratchFolder()
        #expect(levels(scratch.path)["token"] == nil)
        let token = try scratch.write("token", "secret\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: token)
        #expect(levels(scratch.path)["token"] == .ok)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: token)
        #expect(levels(scratch.path)["token"] == .fail)
    }

    @Test("a clock that was set back shows by a file from the future")
    func clock() throws {
        let scratch = try ScratchFolder()
        try scratch.write("lock", "")
        #expect(levels(scratch.path)["clock"] == .ok)
        #expect(levels(scratch.path, now: Self.now.adding(seconds: -86_400))["clock"] == .fail)
    }

    @Test("clients that ask elsewhere are named with the command that changes it")
    func clients() async {
        let addresses = GateAddresses(base: "http://127.0.0.1:7259")
        let answers = [
            "npm --version": "10.8.2", "npm config get registry": "https://r.example.invalid/",
            "python3 -m pip --version": "pip 26.3 from /x (python 3.13)",
            "python3 -m pip config get global.index-url": addresses.pypi,
            "python3 -m pip config get global.extra-index-url": "https://s.example.invalid/simple",
        ]
        let checks = ClientChecks(addresses: addresses, environment: ["HOME": "/nowhere"]) { program, arguments in
            answers[([program] + arguments).joined(separator: " ")]
        }
        let findings = await checks.findings()
        #expect(findings.map(\.subject) == ["npm 10.8.2", "pip 26.3", "pip", "uv", "gem", "bundler"])
        #expect(findings.map(\.level) == [.warn, .ok, .warn, .ok, .ok, .ok])
        #expect(findings.first?.advice?.contains("`sallyport init npm --write`") == true)
    }

    @Test("a line has its level in words")
    func text() {
        #expect(Finding.warn("disk", "few", "Make room.").text(.plain) == "warn  disk: few\n      Make room.")
    }
}
