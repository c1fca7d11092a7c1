import Foundation
import Testing

extension EndToEnd.Python {
    /// A freeze and an exception that ends by itself, in both ecosystems.
    struct DecisionTests {
        private func publishTwo(_ workplace: Workplace, secondAgeDays: Double) async throws {
            try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
            try await workplace.publish("npm", "demo", "1.1.0", ageDays: secondAgeDays)
            try await workplace.publish("wheel", "demo", "1.0", ageDays: 400)
            try await workplace.publish("wheel", "demo", "1.1", ageDays: secondAgeDays)
        }

        @Test(.enabled(if: try NPM.isNeeded(), "npm 10 is not installed"))
        func aFreezeHidesWhatAppearedLaterAndAThawShowsItAgain() async throws {
            try await Workplace.with { workplace in
                try await publishTwo(workplace, secondAgeDays: 100)
                try await Sallyport.with(workplace) { server in
                    let npm = try NPM(server)
                    let client = PythonClient.all.last ?? .machinePip
                    let python = try await client.environment(in: workplace)
                    let asOf = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: -200 * 86_400))
                    let frozen = try await server.command("freeze", "--as-of", asOf, "--reason", "incident")
                    #expect(frozen.status == 0, "\(frozen.output)")
                    #expect(try await npm.run("install", "demo").status == 0)
                    #expect(npm.installed("demo") == "1.0.0")
                    #expect(try await client.install("demo", from: server, python: python).status == 0)
                    #expect(try await client.installed("demo", python: python, in: workplace) == "1.0")
                    let exact = try await client.install("demo==1.1", from: server, python: python)
                    #expect(exact.status == client.refusedStatus)
                    #expect(exact.output.contains("incident"), "\(exact.output)")

                    let thawed = try await server.command("thaw", "--reason", "over")
                    #expect(thawed.status == 0, "\(thawed.output)")
                    npm.forget()
                    #expect(try await npm.run("install", "demo@latest").status == 0)
                    #expect(npm.installed("demo") == "1.1.0")
                    #expect(try await client.install("demo==1.1", from: server, python: python).status == 0)
                }
            }
        }

        @Test(
            arguments: [
                ("pkg:npm/demo@1.1.0", "npm/demo/-/demo-1.1.0.tgz", "npm/demo", "1.1.0"),
                ("pkg:pypi/demo@1.1", "pypi/files/demo/demo-1.1-py3-none-any.whl", "pypi/simple/demo/", "yanked"),
            ]
        )
        func anExceptionEndsByItself(purl: String, file: String, index: String, mark: String) async throws {
            try await Workplace.with { workplace in
                try await publishTwo(workplace, secondAgeDays: 1)
                try await Sallyport.with(workplace) { server in
                    #expect(try await server.statuses(file) == [403, 403, 403])
                    let before = try await get(index, server)
                    let expires = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 4))
                    let made = try await decide(server, purl: purl, expires: expires)
                    #expect(made.output.hasSuffix("201"), "\(made.output)")
                    let opened = try await server.statuses(file)
                    let during = try await get(index, server)
                    // On a very slow machine it may have ended already.
                    if Date() < ISO8601DateFormatter().date(from: expires) ?? Date() {
                        #expect(opened == [200, 200, 206])
                        #expect(during.contains(mark) != before.contains(mark))
                    }
                    let deadline = Date(timeIntervalSinceNow: 30)
                    var closed = opened
                    while closed != [403, 403, 403], Date() < deadline { closed = try await server.statuses(file) }
                    #expect(closed == [403, 403, 403])
                    #expect(try await get(index, server).contains(mark) == before.contains(mark))
                }
            }
        }

        /// Decides by the API: the command line counts in minutes.
        private func decide(_ server: Sallyport, purl: String, expires: String) async throws -> Outcome {
            let token = try String(contentsOf: server.data.appendingPathComponent("token"), encoding: .utf8)
            let body = #"{"action":"admit","purl":"\#(purl)","reason":"for a moment","expires":"\#(expires)"}"#
            return try await Tool.run(
                [
                    "curl", "-s", "-w", "%{http_code}", "-H", "content-type: application/json", "-d", body, "-H",
                    "authorization: Bearer \(token.trimmingCharacters(in: .whitespacesAndNewlines))",
                    "\(server.url)/api/v1/decisions",
                ],
                in: server.workplace.folder,
                environment: Workplace.environment(home: server.workplace.folder)
            )
        }

        /// An index without the words that explain it: a held version shows as absent (npm) or yanked (PyPI).
        private func get(_ path: String, _ server: Sallyport) async throws -> String {
            try await Tool.run(
                ["curl", "-s", "-H", "accept: text/html, application/json", "\(server.url)/\(path)"],
                in: server.workplace.folder,
                environment: Workplace.environment(home: server.workplace.folder)
            ).output
        }
    }
}
