import Foundation
import SallyportLexing
import Testing

/// Inputs on which a fuzz target once failed, kept for ever.
@Suite("Fail cases")
struct FailCaseTests {
    private static let fuzz = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzz")

    @Test(
        "and seeds of the fuzz targets are read by every reader, whichever they were made for",
        arguments: [
            "FuzzGem", "FuzzGyp", "FuzzJSON", "FuzzJavaScript", "FuzzPlainText", "FuzzPython", "FuzzRuby", "FuzzTOML",
        ]
    )
    func replays(target: String) throws {
        var files: [URL] = []
        for folder in ["Corpus/\(target)", "FailCases/\(target)"] {
            let found = try? FileManager.default.contentsOfDirectory(
                at: Self.fuzz.appending(path: folder),
                includingPropertiesForKeys: nil
            )
            files += found ?? []
        }
        #expect(!files.isEmpty)
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            Self.readAll(bytes)
        }
    }

    private static func readAll(_ bytes: [UInt8]) {
        let limits = TokenLimits(includesComments: true)
        for dialect in [JavaScriptDialect.script, .module, .typeScript] {
            var tokens: [Token] = []
            _ = try? JavaScriptTokenizer.tokenize(bytes.span, dialect: dialect, limits: limits, into: &tokens)
            expectOrder(tokens, byteCount: bytes.count)
            for token in tokens { _ = JavaScriptLiteral.value(of: token, in: bytes.span) }
        }
        var tokens: [Token] = []
        _ = try? PythonTokenizer.tokenize(bytes.span, limits: limits, into: &tokens)
        expectOrder(tokens, byteCount: bytes.count)
        for token in tokens { _ = PythonLiteral.value(of: token, in: bytes.span) }
        tokens.removeAll()
        _ = try? RubyTokenizer.tokenize(bytes.span, limits: limits, into: &tokens)
        expectOrder(tokens, byteCount: bytes.count)
        for token in tokens { _ = RubyLiteral.bytes(of: token, in: bytes.span) }
        _ = try? JSONValue.parse(bytes.span)
        _ = (try? TOMLDocument(bytes.span))?.value([])
        _ = try? GemSpecification(bytes.span)
        _ = try? GypDocument(bytes.span)
        _ = try? INIDocument(bytes.span)
        _ = try? RFC822Headers(bytes.span)
        _ = ContentType.detect(bytes.span)
        let hidden = HiddenUnicode.scan(bytes.span)
        #expect(hidden.longestRun <= hidden.total)
    }

    private static func expectOrder(_ tokens: [Token], byteCount: Int) {
        var last = 0
        for token in tokens {
            #expect(token.range.lowerBound >= last)
            last = token.range.upperBound
        }
        #expect(last <= byteCount)
    }
}
