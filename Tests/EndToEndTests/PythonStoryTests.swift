import Foundation
import Testing

extension EndToEnd {
    /// The same story for pip and uv: an sdist whose `setup.py` steals.
    struct PythonStoryTests {
        private static let purl = "pkg:pypi/demo@1.1"

        private func publishStory(_ workplace: Workplace) async throws {
            try await workplace.publish("wheel", "demo", "1.0", ageDays: 400)
            try await workplace.publish("sdist", "demo", "1.1", ageDays: 20, files: Attack.sdist("demo", "1.1"))
        }

        @Test(arguments: PythonClient.all)
        func rangesGetThePreviousVersionExactOnesTheReason(client: PythonClient) async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let index = "\(server.url)/pypi/simple/"
                    let python = try await client.environment(in: workplace)
                    let range = try await client.install("demo>=1.0", from: index, python: python, in: workplace)
                    #expect(range.status == 0, "\(range.output)")
                    #expect(try await client.installed("demo", python: python, in: workplace) == "1.0")

                    let exact = try await client.install("demo==1.1", from: index, python: python, in: workplace)
                    #expect(exact.status != 0)
                    #expect(exact.output.contains("reads credentials and reaches the network"), "\(exact.output)")
                }
            }
        }

        @Test(arguments: PythonClient.all)
        func anAdmissionOpensAndADenialClosesAgain(client: PythonClient) async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("wheel", "demo", "1.0", ageDays: 400)
                try await workplace.publish("wheel", "demo", "1.1", ageDays: 1)
                try await Sallyport.with(workplace) { server in
                    let index = "\(server.url)/pypi/simple/"
                    let python = try await client.environment(in: workplace)
                    let held = try await client.install("demo==1.1", from: index, python: python, in: workplace)
                    #expect(held.status != 0)
                    #expect(held.output.contains("cooldown"), "\(held.output)")

                    #expect(try await server.command("admit", Self.purl, "--reason", "known").status == 0)
                    let admitted = try await client.install("demo==1.1", from: index, python: python, in: workplace)
                    #expect(admitted.status == 0, "\(admitted.output)")

                    #expect(try await server.command("deny", Self.purl, "--reason", "enough").status == 0)
                    let fresh = try await client.environment(in: workplace)
                    let denied = try await client.install("demo==1.1", from: index, python: fresh, in: workplace)
                    #expect(denied.status != 0)
                    #expect(denied.output.contains("enough"), "\(denied.output)")
                }
            }
        }

        @Test(arguments: ["-I", "-i"])
        func headAndRangeOfAHeldFileAndItsMetadataAreRefused(flag: String) async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await workplace.publish("wheel", "demo", "1.2", ageDays: 1)
                try await Sallyport.with(workplace) { server in
                    let refused = [
                        "demo-1.1.tar.gz": "Denied by Sallyport: demo 1.1",
                        "demo-1.2-py3-none-any.whl": "Held by Sallyport: demo 1.2",
                        "demo-1.2-py3-none-any.whl.metadata": "Held by Sallyport: demo 1.2",
                    ]
                    for (path, phrase) in refused {
                        let outcome = try await Tool.run(
                            ["curl", "-s", flag, "-r", "0-9", "\(server.url)/pypi/files/demo/\(path)"],
                            in: workplace.folder,
                            environment: Workplace.environment(home: workplace.folder)
                        )
                        #expect(outcome.output.hasPrefix("HTTP/1.1 403 \(phrase)"), "\(outcome.output)")
                        #expect(outcome.output.lowercased().contains("content-type: application/problem+json\r\n"))
                    }
                }
            }
        }

        @Test func currentClientsAreThere() {
            withKnownAbsence(
                PythonClient.clientsFolder == nil,
                "SALLYPORT_CLIENTS is not set: pip and uv from PyPI are not tested"
            )
        }
    }
}

/// Says loudly that something was not tested.
func withKnownAbsence(_ isAbsent: Bool, _ sentence: String) {
    if isAbsent { print("SKIPPED: \(sentence)") }
}
