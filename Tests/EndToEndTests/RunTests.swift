import Foundation
import Testing

extension EndToEnd.Rest {
    /// `sallyport run`: any client once through a gate of its own, by environment alone.
    @Suite(.enabled(if: try NPM.isNeeded(), "npm 10 is not installed"))
    struct RunTests {
        private func words(_ workplace: Workplace, _ command: [String]) throws -> [String] {
            let data = workplace.folder.appendingPathComponent("run-data").path
            let file = try Sallyport.configuration(in: workplace)
            return [Workplace.sallyport, "run", "--data", data, "--config", file.path, "--"] + command
        }

        /// Nothing in the environment or in a file points at a gate.
        private func environment(_ workplace: Workplace) -> [String: String] {
            Workplace.environment(
                home: workplace.folder,
                [
                    "npm_config_cache": workplace.folder.appendingPathComponent("npm-cache").path,
                    "npm_config_fetch_retries": "0", "UV_NO_CONFIG": "1", "UV_PYTHON_DOWNLOADS": "never",
                ]
            )
        }

        private func run(_ workplace: Workplace, _ command: [String], in folder: URL? = nil) async throws -> Outcome {
            try await Tool.run(
                words(workplace, command),
                in: folder ?? workplace.folder,
                environment: environment(workplace)
            )
        }

        @Test func npmInstallsThroughItAndTheEndSaysWhatWasHeldAndWhy() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "demo", "1.0.0", ageDays: 400)
                try await workplace.publish("npm", "demo", "1.1.0", ageDays: 20, files: Attack.npm)
                let npm = try NPM(workplace, registry: "unused", project: "app")
                let range = try await run(workplace, ["npm", "install", "demo@^1.0.0"], in: npm.project)
                #expect(range.status == 0, "\(range.output)")
                #expect(npm.installed("demo") == "1.0.0")
                #expect(range.output.contains("1 file not offered to this run:\n  pkg:npm/demo@1.1.0"))
                #expect(range.output.contains("hook-exfiltration: "))
                // The gate has ended: what stays behind does not name it.
                let lock = try String(
                    contentsOf: npm.project.appendingPathComponent("package-lock.json"),
                    encoding: .utf8
                )
                #expect(lock.contains("\"\(workplace.registryURL)/npm/demo/-/demo-1.0.0.tgz\""), "\(lock)")

