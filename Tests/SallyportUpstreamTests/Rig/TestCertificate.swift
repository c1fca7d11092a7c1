import NIOSSL

/// A self-signed certificate for `registry.example.invalid`, made for these tests and used nowhere else.
enum TestCertificate {
    static let pem = """
        -----BEGIN CERTIFICATE-----
        MIIBjjCCATSgAwIBAgIBATAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhyZWdpc3Ry
        eS5leGFtcGxlLmludmFsaWQwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAw
        MDBaMCMxITAfBgNVBAMMGHJlZ2lzdHJ5LmV4YW1wbGUuaW52YWxpZDBZMBMGByqG
        SM49AgEGCCqGSM49AwEHA0IABJHOi6f9FCIXy2rgdn63aeK+OpfTyx9SYL7Ggevo
        AQ+BCpGSVGGElXobJAOB+Cc23hNsqBG12ldWP5iKb54Zdg2jVzBVMA8GA1UdEwEB
        /wQFMAMBAf8wIwYDVR0RBBwwGoIYcmVnaXN0cnkuZXhhbXBsZS5pbnZhbGlkMB0G
        A1UdDgQWBBQL/btGyNC6AFzOpvWRtfZlNUbfETAKBggqhkjOPQQDAgNIADBFAiEA
        uE7LT3y7v9Z/9rZCBJNiV1Aoj5SXAU0UHdnIBHbFGhcCIB+3ObGPEn14bvbPLFvV
        t8nltSn69Pvz35H8RdfS84RO
        -----END CERTIFICATE-----
        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzlENVbJ5CGW4k90W
        oqxxqMI1v7OwQ8FjnyxkMcRuq/2hRANCAASRzoun/RQiF8tq4HZ+t2nivjqX08sf
        UmC+xoHr6AEPgQqRklRhhJV6GyQDgfgnNt4TbKgRtdpXVj+Yim+eGXYN
        -----END PRIVATE KEY-----
        """

    /// The server's side of TLS.
    static func serverContext() throws -> NIOSSLContext {
        let certificates = try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: certificates.map { .certificate($0) },
                privateKey: .privateKey(key)
            )
        )
    }
}
