import SallyportModel

/// A reference in an index, resolved against the page's own URL (RFC 3986, section 5.2).
enum URLReference {
    /// The absolute `http` or `https` URL without its fragment, and the fragment.
    ///
    /// Refuses other schemes, user information (credentials are configuration, never an index's to give), control
    /// characters, backslashes, and what is longer than `bytesMax`. Spaces and what is not ASCII are encoded.
    static func resolve(_ reference: String, against base: String, bytesMax: Int) -> (url: String, fragment: String)? {
        guard reference.utf8.count <= bytesMax, let cleaned = cleaned(reference) else { return nil }
        let hash = cleaned.firstIndex(of: "#") ?? cleaned.endIndex
        guard let base = URLParts(base[...]), let parts = resolved(cleaned[..<hash], against: base), parts.isAllowed
        else { return nil }
        let url = parts.text
        return url.utf8.count <= bytesMax ? (url, String(cleaned[hash...].dropFirst())) : nil
    }

    /// The last component of a URL's path, decoded; `nil` when it can't be.
    static func filename(of url: String) -> String? {
        guard let parts = URLParts(url[...]) else { return nil }
        let last = parts.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        return PercentEncoding.decode(String(last))
    }

    private static func resolved(_ text: Substring, against base: URLParts) -> URLParts? {
        let beforePath = text.prefix { $0 != "/" && $0 != "?" }
        if let colon = beforePath.firstIndex(of: ":"), URLParts.isScheme(beforePath[..<colon]) { return URLParts(text) }
        if text.hasPrefix("//") { return URLParts("\(base.scheme):\(text)"[...]) }
        var parts = base
        if text.isEmpty { return parts }
        let mark = text.firstIndex(of: "?") ?? text.endIndex
        parts.query = text[mark...]
        let path = text[..<mark]
        if path.hasPrefix("/") {
            parts.path = path
        } else if !path.isEmpty {
            let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
            parts.path = (folder + path)[...]
        }
        return parts
    }

    private static func cleaned(_ text: String) -> String? {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) { return text }
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), 0x00..<0x20, 0x7F: return nil
            case 0x20, 0x80...: result += Array("%\(hex(byte >> 4))\(hex(byte & 15))".utf8)
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hex(_ value: UInt8) -> String { String(value, radix: 16, uppercase: true) }
}

/// An absolute URL with an authority, taken apart.
struct URLParts {
    var scheme: Substring
    var authority: Substring
    var path: Substring
    /// With its `?`.
    var query: Substring

    init?(_ text: Substring) {
        guard let colon = text.firstIndex(of: ":"), Self.isScheme(text[..<colon]) else { return nil }
        let rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        scheme = text[..<colon]
        let end = rest.dropFirst(2).firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        authority = rest[..<end].dropFirst(2)
        let hierarchy = rest[end...].prefix { $0 != "#" }
        let mark = hierarchy.firstIndex(of: "?") ?? hierarchy.endIndex
        path = hierarchy[..<mark]
        query = hierarchy[mark...]
    }

    /// Whether it leads where an artifact may come from.
    var isAllowed: Bool {
        let name = scheme.lowercased()
        return (name == "http" || name == "https") && !authority.isEmpty && !authority.contains("@")
    }

    var text: String { "\(scheme.lowercased())://\(authority)\(pathWithoutDots)\(query)" }

    /// RFC 3986, section 5.2.4, by a stack; an encoded dot is a dot.
    private var pathWithoutDots: String {
        if !path.isEmpty, !Self.mayHaveDots(path) { return String(path) }
        var kept: [Substring] = []
        let components = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, component) in components.enumerated() {
            let isLast = index == components.count - 1
            switch component.lowercased() {
            case ".", "%2e":
                if isLast { kept.append("") }
            case "..", ".%2e", "%2e.", "%2e%2e":
                _ = kept.popLast()
                if isLast { kept.append("") }
            default: kept.append(component)
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    /// Whether a part of the path begins like one of dots; a cheap no for nearly all paths.
    private static func mayHaveDots(_ path: Substring) -> Bool {
        var previous: UInt8 = 0
        for byte in path.utf8 {
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%") { return true }
            previous = byte
        }
        return false
    }

    static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
        }
    }
}
