/// Builds a gyp file's tree from Python's tokens, without recursion.
struct GypBuilder {
    /// A list, or a dictionary, that is not complete. It is added to where it lies: taken out, it would be copied each time.
    private struct Container {
        var elements: [GypValue] = []
        var members: [GypMember] = []
        /// The key of the member that is being read; absent in a list.
        var pendingKey: GypString?
    }

    private(set) var strings: [GypString] = []
    private let tokens: [Token]
    private var index = 0
    private var open: [Container] = []

    init(tokens: [Token]) {
        // Line ends and indentation mean nothing in an expression that is in brackets or alone.
        self.tokens = tokens.filter { $0.kind != .newline && $0.kind != .indent && $0.kind != .dedent }
    }

    mutating func build(_ bytes: Span<UInt8>) throws(GypDocument.Failure) -> GypValue {
        while true {
            guard var value = try openOrRead(bytes) else { continue }
            while !open.isEmpty {
                guard let closed = try add(value, bytes) else { break }
                value = closed
            }
            guard open.isEmpty else { continue }
            guard index == tokens.count else { throw failure(.trailingData, bytes) }
            return value
        }
    }

    private func failure(_ code: GypDocument.Failure.Code, _ bytes: Span<UInt8>) -> GypDocument.Failure {
        guard index < tokens.count else {
            return GypDocument.Failure(code: .unexpectedEnd, offset: bytes.count)
        }
        return GypDocument.Failure(code: code, offset: tokens[index].range.lowerBound)
    }

    /// Reads a scalar or an empty container; nil after opening a container that has something in it.
    private mutating func openOrRead(_ bytes: Span<UInt8>) throws(GypDocument.Failure) -> GypValue? {
        guard index < tokens.count else { throw failure(.unexpectedEnd, bytes) }
        let token = tokens[index]
        if token.kind == .string { return .string(try string(bytes, isKey: false)) }
        if token.isPunctuator(UInt8(ascii: "[")) || token.isPunctuator(UInt8(ascii: "{")) {
            guard open.count < GypDocument.depthMax else { throw failure(.tooDeep, bytes) }
            index += 1
            let isList = token.lead == UInt8(ascii: "[")
            if take(isList ? UInt8(ascii: "]") : UInt8(ascii: "}")) { return isList ? .list([]) : .dictionary([]) }
            open.append(Container(pendingKey: isList ? nil : try key(bytes)))
            return nil
        }
        return .literal(try literal(bytes))
    }

    /// A number with an optional sign, or a constant.
    private mutating func literal(_ bytes: Span<UInt8>) throws(GypDocument.Failure) -> String {
        var text = ""
        if tokens[index].isPunctuator(UInt8(ascii: "-")), index + 1 < tokens.count, tokens[index + 1].kind == .number {
            text = "-"
            index += 1
        }
        let token = tokens[index]
        let word = token.text(in: bytes)
        let isConstant = token.kind == .keyword && (word == "True" || word == "False" || word == "None")
        guard isConstant || token.kind == .number else { throw failure(.notLiteral, bytes) }
        index += 1
        return text + word
    }

    private mutating func string(_ bytes: Span<UInt8>, isKey: Bool) throws(GypDocument.Failure) -> GypString {
        let offset = tokens[index].range.lowerBound
        var text = ""
        while index < tokens.count, tokens[index].kind == .string {
            let flags = tokens[index].flags
            guard !flags.contains(.bytes), let part = PythonLiteral.value(of: tokens[index], in: bytes) else {
                throw failure(.notLiteral, bytes)
            }
            // A character named by `\N{…}` that was not decoded would be something else to gyp.
            if flags.contains(.escaped), !flags.contains(.raw), part.utf8.contains(UInt8(ascii: "\\")),
                part.contains("\\N{")
            {
                throw failure(.notLiteral, bytes)
            }
            text += part
            index += 1
        }
        let string = GypString(value: text, offset: offset, isKey: isKey)
        strings.append(string)
        return string
    }

    private mutating func key(_ bytes: Span<UInt8>) throws(GypDocument.Failure) -> GypString {
        guard index < tokens.count, tokens[index].kind == .string else { throw failure(.notLiteral, bytes) }
        let key = try string(bytes, isKey: true)
        guard take(UInt8(ascii: ":")) else { throw failure(.notLiteral, bytes) }
        return key
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < tokens.count, tokens[index].isPunctuator(byte) else { return false }
        index += 1
        return true
    }

    /// Puts a value into the innermost container; gives the container when that is complete, else leaves it open.
    private mutating func add(_ value: GypValue, _ bytes: Span<UInt8>) throws(GypDocument.Failure) -> GypValue? {
        let hasComma = take(UInt8(ascii: ","))
        let last = open.count - 1
        guard let pendingKey = open[last].pendingKey else {
            open[last].elements.append(value)
            if take(UInt8(ascii: "]")) { return open.popLast().map { .list($0.elements) } }
            guard hasComma else { throw failure(.notLiteral, bytes) }
            return nil
        }
        open[last].members.append(GypMember(key: pendingKey, value: value))
        if take(UInt8(ascii: "}")) { return open.popLast().map { .dictionary($0.members) } }
        guard hasComma else { throw failure(.notLiteral, bytes) }
        open[last].pendingKey = try key(bytes)
        return nil
    }
}
