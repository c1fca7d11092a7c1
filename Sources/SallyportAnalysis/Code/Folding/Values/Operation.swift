/// What a function or a method does with constants.
enum Operation: UInt8 {
    // Methods of texts and lists.
    case slice, substring, substr, replace, replaceAll, charAt, at, lower, upper, repeated, trim, trimStart, trimEnd
    case concat, asText, decode, encode, format, split, reverse, map, join, charCode
    // Functions, whatever they are members of.
    case fromCharCode, atob, unescape, decodeURI, base64, base32, base85, adobe85, hexBytes, bytes, character, string
    case codecs, from, reversed, list, parseInteger, ordinal, decompress

    /// Whether the name is looked for behind a constant, rather than as a function.
    var isMethod: Bool { rawValue <= Operation.charCode.rawValue }

    /// Whether the result may be a text, so that it stands for the call.
    var isTerminal: Bool {
        switch self {
        case .split, .reverse, .map, .reversed, .list, .from: false
        default: true
        }
    }

    /// Whether it turns an encoded text into what it means.
    var decodes: Bool {
        switch self {
        case .atob, .unescape, .base64, .base32, .base85, .adobe85, .hexBytes, .codecs, .decompress: true
        default: false
        }
    }
}

/// The operations of one language by the hash of their names.
struct OperationTable: Sendable {
    private var operations: [UInt32: Operation] = [:]
    private var filter = [UInt64](repeating: 0, count: 64)

    /// Whether a name may be one: asked for every call.
    @inline(__always)
    func mayHold(_ identity: UInt32) -> Bool {
        filter[Int(identity & 4095) >> 6] & (1 << UInt64(identity & 63)) != 0
    }

    /// The operation of a name.
    subscript(identity: UInt32) -> Operation? { mayHold(identity) ? operations[identity] : nil }

    private init(_ names: [(String, Operation)]) {
        for (words, operation) in names {
            for word in words.split(separator: " ") {
                let identity = UInt32(truncatingIfNeeded: NameHash.of(word.utf8))
                operations[identity] = operation
                filter[Int(identity & 4095) >> 6] |= 1 << UInt64(identity & 63)
            }
        }
    }

    static let javaScript = OperationTable([
        ("slice", .slice), ("substring", .substring), ("substr", .substr), ("replace", .replace),
        ("replaceAll", .replaceAll), ("charAt", .charAt), ("at", .at), ("toLowerCase toLocaleLowerCase", .lower),
        ("toUpperCase toLocaleUpperCase", .upper), ("repeat", .repeated), ("trim", .trim),
        ("trimStart trimLeft", .trimStart), ("trimEnd trimRight", .trimEnd), ("concat", .concat),
        ("toString valueOf", .asText), ("split", .split), ("reverse toReversed", .reverse), ("map", .map),
        ("join", .join), ("charCodeAt codePointAt", .charCode), ("decode", .decode),
        ("fromCharCode fromCodePoint", .fromCharCode), ("atob", .atob), ("unescape", .unescape),
        ("decodeURIComponent decodeURI", .decodeURI), ("from Uint8Array", .from), ("parseInt Number", .parseInteger),
    ])

    static let python = OperationTable([
        ("replace", .replaceAll), ("lower casefold", .lower), ("upper", .upper), ("strip", .trim),
        ("lstrip", .trimStart), ("rstrip", .trimEnd), ("decode", .decode), ("encode", .encode), ("format", .format),
        ("split", .split), ("join", .join), ("__str__", .asText), ("hex", .encode),
        ("b64decode urlsafe_b64decode standard_b64decode decodebytes decodestring a2b_base64", .base64),
        ("b32decode", .base32), ("b85decode", .base85), ("a85decode", .adobe85),
        ("fromhex unhexlify a2b_hex b16decode", .hexBytes), ("bytes bytearray", .bytes), ("chr unichr", .character),
        ("str", .string), ("unquote unquote_plus", .decodeURI), ("reversed", .reversed), ("list tuple", .list),
        ("int", .parseInteger), ("ord", .ordinal), ("decompress", .decompress), ("map", .map),
    ])
}
