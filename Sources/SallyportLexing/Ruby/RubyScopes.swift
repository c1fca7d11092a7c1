/// What stands open in a Ruby source.
enum RubyFrame {
    /// `(` or `[`, by its closing byte.
    case bracket(closing: UInt8, parameters: RubyParameters)
    /// The braces of a hash.
    case hash
    /// The braces of a block.
    case brace(RubyScopes.Mark)
    /// The parameters of a block, between `|` and `|`.
    case pipes
    /// `#{` in a string.
    case embedded
    /// What the word `end` ends.
    case block(RubyBlock)
    /// The literal part of a string.
    case string(RubyString)
    /// The text of a here-document.
    case heredoc(RubyHeredoc)
}

/// Whose parameters stand in parentheses.
enum RubyParameters {
    case none, definition, lambda
}

/// Something that the word `end` ends.
struct RubyBlock {
    /// What to put back at its end; nil where its variables live on, as those of `if` do.
    let scope: RubyScopes.Mark?
    /// `while`, `until` and `for` before their `do`.
    var awaitsDo = false
    /// `def name = value`, which a line end ends.
    var isEndless = false
    /// `def name a, b` before the line end.
    var takesParameters = false
}

/// The local variables of a Ruby source, by the hashes of their names.
struct RubyScopes {
    private var names: Set<UInt64> = []
    private var log: [UInt64] = []
    private var scope: UInt64 = 0
    private var scopesMade: UInt64 = 0

    /// More names than these are not remembered; what follows them is read as a method's arguments.
    private static let countMax = 1 << 18

    /// What is put back when a scope ends.
    struct Mark {
        let count: Int
        let scope: UInt64
    }

    /// Opens a scope; a closed one sees no variables of those around.
    mutating func enter(closed: Bool) -> Mark {
        let mark = Mark(count: log.count, scope: scope)
        if closed {
            scopesMade += 1
            scope = scopesMade &* 0x9E37_79B9_7F4A_7C15
        }
        return mark
    }

    /// Ends a scope.
    mutating func leave(_ mark: Mark) {
        while log.count > mark.count, let last = log.popLast() { names.remove(last) }
        scope = mark.scope
    }

    mutating func declare(_ name: UInt64) {
        guard log.count < Self.countMax else { return }
        if names.insert(name ^ scope).inserted { log.append(name ^ scope) }
    }

    func isLocal(_ name: UInt64) -> Bool { names.contains(name ^ scope) }

    /// The hash of a name.
    static func hash(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<end { hash = (hash ^ UInt64(source[index])) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}

/// Names of which only a parser can tell whether they are local variables, by their hashes: bound by a pattern, by a named
/// group, by a lambda's parameters, or on the left of an assignment to several things.
///
/// They are read as well as the tokens allow. Where a text would begin behind one of them, were it the name of a method,
/// that is said.
struct RubyDoubts {
    private var names: Set<UInt64> = []
    private var waiting: [UInt64] = []
    /// Whether a name was bound that could not be read.
    private var isAny = false

    mutating func insert(_ name: UInt64) { names.insert(name) }

    mutating func insertAny() { isAny = true }

    func contains(_ name: UInt64) -> Bool { isAny || names.contains(name) }

    /// A name that is assigned to if an equals sign follows in the statement.
    mutating func waits(_ name: UInt64) { waiting.append(name) }

    mutating func assignmentIsRead() {
        guard !waiting.isEmpty else { return }
        names.formUnion(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    mutating func statementEnds() {
        if !waiting.isEmpty { waiting.removeAll(keepingCapacity: true) }
    }
}

extension RubyLexer {
    /// Opens what `end` ends.
    mutating func openBlock(awaitsDo: Bool = false) {
        frames.append(.block(RubyBlock(scope: nil, awaitsDo: awaitsDo)))
    }

    /// Opens what `end` ends and what has variables of its own; a closed one sees no others.
    mutating func openScope(closed: Bool) {
        frames.append(.block(RubyBlock(scope: scopes.enter(closed: closed))))
    }

    /// The word `end`.
    mutating func closeBlock() -> Bool {
        guard case .block(let block)? = frames.last else { return false }
        close(block)
        return true
    }

    /// Ends the innermost frame, which is this block.
    mutating func close(_ block: RubyBlock) {
        frames.removeLast()
        if let scope = block.scope { scopes.leave(scope) }
    }

    /// The word `do`: of a loop, or of a block.
    mutating func openDo() {
        if case .block(var block)? = frames.last, block.awaitsDo {
            block.awaitsDo = false
            frames[frames.count - 1] = .block(block)
            leaveLoopHead()
            return
        }
        inLambdaHead = false
        inArrow = false
        openScope(closed: false)
        previous = .blockOpen
    }

    private mutating func leaveLoopHead() {
        inFor = false
        candidates.removeAll(keepingCapacity: true)
    }

    /// Whether the names that stand here are parameters.
    var isInParameters: Bool {
        switch frames.last {
        case .bracket(_, let parameters): parameters != .none
        case .pipes: true
        case .block(let block): block.takesParameters
        default: false
        }
    }

    /// What the token behind the name of a definition says of it.
    @inline(__always)
    mutating func definitionGoesOn(_ byte: UInt8, _ source: Span<UInt8>) {
        guard definition != .none else { return }
        definitionGoesOnSlowly(byte, source)
    }

    private mutating func definitionGoesOnSlowly(_ byte: UInt8, _ source: Span<UInt8>) {
        guard definition != .name, definition != .singletonName, definition != .receiver else { return }
        let next = self.byte(source, at: offset + 1)
        if definition == .afterName {
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") && next == byte {
                definition = .singletonName
                return
            }
        }
        let hasParameters = definition == .afterParameters
        definition = .none
        guard byte != UInt8(ascii: "("), byte != UInt8(ascii: ";") else {
            // The parentheses ask for it when they open.
            if byte == UInt8(ascii: "("), !hasParameters { definition = .afterSingletonName }
            return
        }
        guard case .block(var block)? = frames.last else { return }
        if byte == UInt8(ascii: "=") { block.isEndless = true } else { block.takesParameters = !hasParameters }
        frames[frames.count - 1] = .block(block)
    }

    /// Reads a name, an operator included, where the grammar wants the name of a method.
    mutating func nameIsRead() {
        switch definition {
        case .name: definition = .afterName
        case .singletonName:
            definition = .afterSingletonName
            state = [.endFunction, .label]
        default: break
        }
        guard aliasNames > 0 else { return }
        aliasNames -= 1
        if aliasNames > 0 { state = [.functionName, .functionItem] }
    }
}
