import SallyportUpstream

/// Where the server listens: a name or an address, and a port.
struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address without brackets, or a name.
    let host: String
    /// The port; 0 lets the system choose a free one.
    let port: Int

    /// `127.0.0.1:7259`.
    static let standard = ListenAddress(host: "127.0.0.1", port: 7259)

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT`, `[IPv6]:PORT`; `nil` for anything else.
    init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        let digits = text[text.index(after: colon)...]
        guard !host.isEmpty, host.utf8.count <= 253, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }),
            (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = Int(digits), port <= 65_535
        else { return nil }
        self.init(host: String(host), port: port)
    }

    /// The base URL for a client on this machine: an unspecified address is reached by the loopback one.
    var url: String {
        let reachable = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
        return "http://\(ListenAddress(host: reachable, port: port))"
    }

    /// Whether a host is a loopback name or address, or the unspecified address.
    static func isThisMachine(_ host: String) -> Bool {
        if host.lowercased() == "localhost" { return true }
        let kind = IPAddress(host)?.addressClass
        return kind == .loopback || kind == .unspecified
    }

    /// `HOST:PORT`, IPv6 in brackets.
    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
