import Foundation
import Testing

extension EndToEnd.Rest {
    /// A gem gains a version whose `extconf.rb` steals; gem and Bundler go on with the one before, and hear why where
    /// they can't.
    @Suite(.enabled(if: try Ruby.isNeeded(), "gem and bundler are not installed"))
    struct GemStoryTests {
        private static let purl = "pkg:gem/demo@1.1.0"
        private static let file = "rubygems/gems/demo-1.1.0.gem"
        private static let specification = "rubygems/quick/Marshal.4.8/demo-1.1.0.gemspec.rz"
        private static let reason = "Denied by Sallyport: demo 1.1.0 runs code at install in ext/demo/extconf.rb"

        private func publishStory(_ workplace: Workplace) async throws {
            try await workplace.publish("gem", "demo", "1.0.0", ageDays: 400)
            try await workplace.publish("gem", "demo", "1.1.0", ageDays: 20, files: Attack.gem)
            let needs = ["gemspec": "s.add_dependency 'demo', '~> 1.0'"]
            try await workplace.publish("gem", "app", "1.0.0", ageDays: 300, files: needs)
        }

        @Test func rangesGetThePreviousVersion() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let gem = try Ruby(server)
                    let alone = try await gem.gem("install", "demo", "-v", "~> 1.0")
                    #expect(alone.status == 0, "\(alone.output)")
                    #expect(gem.installed("demo") == ["1.0.0"])
                    gem.forget()
                    let needed = try await gem.gem("install", "app")
                    #expect(needed.status == 0, "\(needed.output)")
                    #expect(gem.installed("demo") == ["1.0.0"])

