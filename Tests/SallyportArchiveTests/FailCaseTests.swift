import Foundation
import SallyportArchive
import Testing

/// Inputs on which a fuzz target once failed, kept for ever.
@Suite("Fail cases")
struct FailCaseTests {
    static let fuzz = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz")

    static func files(_ folder: String) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: fuzz.appending(path: folder),
            includingPropertiesForKeys: nil
        )
        return found ?? []
    }

    @Test(
        "and seeds of the fuzz targets are read or refused, and add up",
        arguments: [
            ("FuzzGzip", ArchiveFormat.gzipTar), ("FuzzTar", .tar), ("FuzzZip", .zip),
        ]
    )
    func replays(target: String, format: ArchiveFormat) throws {
        let files = Self.files("Corpus/\(target)") + Self.files("FailCases/\(target)")
        #expect(!files.isEmpty)
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            var recorder = Recorder()
            let result = Result { () throws(ArchiveError) in
                try ArchiveReader.read(bytes.span, as: format, limits: .standard, into: &recorder)
            }
            guard case .success(let summary) = result else { continue }
            #expect(summary.entries == recorder.entries.count, "\(file.lastPathComponent)")
            #expect(
                summary.contentBytes == recorder.contents.values.reduce(0) { $0 + $1.count },
                "\(file.lastPathComponent)"
            )
        }
    }
}
