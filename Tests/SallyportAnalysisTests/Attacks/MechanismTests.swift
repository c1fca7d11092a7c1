import SallyportAnalysis
import SallyportModel
import Testing

/// One package and the fact by which it is seen, or must not be accused.
struct Mechanism: Sendable, CustomTestStringConvertible {
    /// What kind of package it is.
    enum Kind: Sendable {
        case npm, hook, sdist, wheel, gem
    }

    let title: String
    let kind: Kind
    let code: FactCode
    /// How the fact's detail begins.
    let detail: String
    let files: [String: String]

    init(_ title: String, _ kind: Kind, _ code: FactCode, _ files: [String: String]) {
        self.init(title, kind, code, "", files)
    }

    init(_ title: String, _ kind: Kind, _ code: FactCode, _ detail: String, _ files: [String: String]) {
        self.title = title
        self.kind = kind
        self.code = code
        self.detail = detail
        self.files = files
    }

    var testDescription: String { title }

    /// The facts of that code that begin so.
    var found: [Fact] {
        report.facts(code).filter { $0.reach >= .load && ($0.detail.hasPrefix(detail) || detail.isEmpty) }
    }

    private var report: Report {
        switch kind {
        case .npm: Sample.report(Sample.npm(files))
        case .hook: Sample.report(Sample.npm(files, scripts: ["postinstall": "node i.js"]))
        case .sdist: Sample.report(Sample.sdist(files), "sample-1.0.tar.gz")
        case .wheel: Sample.report(wheel: Sample.wheel(files))
        case .gem: Sample.report(gem: Sample.gem(files))
        }
    }
}

@Suite("A mechanism of attacks")
struct MechanismTests {
    @Test("is seen", arguments: Mechanism.hostile)
    func hostile(_ mechanism: Mechanism) {
        #expect(!mechanism.found.isEmpty)
    }

    @Test("is not seen in its honest likeness", arguments: Mechanism.honest)
    func honest(_ mechanism: Mechanism) {
        #expect(mechanism.found.isEmpty)
    }

    @Test("of who empties a package is seen, however small it was")
    func emptied() {
        let code = "export const parse = (text) => text.split(',').map((part) => part.trim());\n"
        let full = Sample.report(Sample.npm(["index.js": String(repeating: code, count: 10)]))
        let empty = Sample.report(Sample.npm(["README.md": "gone\n"]))
        #expect(Comparison.delta(from: full, to: empty).contains { $0.code == .deltaEmptied })
        let small = Sample.report(Sample.npm(["index.js": code]))
        #expect(!Comparison.delta(from: small, to: empty).contains { $0.code == .deltaEmptied })
        #expect(!Comparison.delta(from: full, to: small).contains { $0.code == .deltaEmptied })
    }
}
