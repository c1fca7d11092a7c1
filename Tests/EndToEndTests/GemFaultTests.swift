import Foundation
import Testing

extension EndToEnd.Rest {
    /// Broken gems, hostile upstreams, and what must hold after a kill.
    @Suite(.enabled(if: try Ruby.isNeeded(), "gem and bundler are not installed"))
    struct GemFaultTests {
        private func curl(_ path: String, _ server: Sallyport, _ words: String...) async throws -> String {
            try await Tool.run(
                ["curl", "-s"] + words + ["\(server.url)/rubygems/\(path)"],
                in: server.workplace.folder,
                environment: Workplace.environment(home: server.workplace.folder)
            ).standardOutput
        }

        private func md5(_ path: String, _ server: Sallyport) async throws -> String {
            let command = "curl -s '\(server.url)/rubygems/\(path)' | md5sum"
            let environment = Workplace.environment(home: server.workplace.folder)
            let outcome = try await Tool.run(
                ["sh", "-c", command],
                in: server.workplace.folder,
                environment: environment
            )
            return String(outcome.standardOutput.prefix(32))
        }

        private func line(of name: String, _ server: Sallyport) async throws -> String {
            let lines = try await curl("versions", server).split(separator: "\n").filter { $0.hasPrefix("\(name) ") }
            return lines.last.map(String.init) ?? ""
        }

        @Test func afterAKillTheListAgreesWithThePagesBeforeAnybodyAsksForThem() async throws {
            try await Workplace.with { workplace in
                for name in ["demo", "fine", "young"] {
                    try await workplace.publish("gem", name, "1.0.0", ageDays: 400)
                }
                try await workplace.publish("gem", "demo", "1.1.0", ageDays: 20, files: Attack.gem)
                try await workplace.publish("gem", "fine", "1.1.0", ageDays: 300)
                try await workplace.publish("gem", "young", "1.1.0", ageDays: 0.1)
                let first = try await Sallyport.start(in: workplace)
                let ruby = try Ruby(first)
                try ruby.write(gemfile: "gem 'demo'\ngem 'fine'\ngem 'young'")
                #expect(try await ruby.bundle("install").status == 0)
                #expect(try await first.command("deny", "pkg:gem/fine@1.1.0", "--reason", "kill test").status == 0)
                await first.daemon.stop(SIGKILL)

                try await Sallyport.with(workplace) { server in
                    let asked = workplace.registryLog.count { $0.contains("/rubygems/info/") }
                    for name in ["demo", "fine", "young"] {
                        let line = try await line(of: name, server)
                        #expect(line.hasPrefix("\(name) -1.1.0 "), "\(line)")
                    }
                    let listed = try await Tool.run(
                        ["gem", "list", "--remote", "--all", "--clear-sources", "--source", "\(server.url)/rubygems/"],
                        in: ruby.home,
                        environment: ruby.environment()
                    )
                    #expect(
                        !listed.output.contains("1.1.0") && listed.output.contains("fine (1.0.0)"),
                        "\(listed.output)"
                    )
                    // Nobody asked for a page yet, and no upstream was either.
                    #expect(workplace.registryLog.count { $0.contains("/rubygems/info/") } == asked)
                    for name in ["demo", "fine", "young"] {
                        let (line, digest) = (try await line(of: name, server), try await md5("info/\(name)", server))
                        #expect(line == "\(name) -1.1.0 \(digest)")
                    }
                    let again = try Ruby(server)
                    try again.write(gemfile: "gem 'demo'\ngem 'fine'\ngem 'young'")
                    let installed = try await again.bundle("install")
                    #expect(installed.status == 0, "\(installed.output)")
                    #expect(again.installed("demo") + again.installed("fine") == ["1.0.0", "1.0.0"])
                    #expect(workplace.registryLog.count { $0.contains("/gems/demo-1.0.0.gem") } == 1)
                }
            }
        }

