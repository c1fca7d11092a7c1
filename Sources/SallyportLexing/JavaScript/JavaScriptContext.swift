/// Tells, token by token, whether JavaScript expects an operand next: what decides between a regular expression and a
/// division, a block and an object, a declaration and an expression (ECMA-262, 12.1, and the goals of its grammar).
///
/// It is not a parser. It keeps one small frame for each open bracket, and reads every valid program of the differential
/// test as the parser does.
struct JavaScriptContext {
    enum Expecting: UInt8 {
        /// A statement may begin here, or a class member: `{` opens a block, `/` a regular expression.
        case statement
        /// An operand must follow: `{` opens an object, `/` a regular expression.
        case operand
        /// An operand has ended: `/` divides.
        case operatorNext
        /// A property's name in an object literal.
        case propertyName
    }

    enum Bracket: UInt8 {
        case block, object, classBody, parenthesis, forHead, square, templateSubstitution, jsxExpression
        /// Inside `<name …`, inside `</name`, and between the tags. Must stay last: `isJSX` compares.
        case jsxTag, jsxClosingTag, jsxChildren

        var isBrace: Bool {
            switch self {
            case .block, .object, .classBody, .templateSubstitution, .jsxExpression: true
            default: false
            }
        }

        @inline(__always)
        var isJSX: Bool { rawValue >= Bracket.jsxTag.rawValue }
    }

    /// A construct whose brackets are still to come in the present frame.
    enum Pending: UInt8 {
        case nothing
        case functionDeclaration, functionExpression, declarationBody, expressionBody
        case classDeclaration, classExpression
    }

    struct Frame {
        var bracket: Bracket
        /// What is expected behind the closing bracket.
        var after: Expecting
        var pending: Pending = .nothing
        /// How many `?` wait for their `:`; enough to tell a label, saturating.
        var conditionals: UInt8 = 0
    }

    private enum Previous: UInt8 {
        case other, dot, arrow, greater
    }

    private(set) var top = Frame(bracket: .block, after: .statement)
    private(set) var outer: [Frame] = []
    private(set) var expecting = Expecting.statement
    private var previousWord = JavaScriptWord.none
    private var previous = Previous.other
    /// What was expected before `async`, for the `function` behind it.
    private var expectingBeforeAsync = Expecting.statement
    private var openBraces = 0

    var depth: Int { outer.count }

    @inline(__always)
    var regexAllowed: Bool { expecting != .operatorNext && previousWord != .letWord }

    /// Whether `yield` or `await` was read as an operator, which is a name outside of generators and async functions.
    var isBehindSoftWord: Bool { previousWord == .yieldWord || previousWord == .awaitWord }
    /// Whether `await` was; a line end behind `yield` ends it in any case.
    var isBehindAwait: Bool { previousWord == .awaitWord }

    // MARK: Tokens without structure

    /// A literal, or a name that is certainly no word.
    @inline(__always)
    mutating func operand() {
        expecting = .operatorNext
        previousWord = .none
        previous = .other
    }

    /// A name that is none of the words; true when it is a member's name.
    @inline(__always)
    mutating func name() -> Bool {
        let isMember =
            previous == .dot || expecting == .propertyName || (expecting == .statement && top.bracket == .classBody)
        operand()
        return isMember
    }

    /// One of the words; gives its role.
    mutating func word(_ word: JavaScriptWord, newlineBefore: Bool) -> (isKeyword: Bool, isMember: Bool) {
        if isMemberName(word) {
            operand()
            return (false, true)
        }
        let endsStatement = expecting == .operatorNext || previousWord == .yieldWord
        let before: Expecting = endsStatement && newlineBefore ? .statement : expecting
        switch word {
        case .asyncWord:
            operand()
            expectingBeforeAsync = before
            previousWord = .asyncWord
            return (false, false)
        case .ofWord:
            let isOperator = top.bracket == .forHead && expecting == .operatorNext
            operand()
            if isOperator { expecting = .operand }
            return (isOperator, false)
        case .letWord:
            let declares = before == .statement || (top.bracket == .forHead && before == .operand)
            operand()
            if declares {
                expecting = .operand
                // A slash divides a variable of this name.
                previousWord = .letWord
            }
            return (declares, false)
        case .awaitWord:
            if previousWord == .forWord { return (true, false) }
            return (softOperator(word, before), false)
        case .yieldWord: return (softOperator(word, before), false)
        default:
            keyword(word, before: before)
            return (true, false)
        }
    }

