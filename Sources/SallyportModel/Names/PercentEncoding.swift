/// Percent-encoding of URL parts (RFC 3986, section 2.1).
public enum PercentEncoding {
    /// Encodes every byte that is not unreserved and not in `kept`.
    public static func encode(_ text: String, keeping kept: String = "") -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) || kept.utf8.contains(byte) {
                result.append(byte)
            } else {
                result.append(UInt8(ascii: "%"))
                result.append(upperHex(byte >> 4))
                result.append(upperHex(byte & 15))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Decodes `%XX`; `nil` for a broken escape or for bytes that are not UTF-8.
    public static func decode(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var result: [UInt8] = []
        var pending: [UInt8] = []
        for byte in text.utf8 {
            if !pending.isEmpty {
                pending.append(byte)
                guard pending.count == 3 else { continue }
                guard let high = hexValue(pending[1]), let low = hexValue(pending[2]) else { return nil }
                result.append(high << 4 | low)
                pending.removeAll()
            } else if byte == UInt8(ascii: "%") {
                pending.append(byte)
            } else {
                result.append(byte)
            }
        }
        guard pending.isEmpty else { return nil }
        return String(validating: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func upperHex(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
