/// The methods of texts and lists, as far as they need no code to be run.
enum TextMethods {
    /// Bytes of one result.
    static let resultBytesMax = 4 << 20

    /// The result of a method; `nil` when it can't be known.
    static func apply(
        _ operation: Operation,
        to value: Constant,
        _ arguments: [Constant],
        isPython: Bool
    ) -> Constant? {
        if case .bytes(let bytes) = value { return ofBytes(operation, bytes, arguments, isPython: isPython) }
        switch (operation, value) {
        case (.join, .texts(let list)) where !isPython:
            let separator = arguments.isEmpty ? [UInt8(ascii: ",")] : arguments[0].text ?? []
            return joined(list, separator)
        case (.join, .text(let separator)) where isPython:
            guard case .texts(let list)? = arguments.first else {
                guard let text = arguments.first?.text else { return nil }
                return joined(characters(text), separator)
            }
            return joined(list, separator)
        case (.reverse, .texts(let list)): return .texts(list.reversed())
        case (.reverse, .numbers(let list)): return .numbers(list.reversed())
        case (.concat, .texts(let list)):
            return concatenated(list, arguments)
        case (.slice, .texts(let list)): return .texts(Array(list[range(list.count, arguments)]))
        case (.slice, .numbers(let list)): return .numbers(Array(list[range(list.count, arguments)]))
        case (.at, .texts(let list)):
            guard let index = arguments.first?.number else { return nil }
            let position = index < 0 ? list.count + index : index
            return list.indices.contains(position) ? .text(list[position]) : nil
        case (.map, .texts(let list)):
            // `map(Number)` and its kin; what a function does is read by `ElementMapping`.
            guard arguments.first == .text(ElementMapping.toNumber) else { return nil }
            let numbers = list.compactMap { integer($0, 10) }
            return numbers.count == list.count ? .numbers(numbers) : nil
        case (.asText, .number(let number)):
            let base = arguments.first?.number ?? 10
            return (2...36).contains(base) ? .text(Array(String(number, radix: base).utf8)) : nil
        case (_, .text(let text)): return ofText(operation, text, arguments, isPython: isPython)
        default: return nil
        }
    }

    private static func ofBytes(
        _ operation: Operation,
        _ bytes: [UInt8],
        _ arguments: [Constant],
        isPython: Bool
    ) -> Constant? {
        switch operation {
        case .asText, .decode:
            let encoding = arguments.first?.text.map { String(decoding: $0, as: UTF8.self) } ?? ""
            return Decoders.encode(bytes, as: encoding).map { .text($0) }
        case .slice: return .bytes(Array(bytes[range(bytes.count, arguments)]))
        case .reverse: return .bytes(bytes.reversed())
        default: return nil
        }
    }

    private static func ofText(
        _ operation: Operation,
        _ text: [UInt8],
        _ arguments: [Constant],
        isPython: Bool
    ) -> Constant? {
        switch operation {
        case .asText: return .text(text)
        case .lower: return .text(text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
        case .upper: return .text(text.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 })
        case .trim, .trimStart, .trimEnd: return .text(trimmed(text, operation, arguments))
        case .concat:
            let pieces = arguments.compactMap(\.text)
            return pieces.count == arguments.count ? joined([text] + pieces, []) : nil
        case .repeated:
            guard let count = arguments.first?.number, count >= 0, count <= 65_536, text.count * count <= 65_536 else {
                return nil
            }
            return .text(Array([[UInt8]](repeating: text, count: count).joined()))
        case .replace, .replaceAll: return replaced(text, operation == .replaceAll, arguments)
        case .split: return split(text, arguments, isPython: isPython)
        case .format: return Formatting.braces(text, arguments)
        case .encode: return .text(text)
        case .decode: return decoded(text, arguments)
        default: return part(operation, text, arguments)
        }
    }

    /// `"…".decode("base64")` of old, and bytes that become text.
    private static func decoded(_ text: [UInt8], _ arguments: [Constant]) -> Constant? {
        let name = arguments.first?.text.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? "utf-8"
        switch name {
        case "utf-8", "utf8", "utf_8", "ascii", "utf-8-sig": return .text(Characters.latin(text) ?? text)
        case "latin1", "latin-1", "iso-8859-1", "cp1252", "unicode_escape": return .text(text)
        default: return Decoders.decode(text, as: name).map { .text(Characters.fromLatin($0)) }
        }
    }

