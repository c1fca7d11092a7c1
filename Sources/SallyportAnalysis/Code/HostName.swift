/// Hosts in texts: `https://Api.Example/x` names `api.example`.
enum HostName {
    /// Bytes of a host name (RFC 1035, section 2.3.4).
    static let bytesMax = 253

    /// The host that a text names: of an address with a scheme, or the text itself when it is a bare network address.
    static func of(_ text: [UInt8]) -> String? {
        guard let start = afterScheme(text) else { return bare(text) ?? sixth(text) }
        var end = start
        while end < text.count, !isEnd(text[end]) { end += 1 }
        var host = text[start..<end]
        // What stands before `@` is a name and a password.
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
        if let colon = host.firstIndex(of: UInt8(ascii: ":")), host.first != UInt8(ascii: "[") { host = host[..<colon] }
        return normal(host)
    }

    /// Whether a host is a bare address of the network.
    static func isAddress(_ host: String) -> Bool {
        if host.utf8.contains(UInt8(ascii: ":")) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Addresses of this machine and of private networks, and names that stand for examples and tests.
    static func isLocal(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host.hasSuffix(".local") { return true }
        guard isAddress(host) else { return false }
        let parts = host.split(separator: ".").compactMap { UInt8($0) }
        guard parts.count == 4 else { return host == "::1" || host == "::" }
        switch (parts[0], parts[1]) {
        case (0, _), (10, _), (127, _), (255, _), (192, 168), (172, 16...31): return true
        default: return false
        }
    }

    /// The position behind `http://`, `https://`, `ws://`, `wss://`, `ftp://` or `//`.
    private static func afterScheme(_ text: [UInt8]) -> Int? {
        guard text.count > 4 else { return nil }
        if text[0] == UInt8(ascii: "/"), text[1] == UInt8(ascii: "/") { return 2 }
        var index = 0
        while index < min(text.count, 6), isLetter(text[index]) { index += 1 }
        guard index >= 2, index + 2 < text.count, text[index] == UInt8(ascii: ":") else { return nil }
        guard text[index + 1] == UInt8(ascii: "/"), text[index + 2] == UInt8(ascii: "/") else { return nil }
        let scheme = String(decoding: text[..<index], as: UTF8.self).lowercased()
        return ["http", "https", "ws", "wss", "ftp"].contains(scheme) ? index + 3 : nil
    }

    private static func bare(_ text: [UInt8]) -> String? {
        guard text.count >= 7, text.count <= 15, text.allSatisfy({ $0 == UInt8(ascii: ".") || isDigit($0) }) else {
            return nil
        }
        let host = String(decoding: text, as: UTF8.self)
        return isAddress(host) ? host : nil
    }

    /// An address of the newer kind: groups in hexadecimal, with a gap.
    private static func sixth(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 6, bytes.count <= 45 else { return nil }
        let isPlain = bytes.allSatisfy { byte in
            byte == UInt8(ascii: ":") || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
        }
        guard isPlain, let first = bytes.first, first == UInt8(ascii: "2") else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        return text.contains("::") && text.split(separator: ":").count >= 3 ? text : nil
    }

    private static func normal(_ bytes: ArraySlice<UInt8>) -> String? {
        guard !bytes.isEmpty, bytes.count <= bytesMax else { return nil }
        var host: [UInt8] = []
        for byte in bytes {
            guard
                isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "_")
            else { return nil }
            host.append(byte | (isLetter(byte) ? 0x20 : 0))
        }
        guard host.contains(UInt8(ascii: ".")), host.first != UInt8(ascii: "."), host.last != UInt8(ascii: ".") else {
            return nil
        }
        return String(decoding: host, as: UTF8.self)
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0...0x20:
            true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
