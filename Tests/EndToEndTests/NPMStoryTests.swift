import Foundation
import Testing

extension EndToEnd.Rest {
    /// A package gains a version that steals; npm goes on with the one before, and hears why where it can't.
    @Suite(.enabled(if: try NPM.isNeeded(), "npm 10 is not installed"))
    struct NPMStoryTests {
        private static let purl = "pkg:npm/demo@1.1.0"
        private static let tarball = "npm/demo/-/demo-1.1.0.tgz"

        private func publishStory(_ workplace: Workplace) async throws {
            try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
            try await workplace.publish("npm", "demo", "1.1.0", ageDays: 20, files: Attack.npm)
        }

        @Test func rangeInstallsGetThePreviousVersionAndHearOfTheOther() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let npm = try NPM(server)
                    let outcome = try await npm.run("install", "demo@^1.0.0")
                    #expect(outcome.status == 0, "\(outcome.output)")
                    #expect(npm.installed("demo") == "1.0.0")
                    #expect(outcome.output.contains("withheld a newer version: demo 1.1.0"))
                }
            }
        }

        @Test func exactInstallsFailWithTheReasonUntilAdmittedAndAgainAfterADenial() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let npm = try NPM(server)
                    let refused = try await npm.run("install", "demo@1.1.0")
                    #expect(refused.status != 0)
                    #expect(refused.output.contains("reads credentials and reaches the network"))
                    #expect(refused.output.contains("sallyport why \(Self.purl)"))

                    let admitted = try await server.command("admit", Self.purl, "--reason", "inert, for a test")
                    #expect(admitted.status == 0, "\(admitted.output)")
                    #expect(try await server.statuses(Self.tarball) == [200, 200, 206])
                    let accepted = try await npm.run("install", "demo@1.1.0", "--ignore-scripts")
                    #expect(accepted.status == 0, "\(accepted.output)")
                    #expect(npm.installed("demo") == "1.1.0")

                    let denied = try await server.command("deny", Self.purl, "--reason", "enough")
                    #expect(denied.status == 0, "\(denied.output)")
                    #expect(try await server.statuses(Self.tarball) == [403, 403, 403])
                    npm.forget()
                    let lockfile = try await npm.run("ci", "--ignore-scripts")
                    #expect(lockfile.status != 0)
                    #expect(lockfile.output.contains("403 Denied by Sallyport: demo 1.1.0 was denied by"))
                    #expect(lockfile.output.contains("enough"))
                }
            }
        }

        @Test func aLockfileThatNamesAHeldTarballIsRefusedWithTheReasonThreeTimesOver() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                // The lockfile was written without us, straight from the registry.
                let direct = try NPM(workplace, registry: "\(workplace.registryURL)/npm/", project: "app")
                #expect(try await direct.run("install", "demo@1.1.0", "--ignore-scripts").status == 0)
                direct.forget()
                try await Sallyport.with(workplace) { server in
                    let lock = direct.project.appendingPathComponent("package-lock.json")
                    let text = try String(contentsOf: lock, encoding: .utf8)
                    try text.replacingOccurrences(of: workplace.registryURL, with: server.url)
                        .write(to: lock, atomically: true, encoding: .utf8)
                    let npm = try NPM(server)
                    let outcome = try await npm.run("ci", "--ignore-scripts")
                    #expect(outcome.status != 0)
                    #expect(outcome.output.contains("npm notice Denied by Sallyport: demo 1.1.0"))
                    #expect(outcome.output.contains("npm error 403 403 Denied by Sallyport: demo 1.1.0"))
                }
            }
        }

        @Test(arguments: [("GET", [String]()), ("HEAD", []), ("GET", ["-r", "0-15"])])
        func noRequestForTheBytesGetsPast(method: String, more: [String]) async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let flags = method == "HEAD" ? ["-I"] : ["-i"]
                    let outcome = try await Tool.run(
                        ["curl", "-s"] + flags + more + ["\(server.url)/npm/demo/-/demo-1.1.0.tgz"],
                        in: workplace.folder,
                        environment: Workplace.environment(home: workplace.folder)
                    )
                    #expect(outcome.output.hasPrefix("HTTP/1.1 403 Denied by Sallyport: demo 1.1.0"))
                }
            }
        }

        @Test func aVersionPublishedAnHourAgoWaitsAndTheTerminalSaysUntilWhen() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
                try await workplace.publish("npm", "demo", "1.1.0", ageDays: 1.0 / 24)
                try await Sallyport.with(workplace) { server in
                    let npm = try NPM(server)
                    #expect(try await npm.run("install", "demo").status == 0)
                    #expect(npm.installed("demo") == "1.0.0")
                    let exact = try await npm.run("install", "demo@1.1.0")
                    #expect(exact.status != 0)
                    #expect(exact.output.contains("cooldown"))
                    // A held release is not even fetched.
                    #expect(!workplace.registryLog.contains { $0.contains("demo-1.1.0.tgz") })
                }
            }
        }
    }
}
