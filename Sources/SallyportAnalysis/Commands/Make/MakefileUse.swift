/// What a dollar sign of a makefile stands for.
struct MakefileUse {
    enum Kind {
        /// `$$`
        case dollar
        /// `$(NAME)`, `${NAME}`, `$N`
        case name(String)
        /// `$(subst a,b,c)`: the function, and what stands behind its name.
        case function(MakefileFunction, [UInt8])
        /// A name that is computed, or whose value is changed on its way: `$($(A))`, `$(A:.c=.o)`.
        case computed([UInt8])
        case unknown
    }

    let kind: Kind
    /// The position behind it.
    let end: Int

    init(_ bytes: [UInt8], at dollar: Int) {
        let next = bytes[dollar + 1]
        guard next == UInt8(ascii: "(") || next == UInt8(ascii: "{") else {
            end = dollar + 2
            switch next {
            case UInt8(ascii: "$"): kind = .dollar
            case let byte where byte > 0x20 && byte < 0x7F: kind = .name(String(UnicodeScalar(byte)))
            default: kind = .unknown
            }
            return
        }
        let closing = next == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
        var depth = 1
        var index = dollar + 2
        while index < bytes.count {
            if bytes[index] == next { depth += 1 }
            if bytes[index] == closing { depth -= 1 }
            if depth == 0 { break }
            index += 1
        }
        end = min(index + 1, bytes.count)
        let inside = bytes[(dollar + 2)..<index]
        let word = inside.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != 0x0A }
        if word.count < inside.count, word.count <= 10,
            let function = MakefileFunction(rawValue: String(decoding: word, as: UTF8.self))
        {
            let rest = inside.dropFirst(word.count).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            kind = .function(function, Array(rest))
        } else if inside.contains(UInt8(ascii: "$")) || inside.contains(UInt8(ascii: ":")) {
            kind = .computed(Array(inside))
        } else {
            kind = .name(String(decoding: inside, as: UTF8.self))
        }
    }
}
