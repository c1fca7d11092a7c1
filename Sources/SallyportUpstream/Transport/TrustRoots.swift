import NIOSSL

/// TLS towards upstreams: everything is verified, the system's authorities are trusted, and a file's beside them.
enum TrustRoots {
    static func configuration(for upstream: UpstreamConfiguration) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        guard let file = upstream.caFile else { return tls }
        do {
            let certificates = try NIOSSLCertificate.fromPEMFile(file)
            guard !certificates.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
            tls.additionalTrustRoots = [.certificates(certificates)]
            return tls
        } catch {
            throw UpstreamConfigurationError(
                .unreadableCAFile,
                upstream.ecosystem,
                "make `\(file)` a readable PEM file with at least one certificate (\(error))"
            )
        }
    }
}
