/// The decoders that programs bring along, over constants.
enum Decoders {
    /// Base64 in either alphabet, with or without padding; white space is skipped. `nil` for what is none.
    static func base64(_ text: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3 + 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            guard let digit = base64Digit(byte) else {
                if byte == UInt8(ascii: "=") { break }
                if byte == 0x20 || (0x09...0x0D).contains(byte) { continue }
                return nil
            }
            bits = bits << 6 | digit
            count += 6
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return output
    }

    private static func base64Digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// RFC 4648's base 32.
    static func base32(_ text: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in text {
            let digit: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = UInt32(byte - UInt8(ascii: "A"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = UInt32(byte - UInt8(ascii: "a"))
            case UInt8(ascii: "2")...UInt8(ascii: "7"): digit = UInt32(byte - UInt8(ascii: "2") + 26)
            case UInt8(ascii: "="): return output
            default: return nil
            }
            bits = bits << 5 | digit
            count += 5
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return output
    }

    /// Python's and git's base 85.
    static func base85(_ text: [UInt8], isAdobe: Bool) -> [UInt8]? {
        let alphabet = Array(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~".utf8
        )
        var digits: [UInt32] = []
        for byte in text where !(0x09...0x20).contains(byte) {
            if isAdobe {
                guard (0x21...0x75).contains(byte) else { return nil }
                digits.append(UInt32(byte - 0x21))
            } else {
                guard let position = alphabet.firstIndex(of: byte) else { return nil }
                digits.append(UInt32(position))
            }
        }
        var output: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 5) {
            let group = digits[start..<min(start + 5, digits.count)]
            let missing = 5 - group.count
            var value: UInt64 = 0
            for digit in group + [UInt32](repeating: 84, count: missing) { value = value * 85 + UInt64(digit) }
            guard value <= UInt64(UInt32.max) else { return nil }
            for index in 0..<(4 - missing) { output.append(UInt8(truncatingIfNeeded: value >> UInt64(24 - 8 * index))) }
        }
        return output
    }

    /// Two hexadecimal digits a byte; white space is skipped.
    static func hex(_ text: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 2)
        var high: UInt8?
        for byte in text where !(0x09...0x0D).contains(byte) && byte != 0x20 {
            guard let digit = hexDigit(byte) else { return nil }
            if let first = high {
                output.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil ? output : nil
    }

    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// `%41`, and the old `%u0041` where the decoder knows it.
    static func percent(_ text: [UInt8], isOld: Bool) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "%") {
                if isOld, let value = digits(text, index + 2, 4), text[index + 1] == UInt8(ascii: "u") {
                    output += Characters.text([value]) ?? []
                    index += 6
                    continue
                }
                if let value = digits(text, index + 1, 2) {
                    let byte = UInt8(truncatingIfNeeded: value)
                    output += isOld ? Characters.fromLatin([byte]) : [byte]
                    index += 3
                    continue
                }
            }
            output.append(text[index])
            index += 1
        }
        return output
    }

    private static func digits(_ text: [UInt8], _ start: Int, _ count: Int) -> UInt32? {
        guard start + count <= text.count else { return nil }
        var value: UInt32 = 0
        for byte in text[start..<(start + count)] {
            guard let digit = hexDigit(byte) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Letters moved by 13 places.
    static func rot13(_ text: [UInt8]) -> [UInt8] {
        text.map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): (byte - UInt8(ascii: "A") + 13) % 26 + UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): (byte - UInt8(ascii: "a") + 13) % 26 + UInt8(ascii: "a")
            default: byte
            }
        }
    }

    /// A text in an encoding by its name, as `Buffer.from` and `codecs.decode` take it.
    static func decode(_ text: [UInt8], as encoding: String) -> [UInt8]? {
        switch encoding.lowercased().replacing("-", with: "").replacing("_", with: "") {
        case "base64", "base64url", "base64codec": base64(text)
        case "hex", "hexcodec": hex(text)
        case "rot13", "rot": rot13(text)
        case "latin1", "binary", "iso88591", "ascii": Characters.latin(text)
        case "utf8", "": text
        default: nil
        }
    }

    /// The other way.
    static func encode(_ bytes: [UInt8], as encoding: String) -> [UInt8]? {
        switch encoding.lowercased().replacing("-", with: "") {
        case "utf8", "utf", "": bytes
        case "latin1", "binary", "ascii", "iso88591": Characters.fromLatin(bytes)
        case "hex": bytes.flatMap { [hexLetter($0 >> 4), hexLetter($0 & 15)] }
        default: nil
        }
    }

    private static func hexLetter(_ digit: UInt8) -> UInt8 {
        digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "a")
    }
}
