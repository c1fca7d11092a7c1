import SallyportArchive

/// Strong entity tags (RFC 9110, section 8.8.3), made of the bytes that they stand for.
enum EntityTag {
    /// The tag of an index: its length and checksum, so that it outlives a restart and is the same on every server.
    ///
    /// Hashing three megabytes costs more than all the rest of rendering them. Nothing is guarded by this tag: an
    /// upstream that forges a collision makes clients keep an old index of its own package, whose bytes are refused.
    static func of(_ bytes: [UInt8], suffix: String = "") -> String {
        let checksum = Checksum.crc32(0, bytes.span)
        return "\"\(String(bytes.count, radix: 16))-\(String(checksum, radix: 16))\(suffix)\""
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