    /// `yield` or `await`: an operator where an operand may stand.
    private mutating func softOperator(_ word: JavaScriptWord, _ before: Expecting) -> Bool {
        let isOperator = before != .operatorNext
        operand()
        guard isOperator else { return false }
        expecting = .operand
        previousWord = word
        return true
    }

    private func isMemberName(_ word: JavaScriptWord) -> Bool {
        if previous == .dot || expecting == .propertyName { return true }
        let isInfix = word == .inWord || word == .instanceofWord
        switch top.bracket {
        case .object:
            // Behind `get`, `set`, `async`.
            return expecting == .operatorNext && !isInfix && top.pending == .nothing && previousWord != .asyncWord
        case .classBody:
            if expecting == .statement { return true }
            return expecting == .operatorNext && !isInfix && top.pending == .nothing
        default:
            return false
        }
    }

    private mutating func keyword(_ word: JavaScriptWord, before: Expecting) {
        let follower = previousWord
        previousWord = word
        previous = .other
        switch word {
        case .functionWord:
            let place = follower == .asyncWord ? expectingBeforeAsync : before
            let declares = place != .operand || follower == .defaultWord
            top.pending = declares ? .functionDeclaration : .functionExpression
            expecting = .operatorNext
        case .classWord:
            top.pending = before != .operand || follower == .defaultWord ? .classDeclaration : .classExpression
            expecting = .operatorNext
        case .elseWord, .doWord, .tryWord, .finallyWord, .catchWord, .exportWord, .debuggerWord, .breakWord,
            .continueWord:
            expecting = .statement
        case .thisWord, .superWord, .nullWord, .trueWord, .falseWord, .importWord, .ifWord, .whileWord, .forWord,
            .withWord, .switchWord, .enumWord:
            expecting = .operatorNext
        default:
            expecting = .operand
        }
    }

    // MARK: Brackets

    mutating func openParenthesis() {
        var frame = Frame(bracket: .parenthesis, after: .operatorNext)
        switch top.pending {
        case .functionDeclaration: top.pending = .declarationBody
        case .functionExpression: top.pending = .expressionBody
        default:
            switch previousWord {
            case .ifWord, .whileWord, .withWord, .switchWord, .catchWord: frame.after = .statement
            case .forWord: frame = Frame(bracket: .forHead, after: .statement)
            default: break
            }
        }
        push(frame, expecting: .operand)
    }

    mutating func openSquare() {
        push(Frame(bracket: .square, after: .operatorNext), expecting: .operand)
    }

    mutating func openBrace(newlineBefore: Bool) {
        openBraces += 1
        let place = expecting
        switch top.pending {
        case .declarationBody, .expressionBody:
            let after: Expecting = top.pending == .declarationBody ? .statement : .operatorNext
            top.pending = .nothing
            return push(Frame(bracket: .block, after: after), expecting: .statement)
        case .classDeclaration where previousWord != .extendsWord, .classExpression where previousWord != .extendsWord:
            let after: Expecting = top.pending == .classDeclaration ? .statement : .operatorNext
            top.pending = .nothing
            return push(Frame(bracket: .classBody, after: after), expecting: .statement)
        default:
            break
        }
        let returnsNothing =
            newlineBefore && (previousWord == .returnWord || previousWord == .throwWord || previousWord == .yieldWord)
        if previous == .arrow || place == .statement || returnsNothing {
            push(Frame(bracket: .block, after: .statement), expecting: .statement)
        } else if place == .operatorNext {
            let after: Expecting = top.bracket == .object ? .operatorNext : .statement
            push(Frame(bracket: .block, after: after), expecting: .statement)
        } else {
            push(Frame(bracket: .object, after: .operatorNext), expecting: .propertyName)
        }
    }

    mutating func openTemplateSubstitution() {
        openBraces += 1
        push(Frame(bracket: .templateSubstitution, after: .operatorNext), expecting: .operand)
    }

