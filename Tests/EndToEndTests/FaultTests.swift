import Foundation
import Testing

extension EndToEnd.Rest {
    /// Disks that are full or read-only, and ends in the middle: nothing unjudged leaves, nothing recorded is lost.
    struct FaultTests {
        /// What came of a GET: its status, and whether the bytes are those that were published, as a whole.
        private struct Answer: Hashable {
            static let whole = Answer(status: "200", isWhole: true)

            let status: String
            let isWhole: Bool
        }

        private func get(_ server: Sallyport, _ path: String) async throws -> Answer {
            let file = server.workplace.folder.appendingPathComponent("got-\(UUID().uuidString)")
            let outcome = try await Tool.run(
                ["curl", "-s", "-m", "60", "-o", file.path, "-w", "%{http_code}", "\(server.url)/\(path)"],
                in: server.workplace.folder,
                environment: Workplace.environment(home: server.workplace.folder)
            )
            let published = server.workplace.folder.appendingPathComponent("registry/\(path)")
            let isSame = (try? Data(contentsOf: file)) == (try? Data(contentsOf: published))
            return Answer(status: outcome.standardOutput, isWhole: outcome.status == 0 && isSame)
        }

        private func tarball(_ name: String) -> String { "npm/\(name)/-/\(name)-1.0.0.tgz" }

        @Test(.enabled(if: SmallDisk.isPossible, "\(SmallDisk.absence)"))
        func aFullDiskLetsNothingUnjudgedOutAndLosesNothing() async throws {
            try await Workplace.with { workplace in
                let noise = String((0..<60_000).map { _ in "abcdefghijklmnopqrstuvwxyz012345".randomElement() ?? "a" })
                try await workplace.publish("npm", "known", "1.0.0", ageDays: 400)
                try await workplace.publish("npm", "denied", "1.0.0", ageDays: 400)
                try await workplace.publish("npm", "later", "1.0.0", ageDays: 400, files: ["noise.txt": noise])
                try await workplace.publish("npm", "evil", "1.0.0", ageDays: 400, files: Attack.npm)
                try await SmallDisk.with(workplace, mebibytes: 16) { disk in
                    let first = try await Sallyport.start(in: workplace, data: "disk/data")
                    #expect(try await get(first, tarball("known")) == .whole)
                    #expect(try await get(first, tarball("denied")) == .whole)
                    #expect(try await first.command("deny", "pkg:npm/denied@1.0.0", "--reason", "before").status == 0)
                    try await disk.fill()

                    // What was never judged can't be: it is not kept, so it is not served.
                    #expect(try await get(first, tarball("later")).status.hasPrefix("5"))
                    #expect(try await get(first, tarball("evil")).status != "200")
                    #expect(try await get(first, tarball("denied")).status == "403")
                    // Whoever got the last byte stands in the record; so nobody gets it while nothing can be recorded.
                    let served = try await get(first, tarball("known")).isWhole
                    let decided = try await first.command("deny", "pkg:npm/known@1.0.0", "--reason", "while full")
                    await first.daemon.stop(SIGKILL)
                    try disk.empty()

                    let second = try await Sallyport.start(in: workplace, data: "disk/data")
                    #expect(try await get(second, tarball("denied")).status == "403")
                    // A decision that was confirmed is in force; one that was refused said so.
                    #expect(try await get(second, tarball("known")).status == (decided.status == 0 ? "403" : "200"))
                    let who = try await second.command("who", "pkg:npm/known@1.0.0")
                    let deliveries = who.output.components(separatedBy: "127.0.0.1").count - 1
                    #expect(deliveries >= (served ? 2 : 1), "\(who.output)")
                    #expect(try await get(second, tarball("later")) == .whole)
                    #expect(try await get(second, tarball("evil")).status == "403")
                    await second.daemon.stop()
                }
            }
        }

