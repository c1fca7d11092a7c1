import Foundation
import SallyportTesting
import Testing

extension EndToEnd.Python {
    /// The same story for pip and uv: an sdist whose `setup.py` steals.
    struct PythonStoryTests {
        private static let purl = "pkg:pypi/demo@1.1"
        private static let file = "pypi/files/demo/demo-1.1.tar.gz"
        private static let reason = "reads credentials and reaches the network"

        private func publishStory(_ workplace: Workplace) async throws {
            try await workplace.publish("wheel", "demo", "1.0", ageDays: 400)
            try await workplace.publish("sdist", "demo", "1.1", ageDays: 20, files: Attack.sdist("demo", "1.1"))
            try await BuildBackEnd.publish(in: workplace)
        }

        @Test(arguments: PythonClient.all)
        func rangesGetThePreviousVersionExactOnesTheReason(client: PythonClient) async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let python = try await client.environment(in: workplace)
                    let range = try await client.install("demo>=1.0", from: server, python: python)
                    #expect(range.status == 0, "\(range.output)")
                    #expect(try await client.installed("demo", python: python, in: workplace) == "1.0")
                    // What the resolver learned about 1.0 it learned from the wheel's metadata alone.
                    #expect(server.daemon.output.contains("/pypi/files/demo/demo-1.0-py3-none-any.whl.metadata"))

                    let only = try await client.install("demo>=1.1", from: server, python: python)
                    #expect(only.status != 0)
                    #expect(only.output.contains(client.yanked), "\(only.output)")

                    let exact = try await client.install("demo==1.1", from: server, python: python)
                    #expect(exact.status == client.refusedStatus)
                    #expect(exact.output.contains(Self.reason), "\(exact.output)")
                    #expect(exact.output.contains("sallyport why \(Self.purl)"))
                }
            }
        }

        /// Installs by a file that names the release and its hash, as lockfiles do.
        @Test(arguments: PythonClient.all)
        func theAttackItselfIsOpenedByAnAdmissionAndClosedByADenial(client: PythonClient) async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                let requirements = try await pinned(workplace)
                try await Sallyport.with(workplace) { server in
                    let python = try await client.environment(in: workplace)
                    let held = try await client.install(
                        "--require-hashes",
                        "-r",
                        requirements,
                        from: server,
                        python: python
                    )
                    #expect(held.status == client.refusedStatus)
                    #expect(held.output.contains(Self.reason), "\(held.output)")
                    #expect(try await server.statuses(Self.file) == [403, 403, 403])

                    #expect(try await server.command("admit", Self.purl, "--reason", "inert").status == 0)
                    let locked = try await client.install(
                        "--require-hashes",
                        "-r",
                        requirements,
                        from: server,
                        python: python
                    )
                    #expect(locked.status == 0, "\(locked.output)")
                    #expect(try await client.installed("demo", python: python, in: workplace) == "1.1")
                    let other = try await client.environment(in: workplace)
                    let exact = try await client.install("demo==1.1", from: server, python: other)
                    #expect(exact.status == 0, "\(exact.output)")
                    #expect(try await server.statuses(Self.file) == [200, 200, 206])

                    #expect(try await server.command("deny", Self.purl, "--reason", "enough").status == 0)
                    #expect(try await server.statuses(Self.file) == [403, 403, 403])
                    let last = try await client.environment(in: workplace)
                    for words in [["--require-hashes", "-r", requirements], ["demo==1.1"]] {
                        let denied = try await client.install(words, from: server, python: last)
                        #expect(denied.status == client.refusedStatus)
                        #expect(denied.output.contains("was denied by owner"), "\(denied.output)")
                        #expect(denied.output.contains("enough"), "\(denied.output)")
                    }
                    let range = try await client.install("demo>=1.0", from: server, python: last)
                    #expect(range.status == 0, "\(range.output)")
                    #expect(try await client.installed("demo", python: last, in: workplace) == "1.0")
                }
            }
        }

        @Test(.enabled(if: try PythonClient.isCurrentNeeded(), "uv is not installed"))
        func aLockfileOfUVIsRefusedAdmittedAndRefusedAgain() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                // The lockfile was written without us, straight from the index.
                let project = try UVProject("demo==1.1", in: workplace)
                let lock = try await project.uv("lock", index: "\(workplace.registryURL)/pypi/simple/")
                #expect(lock.status == 0, "\(lock.output)")
                try await Sallyport.with(workplace) { server in
                    try project.redirectLock(from: workplace.registryURL, to: server.url)
                    let held = try await project.sync(server)
                    #expect(held.status == PythonClient.uv.refusedStatus)
                    #expect(held.output.contains(Self.reason), "\(held.output)")

                    #expect(try await server.command("admit", Self.purl, "--reason", "inert").status == 0)
                    let admitted = try await project.sync(server)
                    #expect(admitted.status == 0, "\(admitted.output)")
                    #expect(admitted.output.contains("demo==1.1"))

                    #expect(try await server.command("deny", Self.purl, "--reason", "enough").status == 0)
                    let denied = try await project.sync(server)
                    #expect(denied.status == PythonClient.uv.refusedStatus)
                    #expect(denied.output.contains("enough"), "\(denied.output)")
                }
            }
        }

        @Test func metadataHasTheHashThatTheIndexSays() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("wheel", "demo", "1.0", ageDays: 400)
                try await Sallyport.with(workplace) { server in
                    let program = """
                        import hashlib, json, sys, urllib.request as r
                        accept = {"accept": "application/vnd.pypi.simple.v1+json"}
                        page = json.load(r.urlopen(r.Request(sys.argv[1], headers=accept)))
                        file = page["files"][0]
                        body = r.urlopen(file["url"] + ".metadata").read()
                        said = file["core-metadata"]["sha256"]
                        print(said == hashlib.sha256(body).hexdigest(), said != file["hashes"]["sha256"], b"Name: demo" in body)
                        """
                    let outcome = try await Tool.run(
                        ["python3", "-c", program, "\(server.url)/pypi/simple/demo/"],
                        in: workplace.folder,
                        environment: Workplace.environment(home: workplace.folder)
                    )
                    #expect(outcome.output == "True True True\n")
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

        @Test func currentClientsAreThere() throws {
            if try !PythonClient.isCurrentNeeded() { print("SKIPPED: \(PythonClient.absence)") }
        }

        /// A file of requirements with the hash of the held release.
        private func pinned(_ workplace: Workplace) async throws -> String {
            let outcome = try await Tool.run(
                ["sh", "-c", "sha256sum <registry/pypi/demo/demo-1.1.tar.gz"],
                in: workplace.folder,
                environment: Workplace.environment(home: workplace.folder)
            )
            let digest = outcome.standardOutput.prefix { $0 != " " }
            let file = workplace.folder.appendingPathComponent("requirements.txt")
            try "demo==1.1 --hash=sha256:\(digest)\n".write(to: file, atomically: true, encoding: .utf8)
            return file.path
        }
    }
}