    /// Closes up to the innermost brace, and says what that one had opened; nil when no brace is open.
    mutating func closeBrace() -> (bracket: Bracket?, isBalanced: Bool) {
        guard openBraces > 0 else {
            expecting = .statement
            return (nil, false)
        }
        var isBalanced = true
        while !top.bracket.isBrace {
            isBalanced = false
            pop()
        }
        let bracket = top.bracket
        pop()
        return (bracket, isBalanced)
    }

    mutating func closeParenthesis() -> Bool {
        guard top.bracket == .parenthesis || top.bracket == .forHead else {
            operand()
            return false
        }
        pop()
        return true
    }

    mutating func closeSquare() -> Bool {
        guard top.bracket == .square else {
            operand()
            return false
        }
        pop()
        return true
    }

    private mutating func push(_ frame: Frame, expecting next: Expecting) {
        outer.append(top)
        top = frame
        expecting = next
        previousWord = .none
        previous = .other
    }

    private mutating func pop() {
        guard let frame = outer.popLast() else { return }
        if top.bracket.isBrace { openBraces -= 1 }
        expecting = top.after
        top = frame
        previousWord = .none
        previous = .other
    }

    // MARK: Punctuators

    mutating func semicolon() {
        top.pending = .nothing
        top.conditionals = 0
        expecting = top.bracket == .block || top.bracket == .classBody ? .statement : .operand
        previousWord = .none
        previous = .other
    }

    mutating func comma() {
        infix()
        if top.bracket == .object { expecting = .propertyName }
    }

    mutating func colon() {
        let conditional = top.conditionals > 0
        if conditional { top.conditionals -= 1 }
        infix()
        if !conditional, top.bracket == .block { expecting = .statement }
    }

    mutating func question() {
        if top.conditionals < .max { top.conditionals += 1 }
        infix()
    }

    mutating func dot() {
        infix()
        expecting = .operatorNext
        previous = .dot
    }

    mutating func arrow() {
        infix()
        previous = .arrow
    }

    mutating func greater() {
        infix()
        previous = .greater
    }

    /// `*`, which may also mark a generator method.
    mutating func star() {
        let place = expecting
        let isFunction = previousWord == .functionWord
        infix()
        if place == .propertyName || (place == .statement && top.bracket == .classBody) { expecting = place }
        if isFunction { expecting = .operatorNext }
    }

    /// `++` and `--`: behind an operand on the same line they end it. So does TypeScript's `!`.
    mutating func postfixOrPrefix(newlineBefore: Bool, isUpdate: Bool) {
        let isPostfix = expecting == .operatorNext && !newlineBefore
        let word = isUpdate && isBehindSoftWord ? previousWord : .none
        infix()
        if isPostfix { expecting = .operatorNext }
        previousWord = word
    }

    @inline(__always)
    mutating func infix() {
        expecting = .operand
        previousWord = .none
        previous = .other
    }

    // MARK: JSX

    mutating func openJSX(_ bracket: Bracket) {
        if bracket == .jsxExpression { openBraces += 1 }
        push(Frame(bracket: bracket, after: .operatorNext), expecting: .operand)
    }

    mutating func closeJSX() {
        pop()
    }

    mutating func turnTagIntoChildren() {
        top.bracket = .jsxChildren
    }

    /// What `restore` needs to forget everything since; cheap, because JSX never closes what stood open before it.
    struct Checkpoint {
        fileprivate let top: Frame
        fileprivate let depth: Int
        /// How many brackets stood open outside of the element.
        var depthOutside: Int { depth }
        fileprivate let openBraces: Int
        fileprivate let expecting: Expecting
    }

    func checkpoint() -> Checkpoint {
        Checkpoint(top: top, depth: outer.count, openBraces: openBraces, expecting: expecting)
    }

    mutating func restore(_ checkpoint: Checkpoint) {
        outer.removeLast(max(0, outer.count - checkpoint.depth))
        top = checkpoint.top
        openBraces = checkpoint.openBraces
        expecting = checkpoint.expecting
        previousWord = .none
        previous = .other
    }
}
