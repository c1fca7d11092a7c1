import Testing

@testable import SallyportAnalysis

@Suite("The vocabularies")
struct VocabularyTests {
    @Test("each word is found by its own spelling, and stands there once", arguments: Self.languages.indices)
    func words(language: Int) {
        let vocabulary = Self.languages[language]
        #expect(vocabulary.entries.count > 300)
        #expect(vocabulary.entries[0].spelling.isEmpty)
        for (index, entry) in vocabulary.entries.enumerated().dropFirst() {
            let word = entry.spelling
            #expect(!word.isEmpty)
            #expect(Int(vocabulary.position(hash: NameHash.of(word.utf8), length: word.utf8.count)) == index)
        }
        #expect(Set(vocabulary.entries.map(\.spelling)).count == vocabulary.entries.count)
    }

    @Test("a word that is named again adds to what it means, and no other word means anything")
    func again() {
        var words = VocabularyBuilder()
        words.globals(.evaluate, "one two")
        words.members(.reads, " two\n three ")
        words.globals(.require, "two")
        let vocabulary = words.build(for: .javaScript)
        let two = vocabulary[vocabulary.position(hash: NameHash.of("two".utf8), length: 3)]
        #expect(two.global == [.evaluate, .require])
        #expect(two.role == .reads)
        #expect(vocabulary.entries.count == 4)
        #expect(vocabulary.position(hash: NameHash.of("four".utf8), length: 4) == 0)
    }

    private static let languages = [
        JavaScriptVocabulary.vocabulary, PythonVocabulary.vocabulary, RubyVocabulary.vocabulary,
    ]
}
