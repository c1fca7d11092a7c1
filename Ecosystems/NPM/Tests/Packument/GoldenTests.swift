import Foundation
import SallyportEcosystem
import Testing

@testable import EcosystemNPM

/// Whole renderings, byte by byte. After a change that is meant, write them anew with `SALLYPORT_UPDATE_FIXTURES=1` and
/// read the difference.
@Suite("Rendered packuments are those in Fixtures/rendered")
struct GoldenTests {
    struct Case: CustomTestStringConvertible {
        let file: String
        let form: IndexForm
        var withheld: [String] = []
        var namesRestrictions = false

        var testDescription: String { file }
    }

    static let cases = [
        Case(file: "full.json", form: .full),
        Case(file: "full-withheld.json", form: .full, withheld: ["1.4.1", "2.0.0-beta.2"]),
        Case(file: "full-restricted.json", form: .full, withheld: ["1.4.1"], namesRestrictions: true),
        Case(
            file: "full-nothing-visible.json",
            form: .full,
            withheld: ["0.9.0", "1.3.0", "1.4.0", "1.4.1", "2.0.0-beta.1", "2.0.0-beta.2"]
        ),
        Case(file: "abbreviated.json", form: .abbreviated),
        Case(file: "abbreviated-restricted.json", form: .abbreviated, withheld: ["1.4.1"], namesRestrictions: true),
        Case(file: "manifest-latest.json", form: IndexForm("manifest", selector: "latest"), withheld: ["1.4.1"]),
        Case(file: "manifest-withheld.json", form: IndexForm("manifest", selector: "1.4.1"), withheld: ["1.4.1"]),
        Case(file: "dist-tags.json", form: .distTags, withheld: ["0.9.0", "1.4.1"]),
    ]

    @Test(arguments: cases)
    func golden(_ example: Case) throws {
        let source = NodeOracle.fixtures.appending(path: "packuments/once.json")
        let index = try SmallPackument.parse(String(decoding: Data(contentsOf: source), as: UTF8.self))
        let text = index.text(example.form, withholding: example.withheld, namesRestrictions: example.namesRestrictions)
        let file = NodeOracle.fixtures.appending(path: "rendered/\(example.file)")
        if ProcessInfo.processInfo.environment["SALLYPORT_UPDATE_FIXTURES"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == text)
    }
}