    private static func part(_ operation: Operation, _ text: [UInt8], _ arguments: [Constant]) -> Constant? {
        let scalars = Characters.scalars(text)
        let first = arguments.first?.number
        switch operation {
        case .slice: return Characters.text(scalars[range(scalars.count, arguments)]).map { .text($0) }
        case .substring:
            let bounds = [first ?? 0, arguments.count > 1 ? arguments[1].number ?? scalars.count : scalars.count]
                .map { min(max($0, 0), scalars.count) }.sorted()
            return Characters.text(scalars[bounds[0]..<bounds[1]]).map { .text($0) }
        case .substr:
            guard let first else { return nil }
            let start = min(max(first < 0 ? scalars.count + first : first, 0), scalars.count)
            let length = arguments.count > 1 ? arguments[1].number ?? 0 : scalars.count
            return Characters.text(scalars[start..<(start + min(max(length, 0), scalars.count - start))]).map {
                .text($0)
            }
        case .charAt, .at:
            let index = first ?? 0
            let position = index < 0 && operation == .at ? scalars.count + index : index
            return scalars.indices.contains(position) ? Characters.text([scalars[position]]).map { .text($0) } : nil
        case .charCode: return scalars.indices.contains(first ?? 0) ? .number(Int(scalars[first ?? 0])) : nil
        default: return nil
        }
    }

    /// The bounds that `slice(a, b)` names.
    static func range(_ count: Int, _ arguments: [Constant]) -> Range<Int> {
        let bounds = [arguments.first?.number ?? 0, arguments.count > 1 ? arguments[1].number ?? count : count]
            .map { min(max($0 < 0 ? count + $0 : $0, 0), count) }
        return bounds[0]..<max(bounds[0], bounds[1])
    }

    /// A text as a list of its characters.
    static func characters(_ text: [UInt8]) -> [[UInt8]] {
        Characters.scalars(text).map { Characters.text([$0]) ?? [] }
    }

    private static func joined(_ list: [[UInt8]], _ separator: [UInt8]) -> Constant? {
        let count = list.reduce(separator.count * max(list.count - 1, 0)) { $0 + $1.count }
        return count <= resultBytesMax ? .text(Array(list.joined(separator: separator))) : nil
    }

    private static func concatenated(_ list: [[UInt8]], _ arguments: [Constant]) -> Constant? {
        var result = list
        for argument in arguments {
            switch argument {
            case .texts(let more): result += more
            case .text(let text): result.append(text)
            default: return nil
            }
        }
        return .texts(result)
    }

