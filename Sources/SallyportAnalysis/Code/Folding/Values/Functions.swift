/// The functions that make texts of constants.
enum Functions {
    /// The result of a call; `nil` when it can't be known.
    ///
    /// - Parameter receiver: the name before the function's dot, hashed: `Buffer` of `Buffer.from`.
    static func apply(
        _ operation: Operation,
        _ arguments: [Constant],
        receiver: UInt32
    ) -> Constant? {
        guard let first = arguments.first else { return nil }
        switch operation {
        case .fromCharCode: return characters(arguments)
        case .character: return arguments.count == 1 ? characters(arguments) : nil
        case .atob:
            return first.text.flatMap { Decoders.base64($0) }.map { .text(Characters.fromLatin($0)) }
        case .unescape: return first.text.map { .text(Decoders.percent($0, isOld: true)) }
        case .decodeURI: return first.text.map { .text(Decoders.percent($0, isOld: false)) }
        case .base64: return latin(first.raw.flatMap { Decoders.base64($0) })
        case .base32: return latin(first.raw.flatMap { Decoders.base32($0) })
        case .base85: return latin(first.raw.flatMap { Decoders.base85($0, isAdobe: false) })
        case .adobe85: return latin(first.raw.flatMap { Decoders.base85($0, isAdobe: true) })
        case .hexBytes: return latin(first.raw.flatMap { Decoders.hex($0) })
        case .bytes: return latin(first.raw)
        case .string: return first.text.map { arguments.count > 1 ? .text(Characters.latin($0) ?? $0) : .text($0) }
        case .codecs:
            let name = arguments.count > 1 ? arguments[1].text ?? [] : []
            return latin(first.raw.flatMap { Decoders.decode($0, as: String(decoding: name, as: UTF8.self)) })
        case .from: return from(arguments, receiver)
        case .reversed: return reversed(first)
        case .list: return list(first)
        case .parseInteger:
            if case .number = first { return first }
            return first.text.flatMap { TextMethods.integer($0, arguments.count > 1 ? arguments[1].number ?? 10 : 10) }
                .map { .number($0) }
        case .ordinal: return first.values.flatMap { $0.count == 1 ? .number($0[0]) : nil }
        case .decompress: return first.raw.flatMap { Inflation.text($0) }.map { .text(Characters.fromLatin($0)) }
        default: return nil
        }
    }

    static let buffer = UInt32(truncatingIfNeeded: NameHash.of("Buffer".utf8))

    private static func latin(_ bytes: [UInt8]?) -> Constant? { bytes.map { .text(Characters.fromLatin($0)) } }

    private static func characters(_ arguments: [Constant]) -> Constant? {
        var values: [UInt32] = []
        for argument in arguments {
            switch argument {
            case .number(let value): values.append(UInt32(clamping: value & 0x1F_FFFF))
            case .numbers(let list): values += list.map { UInt32(clamping: $0 & 0x1F_FFFF) }
            case .bytes(let bytes): values += bytes.map { UInt32($0) }
            default: return nil
            }
        }
        return Characters.text(values).map { .text($0) }
    }

    private static func from(_ arguments: [Constant], _ receiver: UInt32) -> Constant? {
        guard let first = arguments.first else { return nil }
        if receiver == buffer, let text = first.text {
            let name = arguments.count > 1 ? arguments[1].text ?? [] : []
            return Decoders.decode(text, as: String(decoding: name, as: UTF8.self)).map { .bytes($0) }
        }
        if receiver == buffer { return first.raw.map { .bytes($0) } }
        return list(first)
    }

    private static func list(_ value: Constant) -> Constant? {
        switch value {
        case .text(let text): .texts(TextMethods.characters(text))
        case .texts, .numbers: value
        case .bytes(let bytes): .numbers(bytes.map { Int($0) })
        case .number: nil
        }
    }

    private static func reversed(_ value: Constant) -> Constant? {
        switch list(value) {
        case .texts(let list)?: .texts(list.reversed())
        case .numbers(let list)?: .numbers(list.reversed())
        default: nil
        }
    }
}
