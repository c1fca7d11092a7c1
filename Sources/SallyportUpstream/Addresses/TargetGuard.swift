/// Decides which addresses may be connected to on behalf of one configured upstream.
///
/// The rule, first match wins:
/// 1. The configured origin itself (scheme, host and port) is allowed at any address: the operator named it.
/// 2. A target all of whose addresses are public is allowed.
/// 3. If the configured upstream is on loopback or on a private network, a target of the same class is allowed
///    when it has the upstream's host (another port, another scheme), or when it is the same socket by another
///    name (its addresses are among the upstream's, and the port is the same).
/// 4. Everything else is refused. One forbidden address among several refuses the target.
///
/// Link-local, carrier-grade, multicast, unspecified and reserved addresses are reached by rule 1 only.
struct TargetGuard: Sendable {
    let upstream: WebOrigin

    /// Whether rule 1 settles it without a look at addresses.
    func isOwnOrigin(_ target: WebOrigin) -> Bool { target == upstream }

    /// The class that forbids the target; `nil` when it is allowed. No addresses at all forbid nothing: there is
    /// nothing to connect to.
    func forbids(
        _ target: WebOrigin,
        at addresses: [IPAddress],
        upstreamAddresses: [IPAddress]
    ) -> AddressClass? {
        if isOwnOrigin(target) { return nil }
        return addresses.lazy.map(\.addressClass).first { found in
            found != .public
                && !isNeighbour(target, of: found, at: addresses, upstreamAddresses: upstreamAddresses)
        }
    }

    private func isNeighbour(
        _ target: WebOrigin,
        of found: AddressClass,
        at addresses: [IPAddress],
        upstreamAddresses: [IPAddress]
    ) -> Bool {
        guard found == .loopback || found == .privateNetwork, !upstreamAddresses.isEmpty,
            upstreamAddresses.allSatisfy({ $0.addressClass == found })
        else { return false }
        let isSameSocket = target.port == upstream.port && Set(addresses).isSubset(of: upstreamAddresses)
        return target.host == upstream.host || isSameSocket
    }
}
