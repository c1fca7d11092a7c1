/// One call, with what is known of the callee and of the arguments.
struct Call {
    /// What is called.
    let callee: Meaning
    /// The last word of the callee.
    let word: Vocabulary.Entry
    /// The hash of the callee's name when it is one plain name.
    let identity: UInt32
    /// Where the opening bracket stands among the lexemes, and where the closing one.
    let open: Int
    let close: Int
    /// What the arguments are, all together and one by one.
    let arguments: Meaning
    let slots: (Meaning, Meaning, Meaning, Meaning)
    /// The byte offset to report.
    let offset: Int

    /// Lexemes that are looked at in one call's arguments.
    static let lexemesMax = 256

    /// The positions between the brackets, as many as are looked at.
    var inside: Range<Int> { (open + 1)..<max(open + 1, min(close, open + 1 + Self.lexemesMax)) }

    /// What the argument at a position is.
    func slot(_ position: Int) -> Meaning { Bindings.slot(slots, position) }

    /// The lexemes of the argument at a position; `nil` when there is none.
    func argument(_ position: Int, _ stream: LexemeStream) -> Range<Int>? {
        var current = 0
        var depth = 0
        var start = inside.lowerBound
        for index in inside {
            switch stream.kind(at: index) {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            case .comma where depth == 0:
                if current == position { return start..<index }
                current += 1
                start = index + 1
            default: continue
            }
        }
        return current == position && start < inside.upperBound ? start..<inside.upperBound : nil
    }

    /// Whether more arguments stand there than are looked at, besides what braces hold.
    func isCut(_ stream: LexemeStream) -> Bool {
        guard close - open - 1 > Self.lexemesMax else { return false }
        var braces = 0
        var looked = 0
        for index in ((open + 1)..<close).prefix(ArgumentText.lookedMax) {
            if stream.kind(at: index) == .openBrace { braces += 1 }
            if braces == 0 { looked += 1 }
            if stream.kind(at: index) == .closeBrace { braces -= 1 }
            if looked > Self.lexemesMax { return true }
        }
        return false
    }

    /// Bytes of a constant that names something.
    static let literalBytesMax = 4096

    /// The value of an argument that is one constant, and short enough to be a name or a path.
    func literal(_ position: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> [UInt8]? {
        guard let range = argument(position, stream), range.count <= 64 else { return nil }
        var text: [UInt8] = []
        for index in range {
            let isPiece = (index - range.lowerBound) % 2 == 0
            guard isPiece else {
                guard stream.kind(at: index) == .plus, index + 1 < range.upperBound else { return nil }
                continue
            }
            guard let piece = stream.constant(at: index), !piece.flags.contains(.hasHoles),
                text.count + stream.byteCount(of: piece) <= Self.literalBytesMax
            else { return nil }
            text += stream.bytes(of: piece, in: source)
        }
        return range.isEmpty ? nil : text
    }

    /// How the constant of an argument came about: whether it was put together, or decoded, or written in escapes.
    func origin(_ position: Int, _ stream: LexemeStream) -> Lexeme.Flags {
        guard let range = argument(position, stream) else { return [] }
        var flags: Lexeme.Flags = range.count > 1 ? .computed : []
        for index in range.prefix(64) {
            guard let piece = stream.constant(at: index) else { continue }
            flags.formUnion(piece.flags.intersection([.computed, .decoded, .escaped]))
        }
        return flags
    }

    /// Whether any of the arguments holds one of these strings.
    func hasString(_ texts: [String], _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        inside.contains { index in
            guard stream.kind(at: index) == .string, stream.byteCount(at: index) <= 32 else { return false }
            return texts.contains(stream.text(at: index, in: source))
        }
    }

    /// Whether the arguments are constants only; not when there are more than are looked at.
    func isConstant(_ stream: LexemeStream) -> Bool {
        guard close - open - 1 <= Self.lexemesMax else { return false }
        return inside.allSatisfy { index in
            switch stream.kind(at: index) {
            case .string, .number, .comma, .plus: true
            case .name: stream.known(at: index) != nil
            default: false
            }
        }
    }
}

extension Lexeme {
    /// What tells the value of one string from that of another in the same source.
    var valueKey: UInt64 { flags.contains(.folded) ? 1 << 32 | UInt64(identity) : UInt64(start) }
}

extension LexemeStream {
    /// The string at a position, or the one that the name there holds.
    func constant(at index: Int) -> Lexeme? {
        kind(at: index) == .string ? lexemes[index] : known(at: index)
    }
}

/// One rule about calls.
protocol CallRule: Sendable {
    /// Callees that the rule is about: any of them.
    static var callees: Meaning { get }
    /// Looks at a call, states what it finds, and gives what the call results in beyond what flows through it.
    static func apply(_ call: Call, _ reader: inout FlowReader, _ stream: LexemeStream, _ source: Span<UInt8>)
        -> Meaning
}

/// Every rule about calls.
enum CallCatalogue {
    static let rules: [any CallRule.Type] = [
        RequireRule.self, ProcessRule.self, NetworkRule.self, EvaluationRule.self, ReadFileRule.self,
        WriteFileRule.self, DecodeRule.self, SerialiseRule.self, VariableRule.self, NativeRule.self,
        AttributeRule.self, IdentifyRule.self, ListRule.self, RemoveRule.self, ApplyRule.self,
    ]
    /// What any rule is about.
    static let callees: Meaning = rules.reduce(into: []) { $0.formUnion($1.callees) }