        /// A start makes every kept index one that has to be asked for again.
        @Test func whatTheUpstreamAppendsToTheListIsFetchedAlone() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("gem", "demo", "1.0.0", ageDays: 400)
                try await workplace.publish("gem", "demo", "1.1.0", ageDays: 20, files: Attack.gem)
                let before = try await Sallyport.with(workplace) { server in
                    _ = try await curl("info/demo", server)
                    return try await curl("versions", server)
                }
                #expect(before.contains("\ndemo -1.1.0 "))
                try await workplace.publish("gem", "other", "1.0.0", ageDays: 400)
                try await Sallyport.with(workplace) { server in
                    let after = try await curl("versions", server)
                    #expect(after.contains("\ndemo -1.1.0 ") && after.contains("\nother 1.0.0 "))
                    let upstream = workplace.registryLog.filter { $0.contains("/rubygems/versions") }
                    #expect(upstream.first == "GET /rubygems/versions")
                    #expect(
                        upstream.count >= 2 && upstream.dropFirst().allSatisfy { $0.contains(" bytes=") },
                        "\(upstream)"
                    )
                    // A client that has the first part asks for the rest.
                    let rest = try await curl("versions", server, "-r", "9-")
                    #expect(after.dropFirst(9) == rest)
                }
            }
        }

        @Test(arguments: [
            "truncated", "contradictory", "other-name", "other-platform", "anchors", "tags", "twice", "depth",
            "other-bytes",
        ])
        func aBrokenGemIsRefusedWithASentenceAndTheOneBeforeIsInstalled(way: String) async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("gem", "demo", "1.0.0", ageDays: 400)
                try await workplace.publish("gem", "demo", "1.1.0", ageDays: 300, files: ["broken": way])
                try await Sallyport.with(workplace) { server in
                    let ruby = try Ruby(server)
                    let exact = try await ruby.gem("install", "demo", "-v", "1.1.0")
                    #expect(exact.status != 0)
                    #expect(
                        exact.output.contains("Sallyport") || exact.output.contains("demo-1.1.0.gem"),
                        "\(exact.output)"
                    )
                    let statuses = try await server.statuses("rubygems/gems/demo-1.1.0.gem")
                    #expect(Set(statuses) == [403], "\(statuses)")
                    #expect(try await server.statuses("rubygems/quick/Marshal.4.8/demo-1.1.0.gemspec.rz").first != 200)
                    ruby.forget()
                    let ranged = try await ruby.gem("install", "demo", "-v", "~> 1.0")
                    #expect(ranged.status == 0, "\(way): \(ranged.output)")
                    #expect(ruby.installed("demo") == ["1.0.0"])
                    #expect(try await server.statuses("rubygems/gems/demo-1.0.0.gem") == [200, 200, 206])
                }
            }
        }

        /// A Marshal bomb, and one that is only huge: nothing that an upstream marshalled is asked for.
        @Test func nothingThatAnUpstreamMarshalledIsReadOrPassedOn() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("gem", "demo", "1.0.0", ageDays: 400)
                let root = workplace.folder.appendingPathComponent("registry/rubygems")
                let bomb = Data([4, 8] + [UInt8](repeating: 0x5B, count: 100_000))
                for path in ["specs.4.8.gz", "latest_specs.4.8.gz", "quick/Marshal.4.8/demo-1.0.0.gemspec.rz", "names"]
                {
                    let file = root.appendingPathComponent(path)
                    try FileManager.default.createDirectory(
                        at: file.deletingLastPathComponent(),
                        withIntermediateDirectories: true
                    )
                    try bomb.write(to: file)
                }
                try await Sallyport.with(workplace) { server in
                    let ruby = try Ruby(server)
                    #expect(try await ruby.gem("install", "demo").status == 0)
                    #expect(try await ruby.gem("list", "--remote").output.contains("demo (1.0.0)"))
                    #expect(try await ruby.gem("specification", "demo", "--remote").status == 0)
                    #expect(!workplace.registryLog.contains { $0.contains("specs.4.8") || $0.contains("/quick/") })
                }
            }
        }

        @Test func namesAndVersionsThatRubyGemsForbidsAreNotThere() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("gem", "demo", "1.0.0", ageDays: 400)
                let root = workplace.folder.appendingPathComponent("registry/rubygems")
                let page = root.appendingPathComponent("info/demo")
                let digest = String(repeating: "a", count: 64)
                var text = try String(contentsOf: page, encoding: .utf8)
                for label in ["1..0", "x1", "1.0-../../x", "2.0 rack:zzz", "9999.0-\u{1B}[2J"] {
                    text += "\(label) |checksum:\(digest),created_at:2020-01-01T00:00:00Z\n"
                }
                try text.write(to: page, atomically: true, encoding: .utf8)
                try await Sallyport.with(workplace) { server in
                    #expect(try await curl("info/demo", server).split(separator: "\n").count == 2)
                    for path in [
                        "info/..", "info/.x", "info/%2e%2e%2fx", "info/a%00b", "gems/demo-1..0.gem", "gems/..gem",
                    ] {
                        let status = try await curl(
                            path,
                            server,
                            "--path-as-is",
                            "-o",
                            "/dev/null",
                            "-w",
                            "%{http_code}"
                        )
                        #expect(status == "404", "\(path): \(status)")
                    }
                    let refused = try await server.command("deny", "pkg:gem/demo@1.0.0-java", "--reason", "typed so")
                    #expect(refused.status != 0 && refused.output.contains("pkg:gem/demo@1.0.0"), "\(refused.output)")
                }
            }
        }
    }
}
