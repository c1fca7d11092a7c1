extension UpstreamConfiguration {
    /// Whether the upstream is the server itself, which listens on `host` and `port`.
    ///
    /// A client that already points at Sallyport would make it its own upstream. Names beyond `localhost` are not
    /// resolved here; what this misses, ``LoopMark`` catches with the first request.
    public func leads(toHost host: String, port: Int) -> Bool {
        guard url.origin.port == port else { return false }
        let listening = host.lowercased()
        if url.origin.host == listening { return true }
        return Self.isThisMachine(url.origin.host) && Self.isThisMachine(listening)
    }

    private static func isThisMachine(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".localhost") { return true }
        let kind = IPAddress(host)?.addressClass
        return kind == .loopback || kind == .unspecified
    }
}
