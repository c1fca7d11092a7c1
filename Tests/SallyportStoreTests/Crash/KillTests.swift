import Foundation
import Glibc
import SallyportGate
import SallyportModel
import SallyportStore
import Testing

/// `kill -9` in the middle of everything: a process of this same test bundle records and stores as fast as it can
/// and says what was confirmed to it, until it is killed; then the folder is opened again.
@Suite struct KillTests {
    private static let variable = "SALLYPORT_KILLED_FOLDER"

    @Test("the process that gets killed", .enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
    func victim() async throws {
        let path = try #require(ProcessInfo.processInfo.environment[Self.variable])
        let data = try DataFolder(path: path)
        let catalogue = try SQLiteCatalogue(folder: data)
        let blobs = FolderBlobs(folder: data, limits: BlobLimits(cores: 2))
        await withTaskGroup(of: Void.self) { group in
            for lane in 0..<8 {
                group.addTask { try? await Self.work(lane, catalogue, blobs) }
            }
        }
    }

    private static func work(_ lane: Int, _ catalogue: SQLiteCatalogue, _ blobs: FolderBlobs) async throws {
        let artifact = try Samples.artifact("lane-\(lane)", "1.0.0")
        for number in 0..<1_000_000 {
            try await catalogue.record([Samples.download(artifact, number: number)])
            say("recorded \(lane) \(number)")
            let bytes = Samples.bytes(20_000 + number % 1_000, seed: UInt8(truncatingIfNeeded: lane &* 31 &+ number))
            let staged = try await blobs.stage()
            try await staged.write(bytes)
            let digest = try await staged.finish().digest(.sha256)
            try await staged.commit()
            say("stored \(digest?.hex ?? "") \(bytes.count)")
        }
    }

    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("confirmed \(line)\n".utf8))
    }

    @Test("nothing confirmed is lost and nothing half is there", arguments: [3, 40, 150])
    func kill(after count: Int) async throws {
        let folder = try TemporaryFolder()
        let confirmed = try run(untilConfirmed: count, in: folder.data)
        #expect(confirmed.count >= count)
        // The kernel frees the lock of a killed process: the next server starts.
        let data = try DataFolder(path: folder.data)
        #expect(Files.below(folder.data + "/staging").isEmpty)
        for path in Files.below(folder.data + "/blobs") {
            let digest = try Bytes.sha256(try Files.read(path))
            #expect(path.hasSuffix("/\(digest.hex)"))
        }
        let catalogue = try SQLiteCatalogue(folder: data)
        let blobs = FolderBlobs(folder: data, limits: BlobLimits(cores: 2))
        for lane in 0..<8 {
            let subject = PackageURL(package: try Samples.package("lane-\(lane)"), version: nil)
            let downloads = try await catalogue.downloads(of: subject, limit: 1_000_000)
            let numbers = downloads.map(\.at.milliseconds)
            #expect(numbers == Array((0..<Int64(numbers.count)).reversed()))
            let last = confirmed.compactMap { line in
                line.first == "recorded" && line[1] == "\(lane)" ? Int(line[2]) : nil
            }
            #expect(numbers.count >= (last.max() ?? -1) + 1)
        }
        for line in confirmed where line.first == "stored" {
            let digest = try #require(Digest(.sha256, hex: line[1]))
            let size = try #require(Int(line[2]))
            #expect(try await blobs.open(try Samples.clearance(digest, size: size)).size == size)
        }
        await catalogue.close()
    }

    /// Runs the victim until it confirmed `count` things, kills it, and answers all that it confirmed.
    private func run(untilConfirmed count: Int, in path: String) throws -> [[String]] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["--testing-library", "swift-testing", "--filter", "KillTests/victim"]
        process.environment = ProcessInfo.processInfo.environment.merging([Self.variable: path]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var text: [UInt8] = []
        var lines = 0
        while lines < count {
            let piece = output.fileHandleForReading.availableData
            if piece.isEmpty { break }
            text += piece
            lines += piece.count { $0 == UInt8(ascii: "\n") }
        }
        Glibc.kill(process.processIdentifier, SIGKILL)
        text += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // The last line may have been cut by the kill.
        let whole = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        return whole.map { $0.split(separator: " ").map(String.init) }
            .filter { $0.first == "confirmed" }
            .map { Array($0.dropFirst()) }
    }
}
