import SallyportModel

/// Public addresses of the network that code names in place of a host.
enum BareAddress {
    /// Addresses of services that everybody asks by their number: name servers.
    private static let wellKnown: Set<String> = [
        "8.8.8.8", "8.8.4.4", "1.2.3.4", "1.1.1.1", "1.0.0.1", "9.9.9.9", "208.67.222.222", "208.67.220.220",
        "114.114.114.114",
        "223.5.5.5", "169.254.169.254", "169.254.170.2", "100.100.100.200", "224.0.0.251", "239.255.255.250",
    ]

    /// The address that a text is, or that its host is; `nil` for names, for addresses of this machine and of private
    /// networks, and for name servers that everybody uses.
    static func of(_ bytes: [UInt8]) -> String? {
        guard let host = HostName.of(bytes), HostName.isAddress(host), !HostName.isLocal(host),
            !wellKnown.contains(host)
        else { return nil }
        let parts = host.split(separator: ".").compactMap { UInt8($0) }
        // Groups of receivers, and what stands for a network rather than for a machine.
        if parts.count == 4, parts[0] >= 224 || parts[0] == 169 || parts[3] == 0 { return nil }
        return host
    }
}

extension FlowReader {
    /// Handlers of logs that send what they are given.
    private static let logHandlers = WordSet("SysLogHandler", "SocketHandler", "DatagramHandler", "HTTPHandler")

    /// `("198.51.100.7", 514)`: an address beside a number that is a port.
    mutating func noteSocketAddress(
        _ lexeme: Lexeme,
        _ count: Int,
        _ index: Int,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard count >= 7, count <= 15, stream.kind(at: index + 1) == .comma, stream.kind(at: index + 2) == .number
        else { return }
        let number = stream.text(at: index + 2, in: source)
        guard let port = Int(number), port == 53 || port == 80 || port > 128,
            let host = BareAddress.of(stream.bytes(of: lexeme, in: source))
        else { return }
        let isNetwork = !stream.interest.isDisjoint(with: [.networkModule, .networkLibrary, .connect])
        guard isNetwork || stream.lexemes.contains(where: { Self.logHandlers.contains($0) }),
            !OwnAddress.isAsked(at: index, stream)
        else { return }
        let detail = "bare address \(host) is talked to"
        collector.add(.capabilityNetwork, Excerpt.detail(detail), at: Int(lexeme.start), .sensitive)
    }
}
