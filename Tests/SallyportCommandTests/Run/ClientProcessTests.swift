import Testing

@testable import sallyport

@Suite("The command of a run", .serialized)
struct ClientProcessTests {
    private func status(_ command: String..., environment: [String: String?] = [:]) async throws -> Int32 {
        try await ClientProcess(command: command, environment: environment).run()
    }

    @Test("the exit status is handed through", arguments: [0, 1, 7, 255] as [Int32])
    func exitStatus(expected: Int32) async throws {
        #expect(try await status("sh", "-c", "exit \(expected)") == expected)
    }

    @Test("a signal that ends it shows as in a shell", arguments: [("TERM", 143), ("KILL", 137), ("INT", 130)])
    func signalled(name: String, expected: Int32) async throws {
        #expect(try await status("sh", "-c", "kill -\(name) $$") == expected)
    }

    @Test("a program that is not there, or can't be run, shows as in a shell")
    func missing() async throws {
        #expect(try await status("sallyport-no-such-program") == 127)
        #expect(try await status("/nowhere/at/all") == 127)
        let folder = try ScratchFolder()
        #expect(try await status(folder.write("plain", "text")) == 126)
    }

    @Test("its environment is changed: set, replaced and taken away")
    func environment() async throws {
        let script = #"[ "$SALLYPORT_A" = x ] && [ -z "${HOME+set}" ] && [ -n "$PATH" ]"#
        #expect(try await status("sh", "-c", script, environment: ["SALLYPORT_A": "x", "HOME": nil]) == 0)
    }
}
