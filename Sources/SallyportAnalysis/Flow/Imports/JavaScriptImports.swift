/// `import` and `export … from` statements.
enum JavaScriptImports {
    /// Lexemes of one statement that are looked at.
    private static let lexemesMax = 2048

    /// What a module is by its name: `node:fs/promises` is `fs/promises`, else `fs`.
    static func meaning(of name: String, _ vocabulary: Vocabulary) -> Meaning {
        let bare = name.hasPrefix("node:") ? name.dropFirst(5) : name[...]
        let whole = vocabulary.module(Array(bare.utf8))
        if !whole.isEmpty { return whole }
        guard let slash = bare.firstIndex(of: "/"), !bare.hasPrefix("@") else { return [] }
        return vocabulary.module(Array(bare[..<slash].utf8))
    }

    /// Reads `import … from "name"` or `import "name"`; gives the position behind it.
    static func read(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>, _ reader: inout FlowReader) -> Int {
        reader.flush(stream, source)
        guard let specifier = specifier(after: index, stream, reader) else { return index + 1 }
        let offset = Int(stream.lexemes[index].start)
        let module = reader.loads(stream.bytes(at: specifier, in: source), at: offset)
        bind(module, (index + 1)..<specifier, stream, &reader)
        return specifier + 1
    }

    /// Reads `export … from "name"`, which loads a module without binding a name.
    static func readExport(
        _ index: Int,
        _ stream: LexemeStream,
        _ source: Span<UInt8>,
        _ reader: inout FlowReader
    ) {
        let next = stream.kind(at: index + 1)
        guard next == .openBrace || next == .sign, let specifier = specifier(after: index, stream, reader) else {
            return
        }
        let before = stream.lexemes[specifier - 1]
        guard before.kind == .name, reader.vocabulary[before.entry].keyword == .from else { return }
        _ = reader.loads(stream.bytes(at: specifier, in: source), at: Int(stream.lexemes[index].start))
    }

    /// The position of the string that names the module.
    private static func specifier(after index: Int, _ stream: LexemeStream, _ reader: FlowReader) -> Int? {
        var position = index + 1
        let end = min(stream.count, index + lexemesMax)
        while position < end {
            switch stream.kind(at: position) {
            case .string: return position
            case .name:
                // The next statement has begun; stopping there keeps a row of such words linear.
                let keyword = reader.vocabulary[stream.lexemes[position].entry].keyword
                guard keyword != .importWord, keyword != .export else { return nil }
                position += 1
            case .comma, .openBrace, .closeBrace, .sign: position += 1
            default: return nil
            }
        }
        return nil
    }

    /// `name`, `* as name`, `{member, member as name}`.
    private static func bind(_ module: Meaning, _ range: Range<Int>, _ stream: LexemeStream, _ reader: inout FlowReader)
    {
        var isMembers = false
        for index in range {
            switch stream.kind(at: index) {
            case .openBrace: isMembers = true
            case .closeBrace: isMembers = false
            case .name:
                let lexeme = stream.lexemes[index]
                let keyword = reader.vocabulary[lexeme.entry].keyword
                let next = index + 1 < range.upperBound ? stream.kind(at: index + 1) : .comma
                guard next == .comma || next == .closeBrace || next == .name else { continue }
                // The last name before a comma is the local one; `from` ends the list.
                if next == .name, keyword != .none || !isFrom(index + 1, stream, reader) { continue }
                if keyword == .from, index + 1 == range.upperBound { continue }
                var member = lexeme.entry
                if index >= 2, isAs(index - 1, stream, reader) { member = stream.lexemes[index - 2].entry }
                let meaning =
                    isMembers ? Members.member(reader.vocabulary[member], of: module, after: .init()) : module
                let hides = !reader.vocabulary[lexeme.entry].global.isEmpty
                if !meaning.isEmpty || hides { reader.bindings.declare(lexeme.identity, meaning) }
            default: continue
            }
        }
    }

    private static func isFrom(_ index: Int, _ stream: LexemeStream, _ reader: FlowReader) -> Bool {
        reader.vocabulary[stream.lexemes[index].entry].keyword == .from
    }

    private static func isAs(_ index: Int, _ stream: LexemeStream, _ reader: FlowReader) -> Bool {
        stream.kind(at: index) == .name && reader.vocabulary[stream.lexemes[index].entry].keyword == .asWord
    }
}
