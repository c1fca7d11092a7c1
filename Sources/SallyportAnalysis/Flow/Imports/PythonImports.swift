import SallyportModel

/// `import` and `from … import` statements of Python.
enum PythonImports {
    /// Lexemes of one statement that are looked at: lists of every constant of a platform are long.
    private static let lexemesMax = 65_536

    /// What a module is by any part of its dotted name, so that `six.moves.urllib` is `urllib`.
    static func meaning(of name: String, _ vocabulary: Vocabulary) -> Meaning {
        var meaning: Meaning = []
        for part in name.split(separator: ".") { meaning.formUnion(vocabulary.module(Array(part.utf8))) }
        return meaning
    }

    /// `import a.b as c, d`
    static func plain(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>, _ reader: inout FlowReader) -> Int {
        reader.flush(stream, source)
        var position = index + 1
        let end = min(stream.count, index + lexemesMax)
        while position < end, stream.kind(at: position) == .name {
            let first = stream.lexemes[position]
            let name = dotted(&position, stream, source)
            let meaning = note(name, at: Int(first.start), &reader)
            if isWord(.asWord, at: position, stream, reader), stream.kind(at: position + 1) == .name {
                bind(stream.lexemes[position + 1], meaning, &reader)
                position += 2
            } else {
                bind(first, meaning, &reader)
            }
            guard stream.kind(at: position) == .comma else { break }
            position += 1
            if position >= end, end < stream.count {
                reader.collector.leaveOut("import-too-long", at: Int(first.start))
            }
        }
        return max(position, index + 1)
    }

    /// `from a.b import c as d, e`, in brackets or not.
    static func from(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>, _ reader: inout FlowReader) -> Int {
        var position = index + 1
        let end = min(stream.count, index + lexemesMax)
        var name = ""
        while position < end, stream.kind(at: position) == .dot || stream.kind(at: position) == .spread {
            name += stream.kind(at: position) == .dot ? "." : "..."
            position += 1
        }
        let offset = Int(stream.lexemes[index].start)
        if stream.kind(at: position) == .name, !isWord(.importWord, at: position, stream, reader) {
            name += dotted(&position, stream, source)
        }
        guard isWord(.importWord, at: position, stream, reader) else { return max(position, index + 1) }
        let module = note(name, at: offset, &reader)
        position += 1
        if stream.kind(at: position) == .openParenthesis { position += 1 }
        while position < end {
            switch stream.kind(at: position) {
            case .comma: position += 1
            case .name: imported(&position, from: name, module, stream, source, &reader)
            case .closeParenthesis: return position + 1
            default: return position
            }
        }
        if end < stream.count { reader.collector.leaveOut("import-too-long", at: offset) }
        return position
    }

    /// One name of a list, with its other name.
    private static func imported(
        _ position: inout Int,
        from name: String,
        _ module: Meaning,
        _ stream: LexemeStream,
        _ source: Span<UInt8>,
        _ reader: inout FlowReader
    ) {
        let member = stream.lexemes[position]
        let text = stream.text(at: position, in: source)
        // What is imported from a package may be a module of it.
        // Those that are known bring none.
        if module.isEmpty || name.hasPrefix(".") {
            reader.collector.add(Reference(.module, name.hasSuffix(".") ? name + text : "\(name).\(text)", as: .python))
        }
        var meaning = Members.member(reader.vocabulary[member.entry], of: module, after: .init())
        meaning.formUnion(meaningOfMember(member, of: name, reader))
        noteMember(text, meaning, of: name, at: Int(member.start), &reader)
        position += 1
        if isWord(.asWord, at: position, stream, reader), stream.kind(at: position + 1) == .name {
            bind(stream.lexemes[position + 1], meaning, &reader)
            position += 2
        } else {
            bind(member, meaning, &reader)
        }
    }

    /// `from http import client`, `from os import environ`: a module inside a package that matters.
    private static func meaningOfMember(_ member: Lexeme, of name: String, _ reader: FlowReader) -> Meaning {
        name.hasPrefix(".") ? [] : reader.vocabulary[member.entry].module
    }

    private static func noteMember(
        _ text: String,
        _ meaning: Meaning,
        of name: String,
        at offset: Int,
        _ reader: inout FlowReader
    ) {
        if meaning.contains(.environment) {
            reader.collector.add(.capabilityEnvironment, "whole environment", at: offset, .means)
        }
    }

    /// States what loading a module means, and remembers it as a reference.
    private static func note(_ name: String, at offset: Int, _ reader: inout FlowReader) -> Meaning {
        guard !name.isEmpty else { return [] }
        reader.collector.add(Reference(.module, name, as: .python))
        if name.split(separator: ".").count > FileGraph.modulePartsMax {
            reader.collector.leaveOut("reference-too-long", at: offset)
        }
        guard !name.hasPrefix(".") else { return [] }
        let meaning = meaning(of: name, reader.vocabulary)
        reader.noteModule(name, at: offset)
        if meaning.contains(.processModule) {
            reader.collector.add(.capabilityProcess, Excerpt.detail("imports \(name)"), at: offset, .means)
        }
        if !meaning.isDisjoint(with: [.networkModule, .networkLibrary]), !isHarmless(name) {
            reader.collector.add(.capabilityNetwork, Excerpt.detail("imports \(name)"), at: offset, .means)
        }
        if meaning.contains(.nativeModule) {
            reader.collector.add(.capabilityNativeLoading, Excerpt.detail("imports \(name)"), at: offset, .means)
        }
        return meaning
    }

    /// Parts of network packages that only handle text.
    private static func isHarmless(_ name: String) -> Bool {
        ["urllib.parse", "urllib.error", "http", "http.cookies", "http.cookiejar", "asyncio", "ssl"].contains(name)
    }

    private static func bind(_ lexeme: Lexeme, _ meaning: Meaning, _ reader: inout FlowReader) {
        let hides = !reader.vocabulary[lexeme.entry].global.isEmpty
        if !meaning.isEmpty || hides { reader.bindings.declare(lexeme.identity, meaning) }
    }

    private static func dotted(_ position: inout Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> String {
        var name = stream.text(at: position, in: source)
        position += 1
        // A longer name is too long for a reference, which states so.
        while stream.kind(at: position) == .dot, stream.kind(at: position + 1) == .name,
            name.utf8.count <= FindingsCollector.referenceBytesMax
        {
            name += "." + stream.text(at: position + 1, in: source)
            position += 2
        }
        return name
    }

    private static func isWord(_ word: Keyword, at index: Int, _ stream: LexemeStream, _ reader: FlowReader) -> Bool {
        guard stream.kind(at: index) == .name else { return false }
        return reader.vocabulary[stream.lexemes[index].entry].keyword == word
    }
}
