/// The two schemes that are spoken.
public enum WebScheme: String, Hashable, Sendable {
    /// Without TLS.
    case http
    /// With TLS.
    case https

    /// The port when a URL names none.
    public var defaultPort: Int { self == .https ? 443 : 80 }
}

/// Scheme, host and port: what credentials are bound to (RFC 6454, section 4).
public struct WebOrigin: Hashable, Sendable, CustomStringConvertible {
    /// The scheme.
    public let scheme: WebScheme
    /// The host: a name in lower case, or an address; IPv6 without brackets, in full groups.
    public let host: String
    /// The port, 1 to 65535.
    public let port: Int

    /// The host's address when the host is not a name.
    public var address: IPAddress? { IPAddress(host) }

    /// `https://host:port`, the port only where it isn't the scheme's own.
    public var description: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return "\(scheme.rawValue)://\(name)\(port == scheme.defaultPort ? "" : ":\(port)")"
    }
}

extension WebOrigin {
    /// Reads `host[:port]`; `nil` for a host that is neither a plain name nor an address.
    init?(scheme: WebScheme, authority: Substring) {
        var hostText = authority
        var portText: Substring?
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            hostText = authority[...end]
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || rest.first == ":" else { return nil }
            portText = rest.isEmpty ? nil : rest.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            hostText = authority[..<colon]
            portText = authority[authority.index(after: colon)...]
        }
        guard let host = Self.host(hostText), let port = Self.port(portText, scheme: scheme) else { return nil }
        self.init(scheme: scheme, host: host, port: port)
    }

    /// Longest host name (RFC 1035, section 2.3.4).
    static let hostBytesMax = 253

    private static func port(_ text: Substring?, scheme: WebScheme) -> Int? {
        guard let text, !text.isEmpty else { return scheme.defaultPort }
        guard text.utf8.count <= 5, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text),
            (1...65_535).contains(port)
        else { return nil }
        return port
    }

    /// One spelling for each host, so that what is compared, resolved and connected to is the same text.
    ///
    /// Shortened and hexadecimal spellings of IPv4 (`127.1`, `0x7f000001`) are refused: resolvers read them as
    /// addresses where a reader sees a name.
    private static func host(_ text: Substring) -> String? {
        if text.first == "[" {
            guard text.last == "]", let address = IPAddress(String(text.dropFirst().dropLast())), !address.isIPv4 else {
                return nil
            }
            return address.description
        }
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= hostBytesMax, bytes.allSatisfy(isNameByte) else { return nil }
        let name = String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 63 }), let last = labels.last else { return nil }
        guard last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) || last.hasPrefix("0x") else { return name }
        return IPAddress(name)?.description
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