    private static func split(_ text: [UInt8], _ arguments: [Constant], isPython: Bool) -> Constant? {
        guard let separator = arguments.first?.text else {
            guard arguments.isEmpty else { return nil }
            return .texts(isPython ? text.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }.map { Array($0) } : [text])
        }
        if separator.isEmpty { return .texts(characters(text)) }
        return .texts(pieces(of: text, at: separator))
    }

    /// The parts between separators, found in one walk however much of one stands where it doesn't end
    /// (Knuth, Morris and Pratt).
    private static func pieces(of text: [UInt8], at separator: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        let fallbacks = fallbacks(of: separator)
        var start = 0
        var matched = 0
        for (index, byte) in text.enumerated() {
            while matched > 0, separator[matched] != byte { matched = fallbacks[matched - 1] }
            if separator[matched] == byte { matched += 1 }
            guard matched == separator.count else { continue }
            pieces.append(Array(text[start..<(index + 1 - separator.count)]))
            start = index + 1
            matched = 0
        }
        return pieces + [Array(text[start...])]
    }

    /// How much of a separator is still matched when the byte behind each of its beginnings doesn't fit.
    private static func fallbacks(of separator: [UInt8]) -> [Int] {
        var fallbacks = [Int](repeating: 0, count: separator.count)
        var matched = 0
        for index in separator.indices.dropFirst() {
            while matched > 0, separator[matched] != separator[index] { matched = fallbacks[matched - 1] }
            if separator[matched] == separator[index] { matched += 1 }
            fallbacks[index] = matched
        }
        return fallbacks
    }

    private static func replaced(_ text: [UInt8], _ all: Bool, _ arguments: [Constant]) -> Constant? {
        guard arguments.count >= 2, var pattern = arguments[0].text, let new = arguments[1].text else { return nil }
        var isGlobal = all
        if pattern.first == 0 {
            // A regular expression of plain characters: its flags stand behind it.
            isGlobal = pattern.last == UInt8(ascii: "g")
            pattern = Array(pattern.dropFirst().dropLast())
        }
        guard !pattern.isEmpty else { return nil }
        let pieces = pieces(of: text, at: pattern)
        guard text.count + pieces.count * new.count <= resultBytesMax else { return nil }
        if isGlobal { return .text(Array(pieces.joined(separator: new))) }
        guard pieces.count > 1 else { return .text(text) }
        return .text(pieces[0] + new + Array(pieces[1...].joined(separator: pattern)))
    }

    private static func trimmed(_ text: [UInt8], _ operation: Operation, _ arguments: [Constant]) -> [UInt8] {
        var isTrimmed = [Bool](repeating: false, count: 256)
        for byte in arguments.first?.text ?? [0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C] { isTrimmed[Int(byte)] = true }
        var slice = text[...]
        if operation != .trimEnd { slice = slice.drop { isTrimmed[Int($0)] } }
        if operation != .trimStart { while let last = slice.last, isTrimmed[Int(last)] { slice.removeLast() } }
        return Array(slice)
    }

    /// A number in a base, as `parseInt` reads it.
    static func integer(_ text: [UInt8], _ base: Int) -> Int? {
        var digits = String(decoding: text.prefix(20), as: UTF8.self).lowercased()[...].drop { $0 == " " }
        var base = base
        if digits.hasPrefix("0x"), base == 16 || base == 10 {
            digits = digits.dropFirst(2)
            base = 16
        }
        return (2...36).contains(base) ? Int(digits, radix: base) : nil
    }
}

/// Texts with places for others.
enum Formatting {
    /// `"{}{1}".format(…)`; places with names or formats are not followed.
    static func braces(_ text: [UInt8], _ arguments: [Constant]) -> Constant? {
        var output: [UInt8] = []
        var next = 0
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "{") else {
                let isDouble =
                    text[index] == UInt8(ascii: "}") && index + 1 < text.count && text[index + 1] == text[index]
                output.append(text[index])
                index += isDouble ? 2 : 1
                continue
            }
            if index + 1 < text.count, text[index + 1] == UInt8(ascii: "{") {
                output.append(text[index])
                index += 2
                continue
            }
            guard let close = text[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
            let name = text[(index + 1)..<close]
            let position = name.isEmpty ? next : TextMethods.integer(Array(name), 10) ?? -1
            next += 1
            guard arguments.indices.contains(position), let value = shown(arguments[position]) else { return nil }
            output += value
            guard output.count <= TextMethods.resultBytesMax else { return nil }
            index = close + 1
        }
        return .text(output)
    }

    /// `"%s%c" % (…)`
    static func percent(_ text: [UInt8], _ arguments: [Constant]) -> Constant? {
        var output: [UInt8] = []
        var next = 0
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "%"), index + 1 < text.count else {
                output.append(text[index])
                index += 1
                continue
            }
            let letter = text[index + 1]
            index += 2
            if letter == UInt8(ascii: "%") {
                output.append(letter)
                continue
            }
            guard arguments.indices.contains(next) else { return nil }
            switch (letter, arguments[next]) {
            case (UInt8(ascii: "c"), .number(let value)):
                output += Characters.text([UInt32(clamping: value)]) ?? []
            case (UInt8(ascii: "s"), let value), (UInt8(ascii: "d"), let value), (UInt8(ascii: "c"), let value):
                guard let text = shown(value) else { return nil }
                output += text
            default: return nil
            }
            next += 1
            guard output.count <= TextMethods.resultBytesMax else { return nil }
        }
        return next > 0 ? .text(output) : nil
    }

    static func shown(_ value: Constant) -> [UInt8]? {
        switch value {
        case .text(let text): text
        case .number(let number): Array(String(number).utf8)
        default: nil
        }
    }
}
