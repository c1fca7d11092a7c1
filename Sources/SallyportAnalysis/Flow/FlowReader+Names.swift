import SallyportModel

/// Names: free ones, members, and the words of the grammar.
extension FlowReader {
    mutating func name(_ lexeme: Lexeme, _ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Int {
        if stream.kind(at: index - 1) == .dot {
            member(lexeme, index, stream, source)
            return index + 1
        }
        let keyword = lexeme.flags.contains(.member) ? Keyword.none : vocabulary[lexeme.entry].keyword
        if keyword != .none, let next = grammar(keyword, index, stream, source) { return next }
        if lexeme.flags.contains(.newlineBefore), language == .javaScript, stream.kind(at: index - 1).endsStatement,
            index > 0
        {
            flush(stream, source)
        }
        noteProgram(lexeme, index, stream, source)
        top.commit()
        if expectsParameters, expectedFunction == 0 {
            expectedFunction = lexeme.identity
            return index + 1
        }
        if lexeme.flags.contains(.member), isKey(index, stream) {
            if stream.kind(at: index + 1) == .openParenthesis, top.kind == .block || top.kind == .object {
                // A method: its parameters and its body follow.
                expectsParameters = true
                expectedFunction = lexeme.identity
            }
            top.lastEntry = 0
            top.chain = .none
            return index + 1
        }
        top.value = meaning(of: lexeme)
        if lexeme.entry != 0 {
            noteName(lexeme, index, stream)
            noteMachineCode(vocabulary[lexeme.entry].role, at: Int(lexeme.start), stream)
        }
        top.root = lexeme.identity
        top.word = lexeme.identity
        top.method = 0
        top.chain = .name
        top.lastEntry = lexeme.entry
        if top.value.contains(.environment) { noteEnvironment(lexeme, index, stream) }
        return index + 1
    }

    /// `if __name__ == "__main__"`, `if (require.main === module)`
    private mutating func noteProgram(
        _ lexeme: Lexeme,
        _ index: Int,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        if language == .python {
            guard lexeme.identity == Self.nameWord, stream.kind(at: index + 1) == .sign else { return }
            let sign = Int(stream.lexemes[index + 1].start)
            if sign < source.count, source[sign] == UInt8(ascii: "=") { asksForProgram = true }
        } else if stream.kind(at: index + 1) == .closeParenthesis, stream.kind(at: index - 1) == .sign,
            lexeme.identity == Self.moduleWord
        {
            asksForProgram = true
        }
    }

    private static let nameWord = UInt32(truncatingIfNeeded: NameHash.of("__name__".utf8))
    private static let moduleWord = UInt32(truncatingIfNeeded: NameHash.of("module".utf8))
    /// Machine code that is put into memory and called.
    mutating func noteMachineCode(_ role: Role, at offset: Int, _ stream: LexemeStream) {
        if role.contains(.getsMemory) { getsMemory = offset }
        if role.contains(.runsMemory) { runsMemory = offset }
        guard getsMemory >= 0, runsMemory >= 0 else { return }
        let steps = [
            ChainStep(what: "gets memory that may run", offset: getsMemory),
            ChainStep(what: "calls what stands there", offset: runsMemory),
        ]
        let detail = "puts machine code into memory and runs it"
        // A compiler that runs what it made does the same: it counts where an installation does it, or where the code
        // stands there as numbers.
        let holdsCode = holdsMachineCode ?? Self.hasByteTable(stream)
        holdsMachineCode = holdsCode
        collector.add(.chainDecodeExecute, detail, at: runsMemory, holdsCode ? .flow : .sensitive, steps: steps)
    }

    /// Numbers in a row that are a table of bytes.
    private static let tableMin = 48

    /// Whether the source has a long row of numbers.
    static func hasByteTable(_ stream: LexemeStream) -> Bool {
        var row = 0
        for lexeme in stream.lexemes {
            switch lexeme.kind {
            case .number:
                guard lexeme.end - lexeme.start <= 4 else {
                    row = 0
                    continue
                }
                row += 1
                if row >= tableMin { return true }
            case .comma, .newline: continue
            default: row = 0
            }
        }
        return false
    }

    private static let documentWord = UInt32(truncatingIfNeeded: NameHash.of("document".utf8))
    private static let cookieWord = UInt32(truncatingIfNeeded: NameHash.of("cookie".utf8))
    static let thisWord = UInt32(truncatingIfNeeded: NameHash.of("this".utf8))
    static let selfWord = UInt32(truncatingIfNeeded: NameHash.of("self".utf8))

    /// A key or a method's name, rather than a value.
    private func isKey(_ index: Int, _ stream: LexemeStream) -> Bool {
        let next = stream.kind(at: index + 1)
        return next == .colon || next == .openParenthesis || next == .assign
    }

    private mutating func member(_ lexeme: Lexeme, _ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        let value = top.value
        let isOwn = top.chain == .name && (top.root == Self.thisWord || top.root == Self.selfWord)
        top.method = isOwn ? lexeme.identity : 0
        top.word = lexeme.identity
        top.value = Members.member(vocabulary[lexeme.entry], of: value, after: vocabulary[top.lastEntry])
        if vocabulary[lexeme.entry].role.contains(.constructs), constructsFunctions(index, stream) {
            top.value.insert(.evaluate)
        }
        if top.value.contains(.request), !value.contains(.request), !RequestNames.mayHold(index - 2, stream, source) {
            top.value.remove(.request)
        }
        top.function = 0
        noteMachineCode(vocabulary[lexeme.entry].role, at: Int(lexeme.start), stream)
        if top.chain == .name, top.root == Self.documentWord, lexeme.identity == Self.cookieWord {
            top.value.insert(.pageData)
            origins.note(.pageData, "takes the cookies of the page", at: Int(lexeme.start))
        }
        if !lexeme.flags.isDisjoint(with: [.computed, .decoded, .escaped]) {
            let gained = top.value.subtracting(value)
            let name = stream.bytes(at: index, in: source)
            ComputedNameRule.look(at: name, lexeme.flags, gained, at: Int(lexeme.start), &self)
        }
        if value.contains(.environment), !top.value.contains(.environment), !top.value.contains(.readVariable) {
            readVariable(named: stream.text(at: index, in: source), at: Int(lexeme.start))
        }
        if lexeme.entry != 0 { noteMember(lexeme, index, of: value, stream) }
        top.chain = .members
        top.lastEntry = lexeme.entry
        if top.value.contains(.environment), !value.contains(.environment) { noteEnvironment(lexeme, index, stream) }
    }

    /// Whether `constructor` at a position is what makes functions: that of a function that stands there, or of a
    /// literal's method.
    private func constructsFunctions(_ index: Int, _ stream: LexemeStream) -> Bool {
        guard language == .javaScript else { return false }
        if top.function != 0 { return true }
        guard top.chain == .members, stream.kind(at: index - 2) == .name, stream.kind(at: index - 3) == .dot else {
            return false
        }
        if stream.kind(at: index - 4) == .string { return true }
        return stream.kind(at: index - 4) == .closeBracket && stream.kind(at: index - 5) == .openBracket
    }

    /// The environment as a value of its own: worth knowing, and no more until it is known where it goes.
    private mutating func noteEnvironment(_ lexeme: Lexeme, _ index: Int, _ stream: LexemeStream) {
        switch stream.kind(at: index + 1) {
        case .dot, .openBracket, .assign: return
        default:
            origins.note(.environment, "takes the whole environment", at: Int(lexeme.start))
            collector.add(.capabilityEnvironment, "whole environment", at: Int(lexeme.start), .means)
        }
    }

    /// One variable is read: a credential when its name says so.
    mutating func readVariable(named name: String, at offset: Int) {
        let about = MachineVariables.meaning(of: name)
        if !about.isEmpty {
            top.value.formUnion(about)
            origins.note(about, Excerpt.detail(CredentialNames.reading + name), at: offset)
        } else if MachineVariables.saysWhere(name) {
            collector.add(.capabilityGating, Excerpt.detail("asks for \(name)"), at: offset, .means)
        }
        noteBuildMachine(name, at: offset)
        guard CredentialNames.isCredential(name) else { return }
        top.value.insert(.variable)
        noteService(name)
        origins.note(.variable, Excerpt.detail(CredentialNames.reading + name), at: offset)
        collector.add(.capabilityEnvironment, Excerpt.detail(CredentialNames.reading + name), at: offset, .sensitive)
    }

    /// Files by which one step of a build machine decides what the next ones run.
    mutating func noteBuildMachine(_ name: String, at offset: Int) {
        guard name == "GITHUB_ENV" || name == "GITHUB_PATH" || name == "BASH_ENV" else { return }
        collector.add(.capabilityPersistence, "asks where later steps of a build look: \(name)", at: offset, .use)
    }

    /// Remembers whose credential is read.
    mutating func noteService(_ name: String) {
        if services.count < 32 { services.insert(CredentialNames.service(name[...])) }
    }

    /// Words of the grammar; gives the position to go on at, or `nil` when the word is a plain name here.
    private mutating func grammar(
        _ keyword: Keyword,
        _ index: Int,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Int? {
        switch keyword {
        case .none, .dispatch: return nil
        case .function:
            expectsParameters = true
            expectedFunction = 0
            expectsExpression = language == .javaScript && stream.kind(at: index - 1) == .sign
        case .binding:
            flushBeforeStatement(stream, source)
            top.declares = true
        case .importWord: return importWord(index, stream, source)
        case .export: exportWord(index, stream, source)
        case .from:
            guard language == .python, top.isStatementStart else { return nil }
            return PythonImports.from(index, stream, source, &self)
        case .returnWord:
            flushBeforeStatement(stream, source)
            top.isReturn = true
        case .control, .classWord: flushBeforeStatement(stream, source)
        case .prefix: top.commit()
        case .asWord:
            guard language == .python else { return nil }
            return asWord(index, stream)
        case .inWord: inWord(index, stream)
        case .forWord:
            flushBeforeStatement(stream, source)
            top.forPosition = index
        case .withWord: flushBeforeStatement(stream, source)
        case .lambda: return lambda(index, stream)
        }
        return index + 1
    }

    /// A statement begins: whatever stood before without a semicolon has ended, except inside brackets.
    private mutating func flushBeforeStatement(_ stream: LexemeStream, _ source: Span<UInt8>) {
        switch top.kind {
        case .file, .block, .function: flush(stream, source)
        default: top.commit()
        }
    }

    private mutating func importWord(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Int {
        if language == .python { return PythonImports.plain(index, stream, source, &self) }
        switch stream.kind(at: index + 1) {
        case .openParenthesis:
            top.commit()
            top.value = .require
            top.chain = .members
            return index + 1
        case .dot: return index + 1
        default: return JavaScriptImports.read(index, stream, source, &self)
        }
    }

    private mutating func exportWord(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        flushBeforeStatement(stream, source)
        JavaScriptImports.readExport(index, stream, source, &self)
    }

    /// `with expression as name`: the name gets what stands before.
    private mutating func asWord(_ index: Int, _ stream: LexemeStream) -> Int {
        top.commit()
        if stream.kind(at: index + 1) == .name {
            let name = stream.lexemes[index + 1]
            bindings.declare(name.identity, top.sum)
        }
        top.sum = []
        return index + 2
    }

    /// `for names in values`: the names wait for the values.
    private mutating func inWord(_ index: Int, _ stream: LexemeStream) {
        let start = top.forPosition >= 0 ? top.forPosition : parents.last?.forPosition ?? -1
        top.value = []
        top.commit()
        guard start >= 0, index - start <= 24, start < index else { return }
        // What a comprehension gives stands in front of its loop.
        if language == .python, top.kind != .file, top.kind != .block, top.kind != .function {
            top.endArgument()
        }
        top.sum = []
        for position in (start + 1)..<index where stream.kind(at: position) == .name {
            let name = stream.lexemes[position]
            guard vocabulary[name.entry].keyword == .none, stream.kind(at: position - 1) != .dot else { continue }
            targets.append(
                Target(name: name.identity, member: 0, position: position, declares: true, isMember: false)
            )
        }
        top.forPosition = -1
    }

    /// `lambda names:`; the names get what a callback gets.
    ///
    /// The colon belongs to it: behind that the statement goes on.
    private mutating func lambda(_ index: Int, _ stream: LexemeStream) -> Int {
        top.commit()
        var position = index + 1
        while position < stream.count, position - index <= 24, stream.kind(at: position) != .colon { position += 1 }
        bindParameters((index + 1)..<position, of: 0, stream)
        return stream.kind(at: position) == .colon ? position + 1 : index + 1
    }
}

extension Frame {
    /// Whether nothing of a statement has been read yet.
    var isStatementStart: Bool {
        sum.isEmpty && value.isEmpty && chain == .none && (kind == .file || kind == .block || kind == .function)
    }
}

extension Lexeme.Kind {
    /// Whether a statement may have ended with this, so that a name on the next line begins another.
    var endsStatement: Bool {
        switch self {
        case .name, .closeParenthesis, .closeBracket, .closeBrace, .string, .number, .other: true
        default: false
        }
    }
}
