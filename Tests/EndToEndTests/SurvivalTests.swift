import Foundation
import Testing

extension EndToEnd.Rest {
    /// What must hold when things break: never lost, never half.
    @Suite(.enabled(if: try NPM.isNeeded(), "npm 10 is not installed"))
    struct SurvivalTests {
        private func get(_ url: String, _ workplace: Workplace, _ more: String...) async throws -> Outcome {
            try await Tool.run(
                ["curl", "-s", "-i"] + more + [url],
                in: workplace.folder,
                environment: Workplace.environment(home: workplace.folder)
            )
        }

        @Test func whatWasDecidedAndAdmittedSurvivesAKill() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
                try await workplace.publish("npm", "evil", "1.0.0", ageDays: 400, files: Attack.npm)
                let first = try await Sallyport.start(in: workplace)
                #expect(try await NPM(first).run("install", "demo").status == 0)
                #expect(try await first.command("deny", "pkg:npm/demo@1.0.0", "--reason", "kill test").status == 0)
                await first.daemon.stop(SIGKILL)

                try await Sallyport.with(workplace) { second in
                    let denied = try await get("\(second.url)/npm/demo/-/demo-1.0.0.tgz", workplace)
                    #expect(denied.output.hasPrefix("HTTP/1.1 403 Denied by Sallyport"))
                    #expect(try await second.command("admit", "pkg:npm/demo@1.0.0", "--reason", "again").status == 0)
                    let admitted = try await get(
                        "\(second.url)/npm/demo/-/demo-1.0.0.tgz",
                        workplace,
                        "-o",
                        "/dev/null"
                    )
                    #expect(admitted.status == 0)
                    let evil = try await get("\(second.url)/npm/evil/-/evil-1.0.0.tgz", workplace)
                    #expect(evil.output.hasPrefix("HTTP/1.1 403 "))
                    // Judged before the kill, kept as bytes: not fetched again.
                    #expect(workplace.registryLog.filter { $0.contains("demo-1.0.0.tgz") }.count == 1)
                }
            }
        }

        @Test func aServerKilledInTheMiddleOfManyInstallsServesNothingUnjudgedAfterwards() async throws {
            try await Workplace.with { workplace in
                for number in 0..<12 {
                    try await workplace.publish("npm", "demo\(number)", "1.0.0", ageDays: 400)
                }
                let first = try await Sallyport.start(in: workplace)
                await withTaskGroup(of: Void.self) { group in
                    for number in 0..<12 {
                        group.addTask {
                            _ = try? await get(
                                "\(first.url)/npm/demo\(number)/-/demo\(number)-1.0.0.tgz",
                                workplace,
                                "-m",
                                "20"
                            )
                        }
                    }
                    // The kill falls between the first answers and the last.
                    await group.next()
                    await first.daemon.stop(SIGKILL)
                }
                try await Sallyport.with(workplace) { second in
                    for number in 0..<12 {
                        let file = workplace.folder.appendingPathComponent("got-\(number)").path
                        let path = "npm/demo\(number)/-/demo\(number)-1.0.0.tgz"
                        _ = try await get("\(second.url)/\(path)", workplace, "-o", file, "--no-include")
                        let served = try Data(contentsOf: URL(fileURLWithPath: file))
                        let published = try Data(
                            contentsOf: workplace.folder.appendingPathComponent("registry/\(path)")
                        )
                        #expect(served == published)
                    }
                }
            }
        }

        @Test func aSecondServerOnTheSameFolderRefusesAndNamesTheFirst() async throws {
            try await Workplace.with { workplace in
                try await Sallyport.with(workplace) { server in
                    let second = try await Tool.run(
                        [Workplace.sallyport, "serve", "--listen", "127.0.0.1:0", "--data", server.data.path],
                        in: workplace.folder,
                        environment: Workplace.environment(home: workplace.folder),
                        seconds: 30
                    )
                    #expect(second.status == 1)
                    #expect(second.output.contains("\(server.daemon.pid)"))
                }
            }
        }

        @Test func withoutItsUpstreamTheServerGoesOnWithWhatItAdmitted() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
                let first = try await Sallyport.start(in: workplace)
                #expect(try await NPM(first).run("install", "demo").status == 0)
                await first.daemon.stop()
                await workplace.registry.stop()

                try await Sallyport.with(workplace) { second in
                    let index = try await get("\(second.url)/npm/demo", workplace)
                    #expect(index.output.hasPrefix("HTTP/1.1 200 OK"))
                    #expect(index.output.lowercased().contains("x-sallyport-stale-since: "))
                    let npm = try NPM(second, project: "later")
                    #expect(try await npm.run("install", "demo").status == 0)
                    let unknown = try await get("\(second.url)/npm/never-seen", workplace)
                    #expect(unknown.output.hasPrefix("HTTP/1.1 502"))
                }
            }
        }

        @Test func damagedBytesAreFetchedAndJudgedAgain() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
                let first = try await Sallyport.start(in: workplace)
                #expect(try await NPM(first).run("install", "demo").status == 0)
                await first.daemon.stop()

                let blobs = FileManager.default.enumerator(
                    at: first.data.appendingPathComponent("blobs"),
                    includingPropertiesForKeys: [.isRegularFileKey]
                )
                for case let blob as URL in blobs ?? .init()
                where (try? blob.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true {
                    try Data("damaged".utf8).write(to: blob)
                }
                try await Sallyport.with(workplace) { second in
                    let npm = try NPM(second, project: "later")
                    let outcome = try await npm.run("install", "demo")
                    #expect(outcome.status == 0, "\(outcome.output)")
                    #expect(npm.installed("demo") == "1.0.0")
                    #expect(second.daemon.output.contains("damaged"))
                }
            }
        }

        @Test func everyDownloadCanBeAskedFor() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
                try await Sallyport.with(workplace) { server in
                    #expect(try await NPM(server).run("install", "demo").status == 0)
                    let who = try await server.command("who", "pkg:npm/demo@1.0.0")
                    #expect(who.status == 0, "\(who.output)")
                    #expect(who.output.contains("127.0.0.1"))
                    #expect(who.output.contains("npm/"))
                }
            }
        }

        @Test func stoppingDrainsAndEndsWithZero() async throws {
            try await Workplace.with { workplace in
                let server = try await Sallyport.start(in: workplace)
                #expect(await server.daemon.stop(SIGTERM) == 0)
            }
        }
    }
}
