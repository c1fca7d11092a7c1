import SallyportModel
import Testing

@testable import SallyportAnalysis

/// One line of code that hides what it does, and what must be seen.
struct Evasion: Sendable, CustomTestStringConvertible {
    let code: FactCode
    let language: Language
    let source: String

    init(_ code: FactCode, _ language: Language, _ source: String) {
        self.code = code
        self.language = language
        self.source = source
    }

    var testDescription: String { source.count > 120 ? source.prefix(120) + "…" : source }

    /// What is found in the source.
    var findings: FileFindings { Self.findings(source, language) }

    static func findings(_ source: String, _ language: Language) -> FileFindings {
        var scratch = CodeScratch()
        let reader = CodeReader(hashing: TestHashing(), store: nil, limits: .standard)
        return reader.read(Array(source.utf8).span, as: language, scratch: &scratch)
    }
}

extension FileFindings {
    /// The codes of what hides something.
    var hiding: [String] {
        findings.filter { $0.code.rawValue.hasPrefix("hiding.") || $0.code == .fileHiddenUnicode }
            .map { "\($0.code.rawValue) \($0.detail) \($0.weight)" }
    }
}
