import Crypto

/// Strong entity tags (RFC 9110, section 8.8.3), made of the bytes that they stand for.
enum EntityTag {
    static func of(_ bytes: [UInt8], suffix: String = "") -> String {
        let digest = SHA256.hash(data: bytes).prefix(16).map { byte in
            let hex = String(byte, radix: 16)
            return byte < 16 ? "0" + hex : hex
        }
        return "\"\(digest.joined())\(suffix)\""
    }

    /// Whether an `if-none-match` field names the tag, or any.
    static func matches(_ field: String?, _ tag: String) -> Bool {
        guard let field else { return false }
        if field == tag { return true }
        return field.split(separator: ",").contains { candidate in
            var text = candidate.drop { $0 == " " }
            while text.last == " " { text = text.dropLast() }
            if text.hasPrefix("W/") { text = text.dropFirst(2) }
            return text == "*" || text == tag[...]
        }
    }
}
