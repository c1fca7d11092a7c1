import Foundation
import Testing

extension EndToEnd.Rest {
    /// Real packages: a whole dependency tree from a copy of an npm registry, and small packages from PyPI itself.
    struct RealTreeTests {
        private static let upstream = Workplace.checkout.deletingLastPathComponent()
            .appendingPathComponent("shared/upstreams/npm").path

        private static var hasUpstream: Bool { FileManager.default.fileExists(atPath: upstream + "/serve.py") }

        @Test func theUpstreamIsThere() {
            if !Self.hasUpstream { print("SKIPPED: \(Self.upstream) is missing: the real npm tree is not tested") }
        }

        @Test(.enabled(if: hasUpstream, "no packages at ../shared/upstreams/npm"), .enabled(if: try NPM.isNeeded()))
        func aTreeOf156PackagesInstallsAndItsLockfileToo() async throws {
            try await Workplace.with { workplace in
                try await withRealRegistry(workplace) { registry in
                    try await withServer(workplace, "npm:  { url: \"\(registry)/\" }") { url in
                        let npm = try NPM(workplace, registry: "\(url)/npm/", project: "tree")
                        let install = try await npm.run("install", "standard@8", "--ignore-scripts")
                        #expect(install.status == 0, "\(install.output)")
                        #expect(npm.installed("eslint") != nil)
                        npm.forget()
                        let ci = try await npm.run("ci", "--ignore-scripts")
                        #expect(ci.status == 0, "\(ci.output)")
                    }
                }
            }
        }

        @Test(arguments: PythonClient.all)
        func smallPackagesInstallFromTheRealIndex(client: PythonClient) async throws {
            try await Workplace.with { workplace in
                // No upstream is configured: the machine's own pip says where the index is.
                try await withServer(workplace, nil, keepsMachineSettings: true) { url in
                    let python = try await client.environment(in: workplace)
                    let outcome = try await client.install(
                        ["six", "idna", "certifi"],
                        from: "\(url)/pypi/simple/",
                        python: python,
                        in: workplace
                    )
                    #expect(outcome.status == 0, "\(outcome.output)")
                    #expect(try await client.installed("six", python: python, in: workplace) != nil)
                }
            }
        }

        private func withRealRegistry<Value>(_ workplace: Workplace, _ body: (String) async throws -> Value)
            async throws -> Value
        {
            // The script takes a fixed port: one that is free now is asked of the system first.
            let port = try await Tool.run(
                [
                    "python3", "-c",
                    "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])",
                ],
                in: workplace.folder,
                environment: Workplace.environment(home: workplace.folder)
            ).standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
            let program = """
                import sys, threading, runpy
                sys.argv = ["serve.py", "\(Self.upstream)/registry", "\(port)"]
                import socketserver
                original = socketserver.TCPServer.server_activate
                def activate(self):
                    original(self)
                    print("ready", flush=True)
                socketserver.TCPServer.server_activate = activate
                runpy.run_path("\(Self.upstream)/serve.py", run_name="__main__")
                """
            let (daemon, _) = try await Daemon.start(
                ["python3", "-c", program],
                in: workplace.folder,
                environment: Workplace.environment(home: workplace.folder)
            ) { $0.contains("ready") ? true : nil }
            let result: Result<Value, any Error>
            do { result = .success(try await body("http://127.0.0.1:\(port)")) } catch { result = .failure(error) }
            // SIGTERM is blocked in what the tests start, and this script does not watch its input.
            await daemon.stop(SIGKILL)
            return try result.get()
        }

        private func withServer<Value>(
            _ workplace: Workplace,
            _ upstream: String?,
            keepsMachineSettings: Bool = false,
            _ body: (String) async throws -> Value
        ) async throws -> Value {
            let file = workplace.folder.appendingPathComponent("real.yaml")
            try (upstream.map { "upstreams:\n  \($0)\n" } ?? "log: { level: info }\n")
                .write(to: file, atomically: true, encoding: .utf8)
            let environment =
                keepsMachineSettings
                ? ProcessInfo.processInfo.environment
                : Workplace.environment(home: workplace.folder)
            let (daemon, url) = try await Daemon.start(
                [
                    Workplace.sallyport, "serve", "--listen", "127.0.0.1:0", "--config", file.path,
                    "--data", workplace.folder.appendingPathComponent("real-data").path,
                ],
                in: workplace.folder,
                environment: environment
            ) { Sallyport.address(in: $0) }
            let result: Result<Value, any Error>
            do { result = .success(try await body(url)) } catch { result = .failure(error) }
            await daemon.stop()
            return try result.get()
        }
    }
}
