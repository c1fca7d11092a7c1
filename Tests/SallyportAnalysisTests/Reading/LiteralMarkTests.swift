import Testing

@testable import SallyportAnalysis

@Suite("Marks of strings")
struct LiteralMarkTests {
    @Test("are found for every text of the catalogue, which all have what is looked for first")
    func marks() {
        for mark in LiteralCatalogue.marks {
            #expect(mark.text.count >= LiteralMarks.leadBytes, "\(mark.label)")
            #expect(
                LiteralMarks.all(in: Array("x".utf8) + mark.text).contains { $0.text == mark.text },
                "\(mark.label)"
            )
        }
    }
}