    /// The results of all rules about what is called.
    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        var result: Meaning = []
        for rule in rules where !call.callee.isDisjoint(with: rule.callees) {
            result.formUnion(rule.apply(call, &reader, stream, source))
        }
        return result
    }
}

extension FlowReader {
    /// What a call is worth: the rules' results, what a function of this source returns, and what flows through.
    mutating func call(_ frame: Frame, to close: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Meaning {
        let before = max(frame.open - 1, 0)
        let call = Call(
            callee: frame.callee,
            word: vocabulary[frame.calleeEntry],
            identity: frame.calleeIdentity,
            open: frame.open,
            close: close,
            arguments: frame.arguments,
            slots: frame.slots,
            offset: before < stream.count ? Int(stream.lexemes[before].start) : 0
        )
        var result = frame.callee.union(frame.arguments).intersection(.flows).subtracting([.openedPath, .writtenPath])
        result.formUnion(frame.arguments.intersection([.openedPath, .writtenPath]))
        if result.contains(.environment), !frame.callee.contains(.environment) {
            // A function that is given the environment looks something up in it, unless its name says that it takes all.
            result.remove(.environment)
            if call.word.role.contains(.enumerates) { result.insert(.environmentData) }
        }
        result = reduced(result, call, stream, source)
        if !frame.callee.isDisjoint(with: CallCatalogue.callees) {
            result.formUnion(CallCatalogue.apply(call, &self, stream, source))
        } else if frame.callee.isDisjoint(with: .means) {
            // An unknown wrapper (`promisify`, an import helper) hands on what it was given.
            result.formUnion(frame.slots.0.intersection(.means))
            result.formUnion(local(call, stream, source))
        }
        result.formUnion(DigestComparison.meaning(call, &self, stream))
        result.formUnion(CipherRule.meaning(of: frame.calleeWord, call, stream, source))
        if language == .python { result.formUnion(InstalledFolders.meaning(of: frame.calleeWord)) }
        if language == .python, stream.interest.contains(.decodingModule) {
            result.formUnion(ConstantFile.meaning(of: frame.calleeWord, call, stream, source))
        }
        if call.word.role.contains(.hands), language == .python || call.word.spelling == "bind" {
            // `vars(builtins).items()` is full of what is in it.
            result.formUnion(frame.callee.intersection(.handed))
        } else if language == .python, frame.callee.contains(.globalObject) {
            // One of the built-in functions, by a name that nobody reads.
            result.formUnion(EvaluationRule.apply(call, &self, stream, source))
        }
        if call.word.role.contains(.makesFile) { result.formUnion([.openedPath, .openedFile]) }
        if call.word.role.contains(.encodesText), EncodedText.isMade(by: call, stream, source) {
            result.insert(.encoded)
        }
        if call.word.role.contains(.givesPrototype), frame.holdsFunction { result.insert(.evaluate) }
        callBack(call)
        gather(call, frame.calleeRoot, stream)
        VersionQuestions.note(call, frame.calleeRoot, &self, stream, source)
        UnaskedRule.note(call, frame, &self, stream)
        noteFetchedWrite(call, stream, source)
        if call.word.role.contains(.joins) { result.formUnion(JoinedPath.meaning(call, &self, stream, source)) }
        if language == .python, call.word.role.contains(.decodes) { RevivalRule.look(at: call, &self, stream) }
        if call.word.role.contains(.lists) { listsFolders = true }
        if language == .javaScript { LoaderRule.look(atSubscription: call, &self, stream, source) }
        if call.word.role.contains(.gathers) { LoaderRule.look(at: call, &self, stream) }
        BehaviourRules.look(at: call, &self, stream, source)
        LinkRule.note(gift: call, frame.calleeWord, &self)
        return result
    }

    /// `answer.then(eval)`: what is called back gets what the callee holds.
    private mutating func callBack(_ call: Call) {
        guard call.callee.isDisjoint(with: .means), call.slot(0).intersection(.flows).isEmpty else { return }
        let handed = call.slot(0).intersection([.evaluate, .spawn])
        guard !handed.isEmpty else { return }
        let what = handed.contains(.evaluate) ? "evaluates" : "runs"
        if call.callee.contains(.fetched) {
            chain(.chainDownloadExecute, "\(what) what was fetched", at: call.offset, of: .fetched)
        } else if call.callee.contains(.decoded) {
            chain(.chainDecodeExecute, "\(what) what was decoded", at: call.offset, of: .decoded)
        }
    }

    /// What is put into a list, a buffer or an archive is in it: `parts.push(body)`, `part.copy(buffer)`.
    private mutating func gather(_ call: Call, _ root: UInt32, _ stream: LexemeStream) {
        if call.word.role.contains(.gathers) {
            let values = call.arguments.intersection(.gathered)
            guard !values.isEmpty, root != 0, root != Self.thisWord, root != Self.selfWord else { return }
            guard stream.kind(at: call.open - 2) == .dot, stream.kind(at: call.open - 3) == .name,
                stream.lexemes[call.open - 3].identity == root, stream.kind(at: call.open - 4) != .dot
            else { return }
            bindings.add(root, values)
        } else if call.word.role.contains(.copiesInto), let target = call.argument(0, stream) {
            let values = call.callee.intersection([.fetched, .decoded, .request])
            guard !values.isEmpty else { return }
            markNames(in: target, values, stream)
            // A buffer of the file that one function fills and another one reads, which may stand before.
            if target.count <= 2, stream.kind(at: target.lowerBound) == .name {
                bindings.addContents(of: stream.lexemes[target.lowerBound].identity, values)
            }
        }
    }

    /// What does not pass through a call: a key that is used rather than written down in another way, and a folder
    /// to whose path something is added.
    private func reduced(
        _ value: Meaning,
        _ call: Call,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        var result = value
        if result.contains(.key), !call.word.role.contains(.encodes), !call.callee.contains(.key) {
            result.remove(.key)
        }
        if result.contains(.home), HomePath.expands(call.word.spelling),
            let range = call.argument(0, stream), range.count != 1 || stream.kind(at: range.lowerBound) != .string
        {
            // `expanduser(path)` is that path, which is seldom the folder itself.
            result.remove(.home)
        }
        if result.contains(.home), call.callee.isDisjoint(with: [.list, .read]),
            call.inside.prefix(32).contains(where: { HomePath.leavesHome(at: $0, stream, source) })
        {
            result.remove(.home)
        }
        return result
    }

    /// A call of a function of this source: it gets its arguments, and gives what it returns.
    private mutating func local(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Meaning {
        guard call.identity != 0 else { return [] }
        for position in 0..<4 {
            let given = call.slot(position).intersection(Meaning.flows.union(.handed))
                .subtracting([.given, .dataName])
            guard !given.isEmpty else { continue }
            if language == .python, let range = call.argument(position, stream), let first = range.first,
                stream.kind(at: first) == .name, stream.kind(at: first + 1) == .assign
            {
                bindings.addParameter(of: call.identity, as: stream.lexemes[first].identity, given)
                continue
            }
            bindings.addParameter(of: call.identity, at: position, given, isEffect: false)
        }
        if bindings.starts(call.identity) { StarterRule.look(at: call, &self, stream, source) }
        guard let summary = bindings.summaries[call.identity] else { return [] }
        for position in 0..<4 {
            let effect = Bindings.slot(summary.effects, position)
            guard !effect.isEmpty, let range = call.argument(position, stream) else { continue }
            markNames(in: range, effect, stream)
        }
        return summary.returns
    }

    /// Something fetched and a file open for writing meet in one call: `res.pipe(file)`, `file.write(body)`.
    private mutating func noteFetchedWrite(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) {
        let all = call.callee.union(call.arguments)
        if call.callee.contains(.openedFile) { WrittenCode.note(call, 0, &self, stream, source) }
        if all.contains([.fetched, .openedFile]) { writesFetched = true }
    }

    /// Marks every name in a range as the path of a file that is written.
    mutating func markNames(in range: Range<Int>, _ meaning: Meaning, _ stream: LexemeStream) {
        for index in range where stream.kind(at: index) == .name {
            let lexeme = stream.lexemes[index]
            guard stream.kind(at: index - 1) != .dot, !lexeme.flags.contains(.member) else { continue }
            guard stream.kind(at: index + 1) != .openParenthesis, stream.kind(at: index + 1) != .dot else { continue }
            let entry = vocabulary[lexeme.entry]
            guard entry.global.isEmpty, entry.keyword == .none else { continue }
            bindings.add(lexeme.identity, meaning)
        }
    }
}
