/// What kind of network an address belongs to, by the special-purpose registries of RFC 6890.
public enum AddressClass: String, Hashable, Sendable {
    /// Anything that the other cases do not name.
    ///
    /// The documentation and benchmarking ranges count as public: nothing internal may live there, and test
    /// networks use them to stand for the world.
    case `public`
    /// This machine: 127/8, `::1`.
    case loopback
    /// A network without a name outside: 10/8, 172.16/12, 192.168/16, `fc00::/7`, `fec0::/10`, local NAT64.
    case privateNetwork
    /// This link, and with it the metadata service of clouds: 169.254/16, `fe80::/10`.
    case linkLocal
    /// Behind a carrier's translation: 100.64/10.
    case carrierGrade
    /// 224/4, `ff00::/8`.
    case multicast
    /// No address: 0/8, `::`.
    case unspecified
    /// What must not be a destination on any network: 240/4, 192.0.0/24, Teredo, what no registry has given out.
    case reserved
}

extension IPAddress {
    /// The kind of network.
    ///
    /// IPv6 forms that carry an IPv4 destination (mapped, NAT64, 6to4) are what that destination is.
    public var addressClass: AddressClass {
        isIPv4 ? Self.classify(four: bytes[...]) : Self.classify(sixteen: bytes)
    }

    private static func classify(four bytes: ArraySlice<UInt8>) -> AddressClass {
        let first = bytes.startIndex
        switch (bytes[first], bytes[first + 1], bytes[first + 2]) {
        case (0, _, _): return .unspecified
        case (10, _, _), (172, 16...31, _), (192, 168, _): return .privateNetwork
        case (100, 64...127, _): return .carrierGrade
        case (127, _, _): return .loopback
        case (169, 254, _): return .linkLocal
        case (192, 0, 0): return .reserved
        case (224...239, _, _): return .multicast
        case (240..., _, _): return .reserved
        default: return .public
        }
    }

    private static func classify(sixteen bytes: [UInt8]) -> AddressClass {
        if let embedded = embeddedFour(bytes) { return classify(four: embedded) }
        if bytes.dropLast().allSatisfy({ $0 == 0 }) {
            return bytes[15] == 1 ? .loopback : bytes[15] == 0 ? .unspecified : .reserved
        }
        switch (bytes[0], bytes[1]) {
        case (0xFC...0xFD, _): return .privateNetwork
        case (0xFE, 0x80...0xBF): return .linkLocal
        case (0xFE, 0xC0...0xFF): return .privateNetwork
        case (0xFF, _): return .multicast
        case (0x00, 0x64) where Array(bytes[2...5]) == [0xFF, 0x9B, 0, 1]: return .privateNetwork
        case (0x20, 0x01) where bytes[2] == 0 && bytes[3] == 0: return .reserved
        case (0x20...0x3F, _): return .public
        default: return .reserved
        }
    }

    /// `::ffff:a.b.c.d` (RFC 4291), `64:ff9b::a.b.c.d` (RFC 6052), `2002:aabb:ccdd::` (RFC 3056).
    private static func embeddedFour(_ bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]
        if bytes.starts(with: mapped) || bytes.starts(with: translated) { return bytes[12...15] }
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? bytes[2...5] : nil
    }
}
