import Foundation
import SallyportModel
import Testing

@testable import SallyportAnalysis

/// The seeds of the fuzz target for computed constants, and whatever once failed there.
@Suite("Seeds of computed constants")
struct SeedTests {
    private static let fuzz = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzz")

    @Test("are read in every language, and broken off at every place")
    func replays() throws {
        var files: [URL] = []
        for folder in ["Corpus/FuzzFolding", "FailCases/FuzzFolding"] {
            let found = try? FileManager.default.contentsOfDirectory(
                at: Self.fuzz.appending(path: folder),
                includingPropertiesForKeys: nil
            )
            files += found ?? []
        }
        #expect(files.count >= 60)
        let reader = CodeReader(hashing: TestHashing(), store: nil, limits: .standard)
        var scratch = CodeScratch()
        for file in files {
            let source = [UInt8](try Data(contentsOf: file).dropFirst())
            for language in [Language.javaScript, .python, .ruby, .shell] {
                _ = reader.read(source.span, as: language, scratch: &scratch)
            }
            let language: Language = file.lastPathComponent.hasPrefix("py") ? .python : .javaScript
            for count in source.indices {
                _ = reader.read(Array(source.prefix(count)).span, as: language, scratch: &scratch)
            }
        }
    }
}