        @Test(.enabled(if: SmallDisk.isPossible, "\(SmallDisk.absence)"))
        func aReadOnlyFolderIsNamedAndNothingStarts() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "known", "1.0.0", ageDays: 400)
                try await SmallDisk.with(workplace, mebibytes: 16) { disk in
                    let first = try await Sallyport.start(in: workplace, data: "disk/data")
                    #expect(try await first.command("deny", "pkg:npm/known@1.0.0", "--reason", "seen").status == 0)
                    await first.daemon.stop()
                    try await disk.remount("ro")
                    let refused = try await Tool.run(
                        [Workplace.sallyport, "serve", "--listen", "127.0.0.1:0", "--data", first.data.path],
                        in: workplace.folder,
                        environment: Workplace.environment(home: workplace.folder),
                        seconds: 30
                    )
                    #expect(refused.status == 1)
                    #expect(refused.output.contains(first.data.path), "\(refused.output)")
                    #expect(refused.output.contains("read-only"), "\(refused.output)")
                    #expect(!refused.output.contains("listening"))
                    try await disk.remount("rw")
                    let second = try await Sallyport.start(in: workplace, data: "disk/data")
                    #expect(try await get(second, tarball("known")).status == "403")
                    await second.daemon.stop()
                }
            }
        }

        /// Kills a first start at the moment at which a name appears in the folder.
        @Test(arguments: [["lock", "format", "blobs"], ["token", "catalogue.sqlite", "indexes.sqlite"]])
        func aFirstStartKilledHalfWayLeavesNothingInTheWay(names: [String]) async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "known", "1.0.0", ageDays: 400)
                let configuration = try Sallyport.configuration(in: workplace)
                let script = """
                    "$0" serve --listen 127.0.0.1:0 --data "$1" --config "$2" >"$1.out" 2>&1 & pid=$!
                    for try in $(seq 200000); do [ -e "$1/$3" ] && break; done
                    kill -9 $pid; wait $pid 2>/dev/null; [ -e "$1/$3" ]
                    """
                for name in names {
                    let data = workplace.folder.appendingPathComponent("data-\(name)").path
                    let killed = try await Tool.run(
                        ["bash", "-c", script, Workplace.sallyport, data, configuration.path, name],
                        in: workplace.folder,
                        environment: Workplace.environment(home: workplace.folder)
                    )
                    #expect(killed.status == 0, "\(name) never appeared: \(killed.output)")
                    let server = try await Sallyport.start(in: workplace, data: "data-\(name)")
                    // The token works, decisions are kept, bytes are served.
                    #expect(try await get(server, tarball("known")) == .whole)
                    let denied = try await server.command("deny", "pkg:npm/known@1.0.0", "--reason", "token works")
                    #expect(denied.status == 0, "\(name): \(denied.output)")
                    #expect(try await get(server, tarball("known")).status == "403")
                    #expect(await server.daemon.stop() == 0)
                }
            }
        }

        @Test func aDownloadIsOnRecordBeforeItsLastByteHasLeft() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "known", "1.0.0", ageDays: 400)
                let first = try await Sallyport.start(in: workplace)
                #expect(try await get(first, tarball("known")) == .whole)
                await first.daemon.stop(SIGKILL)
                try await Sallyport.with(workplace) { second in
                    let who = try await second.command("who", "pkg:npm/known@1.0.0")
                    #expect(who.output.contains("127.0.0.1"), "\(who.output)")
                    #expect(who.output.contains("curl/"), "\(who.output)")
                }
            }
        }

        @Test func aStopWhileADownloadIsUnderWayFinishesIt() async throws {
            try await Workplace.with { workplace in
                try await workplace.publish("npm", "known", "1.0.0", ageDays: 400)
                let wait = workplace.folder.appendingPathComponent("registry/wait")
                try Data().write(to: wait)
                let server = try await Sallyport.start(in: workplace)
                async let download = get(server, tarball("known"))
                // Under way: the upstream was asked for the bytes, and does not answer yet.
                try await workplace.waitForRequest("known-1.0.0.tgz")
                async let status = server.daemon.stop(SIGTERM)
                try await waitUntilRefused(server)
                try FileManager.default.removeItem(at: wait)
                let (answer, end) = (try await download, await status)
                #expect(answer == .whole)
                #expect(end == 0)
            }
        }

        /// Waits until a stopping server takes no new connection.
        private func waitUntilRefused(_ server: Sallyport) async throws {
            let couldNotConnect: Int32 = 7
            let script = #"for try in $(seq 500); do curl -s -m 2 -o /dev/null "$0"; [ $? -eq 7 ] && exit 7; done"#
            let outcome = try await Tool.run(
                ["sh", "-c", script, "\(server.url)/healthz"],
                in: server.workplace.folder,
                environment: Workplace.environment(home: server.workplace.folder),
                seconds: 60
            )
            #expect(outcome.status == couldNotConnect)
        }
    }
}