                let exact = try await run(workplace, ["npm", "install", "demo@1.1.0"], in: npm.project)
                #expect(exact.status == 1, "\(exact.output)")
                #expect(exact.output.contains("reads credentials and reaches the network"))
                // npm asks for the version, learns that it is withheld, and never asks for its bytes.
                #expect(exact.output.contains("sallyport: 1 file not offered to this run:\n  pkg:npm/demo@1.1.0"))
                #expect(exact.output.contains("sallyport why pkg:npm/demo@1.1.0"))
            }
        }

        @Test(.enabled(if: try Ruby.isNeeded(), "gem and bundler are not installed"))
        func gemAndBundlerInstallThroughItWhateverTheGemfileNames() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("gem", "demo", "1.0.0", ageDays: 400)
                try await workplace.publish("gem", "demo", "1.1.0", ageDays: 20, files: Attack.gem)
                let ruby = try Ruby(workplace, source: "https://gems.example.invalid/")
                try ruby.write(gemfile: "gem 'demo'")
                func run(_ command: [String], in folder: String) async throws -> Outcome {
                    try await Tool.run(
                        words(workplace, command),
                        in: ruby.home.appendingPathComponent(folder),
                        environment: ruby.environment(["GEMRC": "/nowhere"])
                    )
                }
                let bundled = try await run(["bundle", "install"], in: "app")
                #expect(bundled.status == 0, "\(bundled.output)")
                #expect(bundled.output.contains("1 file not offered to this run:\n  pkg:gem/demo@1.1.0"))
                // The lockfile names what the Gemfile names, and not the gate.
                #expect(try ruby.lockfile().contains("remote: https://gems.example.invalid/"))
                let exact = try await run(["gem", "install", "demo", "-v", "1.1.0", "--no-document"], in: ".")
                #expect(exact.status != 0)
                #expect(exact.output.contains("1 file asked for and refused:\n  pkg:gem/demo@1.1.0"), "\(exact.output)")
                #expect(ruby.installed("demo") == ["1.0.0"])
            }
        }

        @Test(arguments: PythonClient.all)
        func pipAndUVInstallThroughItToo(client: PythonClient) async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("wheel", "demo", "1.0", ageDays: 400)
                try await workplace.publish("sdist", "demo", "1.1", ageDays: 20, files: Attack.sdist("demo", "1.1"))
                let python = try await client.environment(in: workplace)
                let range = try await run(workplace, client.install(python) + ["demo>=1.0"])
                #expect(range.status == 0, "\(range.output)")
                #expect(try await client.installed("demo", python: python, in: workplace) == "1.0")
                #expect(
                    range.output.contains("1 file not offered to this run:\n  pkg:pypi/demo@1.1"),
                    "\(range.output)"
                )

                let exact = try await run(workplace, client.install(python) + ["demo==1.1"])
                #expect(exact.status == client.refusedStatus, "\(exact.output)")
                #expect(exact.output.contains("reads credentials and reaches the network"), "\(exact.output)")
                #expect(exact.output.contains("sallyport: 1 file asked for and refused:\n  pkg:pypi/demo@1.1"))
            }
        }

        @Test(arguments: [0, 7, 255] as [Int32])
        func theExitStatusIsHandedThrough(status: Int32) async throws {
            try await Workplace.with { workplace in
                let outcome = try await run(workplace, ["sh", "-c", "echo at $npm_config_registry; exit \(status)"])
                #expect(outcome.status == status, "\(outcome.output)")
                let gate = try #require(Self.gate(in: outcome.output))
                #expect(try await isGone(gate, workplace))
            }
        }

        @Test func aSecondRunBesideTheFirstUsesItsGate() async throws {
            try await Workplace.with { workplace in
                let (first, gate) = try await start(workplace)
                let second = try await run(workplace, ["sh", "-c", "echo at $npm_config_registry; exit 3"])
                #expect(second.status == 3)
                #expect(Self.gate(in: second.output) == gate)
                #expect(try await !isGone(gate, workplace))
                await first.stop()
                #expect(try await isGone(gate, workplace))
            }
        }

        @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
        func aSignalReachesTheClientAndTheGateEndsWithIt(signal: Int32) async throws {
            try await Workplace.with { workplace in
                let (daemon, gate) = try await start(workplace)
                #expect(try await !isGone(gate, workplace))
                #expect(await daemon.stop(signal) == 40 + signal)
                #expect(daemon.output.contains("told of \(signal)"))
                #expect(try await isGone(gate, workplace))
                // The folder is free again, too.
                let next = try await run(workplace, ["true"])
                #expect(next.status == 0, "\(next.output)")
            }
        }

        /// A client that says where its gate is and ends with a status of its own when it is told to.
        private func start(_ workplace: Workplace) async throws -> (Daemon, String) {
            let client = """
                import os, signal, sys
                def told(number, frame):
                    print("told of", number, flush=True)
                    sys.exit(40 + number)
                for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP): signal.signal(number, told)
                signal.pthread_sigmask(signal.SIG_SETMASK, [])
                print("at", os.environ["npm_config_registry"], flush=True)
                while True: signal.pause()
                """
            return try await Daemon.start(
                words(workplace, ["python3", "-c", client]),
                in: workplace.folder,
                environment: environment(workplace)
            ) { Self.gate(in: $0) }
        }

        private static func gate(in output: String) -> String? {
            output.range(of: #"at http://127\.0\.0\.1:[0-9]+/npm/\n"#, options: .regularExpression)
                .map { String(output[$0].dropFirst(3).dropLast()) }
        }

        /// Whether nothing listens there any more.
        private func isGone(_ gate: String, _ workplace: Workplace) async throws -> Bool {
            let couldNotConnect: Int32 = 7
            let outcome = try await Tool.run(
                ["curl", "-s", "-o", "/dev/null", "\(gate)-/ping"],
                in: workplace.folder,
                environment: Workplace.environment(home: workplace.folder)
            )
            return outcome.status == couldNotConnect
        }
    }
}
