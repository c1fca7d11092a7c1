import Foundation
import NIOPosix
import SallyportEcosystem
import SallyportGate
import SallyportModel
import SallyportUpstream
import Testing

@Suite struct TLSTests {
    /// Asks a TLS server under a name, with or without its certificate as an authority.
    private func ask(
        host: String = Rig.host,
        trusting pem: String?,
        answer: @escaping @Sendable (Received) -> Reply = { _ in .ok("{}") }
    ) async throws -> Result<IndexReply, UpstreamError> {
        let server = try await TestServer.start(tls: TestCertificate.serverContext(), answer)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("sallyport-\(UUID().uuidString).pem")
        if let pem { try Data(pem.utf8).write(to: file) }
        defer { try? FileManager.default.removeItem(at: file) }
        let upstream = try HTTPUpstream(
            [.init(.npm, url: "https://\(host):\(server.port)/", caFile: pem == nil ? nil : file.path)],
            limits: Rig.limits,
            surroundings: Rig.surroundings(names: [host: [["127.0.0.1"]]])
        )
        let request = IndexRequest(path: "left-pad", accept: "*/*", bytesMax: 100)
        let result: Result<IndexReply, UpstreamError>
        do {
            result = .success(try await upstream.index(request, of: .npm, known: nil))
        } catch {
            result = .failure(error)
        }
        await upstream.shutdown()
        await server.stop()
        return result
    }

    @Test func refusesAnUnknownAuthority() async throws {
        let result = try await ask(trusting: nil)
        #expect(throws: UpstreamError.self) { try result.get() }
        guard case .failure(let error) = result else { return }
        #expect(error.code == .unreachable)
        #expect(error.description.contains("`ca`"))
    }

    @Test func refusesACertificateForAnotherName() async throws {
        let result = try await ask(host: "other.example.invalid", trusting: TestCertificate.pem)
        #expect(throws: UpstreamError.self) { try result.get() }
    }

    @Test func trustsAConfiguredAuthorityAndChecksTheNameBehindThePinnedAddress() async throws {
        #expect(try await ask(trusting: TestCertificate.pem).get().body == "{}")
    }

    @Test func neverGoesFromTLSToPlain() async throws {
        let result = try await ask(trusting: TestCertificate.pem) { .redirect("http://\($0.headers["host"] ?? "")/x") }
        let error = #expect(throws: UpstreamError.self) { try result.get() }
        #expect(error?.code == .forbiddenTarget)
    }

    @Test(arguments: ["", "no certificate\n"])
    func refusesAFileWithoutCertificates(pem: String) async throws {
        let error = await #expect(throws: UpstreamConfigurationError.self) { try await ask(trusting: pem) }
        #expect(error?.code == .unreadableCAFile)
    }

    @Test func refusesAFileThatIsNotThere() throws {
        let error = #expect(throws: UpstreamConfigurationError.self) {
            try HTTPUpstream(
                [.init(.npm, url: "https://host/", caFile: "/nonexistent/ca.pem")],
                surroundings: Rig.surroundings(names: [:])
            )
        }
        #expect(error?.code == .unreadableCAFile)
    }
}
