import Foundation
import Testing

/// What the compiler can't see: who spells the words that only the gate's room may spell.
@Suite("Words of the gate's room")
struct SourceBoundaryTests {
    private static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Swift files below the given folders, with their text.
    private func sources(_ folders: [String]) throws -> [(path: String, text: String)] {
        try folders.flatMap { folder -> [(path: String, text: String)] in
            let root = Self.checkout.appending(path: folder)
            let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
            return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }.map { file in
                (String(file.path.dropFirst(Self.checkout.path.count + 1)), try Self.code(of: file))
            }
        }
    }

    /// A file without its comments.
    private static func code(of file: URL) throws -> String {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }

    @Test("nobody else makes clearances, passes or leases", arguments: ["Clearance(", "QuarantinePass(", "Lease("])
    func makers(word: String) throws {
        let makers = try sources(["Sources", "Ecosystems"]).filter { _, text in
            text.ranges(of: word).contains { range in
                guard range.lowerBound > text.startIndex else { return true }
                let before = text[text.index(before: range.lowerBound)]
                return !before.isLetter && before != "_"
            }
        }
        #expect(!makers.isEmpty)
        #expect(makers.map(\.path).filter { !$0.hasPrefix("Sources/SallyportGate/") } == [])
    }

    @Test("the edges open bytes through the gate and in no other way")
    func openers() throws {
        let edges = try sources(["Sources/SallyportServer", "Sources/sallyport", "Sources/SallyportUpstream"])
        #expect(!edges.isEmpty)
        var gateOpens = 0
        for (path, text) in edges {
            for line in text.split(separator: "\n") where line.contains(".open(") {
                let isThroughGate = line.contains("gate.open(")
                gateOpens += isThroughGate ? 1 : 0
                let isFile = line.contains("FileDescriptor.open(")
                #expect(isThroughGate || isFile, "\(path): \(line)")
            }
            #expect(!text.contains("blobs.") && !text.contains("StagedBlob("), "\(path) reaches for blobs")
        }
        #expect(gateOpens == 1, "one place in the server opens bytes")
    }

    @Test("nobody reaches into the gate's room by testable imports or the like")
    func testable() throws {
        for (path, text) in try sources(["Sources", "Ecosystems/NPM/Sources", "Ecosystems/PyPI/Sources"]) {
            #expect(!text.contains("@testable import"), "\(path)")
            #expect(!text.contains("@_spi("), "\(path)")
        }
    }
}
