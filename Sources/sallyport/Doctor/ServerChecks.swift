import SallyportModel
import SallyportServer

/// Looks at whether a server answers, is ready, and is of this version.
struct ServerChecks: Sendable {
    let client: APIClient

    func findings() async -> [Finding] {
        let status: APIClient.Answer<APIDocuments.Status>
        do {
            status = try await client.get("/api/v1/status")
        } catch {
            return [.warn("server", "\(error)", "Nothing is wrong if you only use `sallyport run` or `inspect`.")]
        }
        let served = status.value.ecosystems.joined(separator: ", ")
        var findings = [Finding.ok("server", "\(client.base) answers and serves \(served).")]
        if status.value.version != Version.text {
            findings.append(
                .warn(
                    "version",
                    "The server is \(status.value.version), this program \(Version.text).",
                    "Update the older one."
                )
            )
        }
        do {
            let _: APIClient.Answer<[String: String]> = try await client.get("/readyz")
        } catch {
            findings.append(.fail("server", "It is not ready: \(error)", "Look at its log."))
        }
        if let freeze = status.value.freeze {
            findings.append(
                .warn(
                    "freeze",
                    "In force since \(freeze.at.minute): \(freeze.reason)",
                    "End it with `sallyport thaw --reason \"...\"`."
                )
            )
        }
        return findings
    }
}