                    let bundler = try Ruby(server)
                    try bundler.write(gemfile: "gem 'app'")
                    let bundled = try await bundler.bundle("install")
                    #expect(bundled.status == 0, "\(bundled.output)")
                    #expect(bundler.installed("demo") == ["1.0.0"])
                    #expect(try bundler.lockfile().contains("demo (1.0.0)"))
                }
            }
        }

        @Test func exactInstallsFailWithTheReasonUntilAdmittedAndAgainAfterADenial() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let ruby = try Ruby(server)
                    let refused = try await ruby.gem("install", "demo", "-v", "1.1.0")
                    #expect(refused.status != 0)
                    #expect(refused.output.contains(Self.reason), "\(refused.output)")
                    #expect(refused.output.contains("sallyport why \(Self.purl)"))
                    try ruby.write(gemfile: "gem 'demo', '1.1.0'")
                    let unbundled = try await ruby.bundle("install")
                    #expect(unbundled.status != 0)
                    #expect(
                        unbundled.output.contains("Denied.by.Sallyport.demo.1.1.0.runs.code.at.install"),
                        "\(unbundled.output)"
                    )
                    #expect(try await server.statuses(Self.file) == [403, 403, 403])
                    #expect(try await server.statuses(Self.specification) == [403, 403, 403])

                    #expect(try await server.command("admit", Self.purl, "--reason", "inert, for a test").status == 0)
                    #expect(try await server.statuses(Self.file) == [200, 200, 206])
                    #expect(try await server.statuses(Self.specification) == [200, 200, 206])
                    let accepted = try await ruby.gem("install", "demo", "-v", "1.1.0")
                    #expect(accepted.status == 0, "\(accepted.output)")
                    let bundled = try await ruby.bundle("install")
                    #expect(bundled.status == 0, "\(bundled.output)")
                    #expect(ruby.installed("demo") == ["1.1.0"])

                    #expect(try await server.command("deny", Self.purl, "--reason", "enough").status == 0)
                    #expect(try await server.statuses(Self.file) == [403, 403, 403])
                    ruby.forget()
                    let denied = try await ruby.gem("install", "demo", "-v", "1.1.0")
                    #expect(denied.status != 0)
                    #expect(denied.output.contains("demo 1.1.0 was denied by owner"), "\(denied.output)")
                    let locked = try await ruby.bundle("install", more: ["BUNDLE_FROZEN": "true"])
                    #expect(locked.status != 0)
                    #expect(locked.output.contains("demo.1.1.0.was.denied.by.owner"), "\(locked.output)")
                }
            }
        }

        /// The lockfile was written without us, straight from the upstream.
        @Test func aLockfileThatNamesAHeldGemIsRefusedWithTheReason() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                let direct = try Ruby(workplace, source: "\(workplace.registryURL)/rubygems/")
                try direct.write(gemfile: "gem 'demo'")
                let lock = try await direct.bundle("lock")
                #expect(lock.status == 0, "\(lock.output)")
                #expect(try direct.lockfile().contains("demo (1.1.0)"))
                try await Sallyport.with(workplace) { server in
                    let ruby = try Ruby(server)
                    try ruby.write(gemfile: "gem 'demo'")
                    let text = try direct.lockfile()
                        .replacingOccurrences(of: workplace.registryURL, with: server.url)
                    try ruby.write(lockfile: text)
                    let outcome = try await ruby.bundle("install", more: ["BUNDLE_FROZEN": "true"])
                    #expect(outcome.status != 0)
                    #expect(outcome.output.contains("Denied.by.Sallyport.demo.1.1.0"), "\(outcome.output)")
                    #expect(ruby.installed("demo") == [])
                }
            }
        }

        @Test func whatBundlerKeepsAgreesWithWhatIsServedAndIsNotFetchedAgain() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let ruby = try Ruby(server)
                    try ruby.write(gemfile: "gem 'demo'")
                    #expect(try await ruby.bundle("install").status == 0)
                    // The list of all gems was fetched before the page was: it learns of what is withheld with the second.
                    #expect(try await ruby.bundle("update", "--all").status == 0)
                    let asked = Self.count("/rubygems/info/demo", in: server)
                    let last = try await ruby.bundle("update", "--all")
                    #expect(last.status == 0, "\(last.output)")
                    #expect(Self.count("/rubygems/info/demo", in: server) == asked)
                    let page = try #require(ruby.kept("info/demo"))
                    #expect(page.contains("rubygems:= 0.Denied.by.Sallyport"))
                    let versions = try #require(ruby.kept("versions"))
                    #expect(versions.contains("\ndemo -1.1.0 \(try await ruby.digest(ofKept: "info/demo"))\n"))
                    // A decision is a line more.
                    #expect(try await server.command("admit", Self.purl, "--reason", "for a test").status == 0)
                    #expect(try await ruby.bundle("update", "--all").status == 0)
                    #expect(ruby.kept("versions")?.hasPrefix(versions) == true)
                    #expect(ruby.kept("versions")?.contains("\ndemo 1.1.0 ") == true)
                    #expect(ruby.installed("demo") == ["1.0.0", "1.1.0"])
                }
            }
        }

        @Test func theIndexIsServedInPartsAndByItsTag() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    func curl(_ path: String, _ words: String...) async throws -> String {
                        try await Tool.run(
                            ["curl", "-s", "-i"] + words + ["\(server.url)/rubygems/\(path)"],
                            in: workplace.folder,
                            environment: Workplace.environment(home: workplace.folder)
                        ).standardOutput.replacingOccurrences(of: "\r\n", with: "\n")
                    }
                    for path in ["info/demo", "versions", "names"] {
                        let whole = try await curl(path, "-H", "Accept-Encoding: gzip")
                        let tag = try #require(
                            whole.range(
                                of: #"(?<=etag: )"[0-9a-f]{32}""#,
                                options: [.regularExpression, .caseInsensitive]
                            )
                        )
                        #expect(whole.range(of: "repr-digest: sha-256=:", options: .caseInsensitive) != nil)
                        #expect(!whole.lowercased().contains("content-encoding"))
                        let same = try await curl(path, "-H", "If-None-Match: \(whole[tag])")
                        #expect(same.hasPrefix("HTTP/1.1 304"))
                        let part = try await curl(path, "-r", "2-5")
                        #expect(part.hasPrefix("HTTP/1.1 206") && part.contains(String(whole[tag])))
                        #expect(part.lowercased().contains("content-range: bytes 2-5/"))
                        let body = whole[(try #require(whole.range(of: "\n\n"))).upperBound...]
                        #expect(part.hasSuffix("\n\n\(body.dropFirst(2).prefix(4))"))
                        let beyond = try await curl(path, "-r", "999999-")
                        #expect(beyond.hasPrefix("HTTP/1.1 416"))
                        let head = try await curl(path, "-I")
                        #expect(head.hasPrefix("HTTP/1.1 200"))
                        let other = try await curl(path, "-r", "2-5", "-H", "If-Range: \"x\"")
                        #expect(other.hasPrefix("HTTP/1.1 200"))
                    }
                    let gone = try await curl("api/v1/dependencies?gems=demo")
                    #expect(gone.hasPrefix("HTTP/1.1 404"))
                    let versions = try await curl("api/v1/versions/demo.json")
                    #expect(versions.contains(#""number":"1.0.0""#) && !versions.contains(#""number":"1.1.0""#))
                }
            }
        }

        @Test func aGemPublishedAnHourAgoWaitsAndTheTerminalSaysUntilWhen() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("gem", "demo", "1.0.0", ageDays: 400)
                // This one's time stands in the registry's interface alone.
                try await workplace.publish("gem", "demo", "1.1.0", ageDays: 1.0 / 24, files: ["api:time": ""])
                try await Sallyport.with(workplace) { server in
                    let ruby = try Ruby(server)
                    #expect(try await ruby.gem("install", "demo").status == 0)
                    #expect(ruby.installed("demo") == ["1.0.0"])
                    let exact = try await ruby.gem("install", "demo", "-v", "1.1.0")
                    #expect(exact.status != 0)
                    #expect(exact.output.contains("Held by Sallyport: demo 1.1.0 published"), "\(exact.output)")
                    #expect(!workplace.registryLog.contains { $0.contains("demo-1.1.0.gem") })
                }
            }
        }

        @Test func theOlderIndexesAreReadByRubyAndShowTheSame() async throws {
            try await Workplace.with { workplace in
                try await publishStory(workplace)
                try await Sallyport.with(workplace) { server in
                    let ruby = try Ruby(server)
                    #expect(try await ruby.gem("install", "demo").status == 0)
                    let listed = try await ruby.gem("list", "--remote", "--all")
                    #expect(listed.output.contains("demo (1.0.0)"), "\(listed.output)")
                    #expect(listed.output.contains("app (1.0.0)"))
                    let described = try await ruby.gem("specification", "app", "--remote")
                    #expect(described.status == 0, "\(described.output)")
                    #expect(described.output.contains("summary: made for a test"))
                    #expect(described.output.contains("name: demo"))
                }
            }
        }

        private static func count(_ path: String, in server: Sallyport) -> Int {
            server.daemon.output.split(separator: "\n").count { $0.contains(path) }
        }
    }
}
