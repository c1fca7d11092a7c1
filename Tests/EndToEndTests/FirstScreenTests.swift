import Foundation
import Testing

extension EndToEnd.Rest {
    /// What a person sees first: the lines of `serve`, and the README's excerpt, which is the demo's output.
    struct FirstScreenTests {
        private func serve(_ workplace: Workplace, listen: String, data: String) async throws -> Outcome {
            let configuration = try Sallyport.configuration(in: workplace)
            return try await Tool.run(
                [
                    Workplace.sallyport, "serve", "--listen", listen, "--config", configuration.path, "--data",
                    workplace.folder.appendingPathComponent(data).path,
                ],
                in: workplace.folder,
                environment: Workplace.environment(home: workplace.folder),
                seconds: 30
            )
        }

        @Test func servePrintsItsAddressAndALineForEachClient() async throws {
            try await Workplace.with { workplace in
                try await Sallyport.with(workplace) { server in
                    for line in [
                        "is listening on\n\(server.url)\n",
                        "  npm      npm config set registry \(server.url)/npm/\n",
                        "  pip      pip config set global.index-url \(server.url)/pypi/simple/\n",
                        "  uv       export UV_DEFAULT_INDEX=\(server.url)/pypi/simple/\n",
                        "  gem      gem sources --add \(server.url)/rubygems/\n",
                        "  bundler  bundle config set mirror.all \(server.url)/rubygems/\n",
                    ] {
                        #expect(server.daemon.output.contains(line), "\(server.daemon.output)")
                    }
                }
            }
        }

        @Test func aTakenPortIsSaidInWords() async throws {
            try await Workplace.with { workplace in
                try await Sallyport.with(workplace) { server in
                    let listen = String(server.url.dropFirst("http://".count))
                    let second = try await serve(workplace, listen: listen, data: "other")
                    #expect(second.status == 1)
                    #expect(
                        second.output.contains(
                            "`\(listen)` is in use by another program; choose another with `--listen`"
                        ),
                        "\(second.output)"
                    )
                    #expect(!second.output.contains("is listening on"))
                }
                let foreign = try await serve(workplace, listen: "192.0.2.1:7259", data: "other")
                #expect(foreign.status == 1)
                #expect(foreign.output.contains("`192.0.2.1` is no address of this machine"), "\(foreign.output)")
            }
        }

        @Test(.enabled(if: try NPM.isNeeded(), "npm 10 is not installed"))
        func theDemoEndsByItselfAndItsOutputIsTheExcerptInTheREADME() async throws {
            try await Workplace.with { workplace in
                let demo = try await Tool.run(
                    [Workplace.checkout.appendingPathComponent("scripts/demo.sh").path],
                    in: workplace.folder,
                    environment: Workplace.environment(
                        home: workplace.folder,
                        ["SALLYPORT_BINARY": Workplace.sallyport]
                    ),
                    seconds: 120
                )
                #expect(demo.status == 0, "\(demo.output)")
                let readme = try String(
                    contentsOf: Workplace.checkout.appendingPathComponent("README.md"),
                    encoding: .utf8
                )
                let shown = Self.steady(readme)
                let excerpt = demo.output.components(separatedBy: "\n# A person may overrule it").first ?? ""
                #expect(excerpt.components(separatedBy: "\n$ ").count == 4, "\(demo.output)")
                for line in excerpt.split(separator: "\n") where Self.isOurs(line) {
                    #expect(shown.contains(Self.steady(String(line))), "the README does not show: \(line)")
                }
                // The rest of the story, which the README leaves out.
                for sentence in ["Admitted pkg:npm/left-hand@1.1.0", "was denied by owner", "the drill is over"] {
                    #expect(demo.output.contains(sentence), "\(demo.output)")
                }
            }
        }

        /// npm's own lines differ between its versions, and the digest between versions of zlib.
        private static func isOurs(_ line: Substring) -> Bool {
            if line.hasPrefix("npm ") { return line.contains("Sallyport") }
            let isOthers = ["added ", "found ", "changed ", "up to date"].contains { line.hasPrefix($0) }
            return !isOthers && !line.contains("sha256:")
        }

        /// Text with one space between words, however it is wrapped, and one date in the place of all.
        private static func steady(_ text: String) -> String {
            text.split { $0.isWhitespace }.joined(separator: " ").replacingOccurrences(
                of: #"\d{4}-\d\d-\d\d \d\d:\d\d UTC"#,
                with: "DATE",
                options: .regularExpression
            )
        }
    }
}
