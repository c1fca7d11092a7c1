import SallyportModel

/// Assignments: to names, to members, and to patterns.
extension FlowReader {
    mutating func assign(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        defer {
            top.value = []
            top.sum = []
            top.chain = .none
            top.lastEntry = 0
        }
        // `f(name=value)` names an argument in Python; it is no assignment.
        if language == .python, top.kind == .call || top.kind == .parameters { return }
        if language == .javaScript {
            hooked.note(assignmentAt: index, stream, source)
            LoaderRule.look(assignmentAt: index, stream, &self)
        }
        switch stream.kind(at: index - 1) {
        case .name,
            .closeBracket where top.chain != .none:
            let isMember = top.chain == .members
            let position = index - 1
            targets.append(
                Target(name: top.root, member: 0, position: position, declares: top.declares, isMember: isMember)
            )
            // `a, b = values`: the others are in front of the comma.
            if language == .python, stream.kind(at: index - 2) == .comma, !isMember {
                addTuple(before: index - 1, stream)
            }
        case .closeBrace, .closeBracket, .closeParenthesis:
            guard top.lastOpen >= 0, top.lastOpen < index else { return }
            addPattern((top.lastOpen + 1)..<(index - 1), isObject: stream.kind(at: index - 1) == .closeBrace, stream)
        default: break
        }
        if language == .python, targets.count == top.targetsMark { addTuple(before: index, stream) }
    }

    /// `{name, member: name = default, ...name} =`, or the same in brackets.
    private mutating func addPattern(_ range: Range<Int>, isObject: Bool, _ stream: LexemeStream) {
        var member: UInt16 = 0
        for index in range.prefix(128) where stream.kind(at: index) == .name {
            let lexeme = stream.lexemes[index]
            if stream.kind(at: index + 1) == .colon {
                member = lexeme.entry
                continue
            }
            guard stream.kind(at: index - 1) != .assign, stream.kind(at: index - 1) != .dot else { continue }
            let isRenamed = stream.kind(at: index - 1) == .colon
            let isRest = stream.kind(at: index - 1) == .spread
            targets.append(
                Target(
                    name: lexeme.identity,
                    member: !isObject || isRest ? 0 : isRenamed ? member : lexeme.entry,
                    position: isRenamed ? index - 2 : index,
                    declares: true,
                    isMember: isObject && !isRest
                )
            )
        }
    }

    /// `a, b = values` in Python: the comma has let go of `a` already.
    private mutating func addTuple(before index: Int, _ stream: LexemeStream) {
        var position = index - 1
        while position >= 0, index - position <= 16 {
            let kind = stream.kind(at: position)
            guard kind == .name || kind == .comma else { break }
            if kind == .name {
                let name = stream.lexemes[position].identity
                targets.append(Target(name: name, member: 0, position: position, declares: true, isMember: false))
            }
            position -= 1
        }
    }

    /// A value reaches a name.
    mutating func give(_ value: Meaning, to target: Target, _ stream: LexemeStream, _ source: Span<UInt8>) {
        var meaning = value
        keepCommands(for: target)
        if target.member != 0 || (target.isMember && target.declares) {
            meaning = Members.member(vocabulary[target.member], of: value, after: Vocabulary.Entry())
            if value.contains(.environment) { meaning = patternVariable(target, meaning, stream, source) }
        } else if target.isMember {
            if language == .javaScript, target.position < stream.count, !value.isEmpty {
                let member = stream.lexemes[target.position]
                PageScripts.look(at: member.identity, value, at: Int(member.start), &self)
            }
            // What is put into a member of a value is in the value.
            let isOwn = target.name == Self.thisWord || target.name == Self.selfWord
            let lost = isOwn ? Meaning.exact.union([.key, .given]) : .exact
            bindings.add(target.name, value.intersection(.flows).subtracting(lost))
            return
        }
        // An assignment in a function of Python makes a name of that function.
        let isLocal = language == .python && !meaning.isEmpty && top.isInFunction
        if target.declares || isLocal {
            let isGlobal = isGlobalName(target, stream)
            guard !meaning.isEmpty || isGlobal || bindings.meaning(of: target.name) != nil else { return }
            let held = isLocal ? bindings.meaning(of: target.name) ?? [] : kept(target)
            bindings.declare(target.name, meaning.union(held))
        } else if let held = bindings.meaning(of: target.name) {
            bindings.add(target.name, meaning.union(held))
        } else {
            bindings.add(target.name, meaning)
        }
    }

    /// Constants that are commands stay with the name that they are put into.
    private mutating func keepCommands(for target: Target) {
        guard !pendingCommands.isEmpty, !target.isMember else { return }
        let texts = pendingCommands.filter { $0.position > target.position }.map(\.text)
        guard !texts.isEmpty else { return }
        guard commandTexts.count < Self.commandTextsMax || commandTexts[target.name] != nil else {
            return collector.leaveOut("too-many-commands", at: 0)
        }
        commandTexts[target.name] = texts
    }

    /// Names whose commands are kept.
    private static let commandTextsMax = 1024
    /// Constants of one statement that are commands.
    static let pendingCommandsMax = 256

    /// Between two walks, what was learnt of a name's effects stays.
    private func kept(_ target: Target) -> Meaning {
        (bindings.meaning(of: target.name) ?? []).intersection([.openedPath, .writtenPath])
            .union(top.isInFunction ? [] : bindings.contents(of: target.name))
    }

    private func isGlobalName(_ target: Target, _ stream: LexemeStream) -> Bool {
        guard target.position < stream.count else { return false }
        let lexeme = stream.lexemes[target.position]
        return lexeme.identity == target.name && !vocabulary[lexeme.entry].global.isEmpty
    }

    /// `const {NPM_TOKEN} = process.env`
    private mutating func patternVariable(
        _ target: Target,
        _ meaning: Meaning,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let name = stream.text(at: target.position, in: source)
        let offset = Int(stream.lexemes[target.position].start)
        noteBuildMachine(name, at: offset)
        guard CredentialNames.isCredential(name) else { return meaning.subtracting(.environment) }
        collector.add(.capabilityEnvironment, Excerpt.detail("reads \(name)"), at: offset, .sensitive)
        noteService(name)
        return meaning.subtracting(.environment).union(.variable)
    }
}
