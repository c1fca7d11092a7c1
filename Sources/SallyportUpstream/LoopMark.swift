/// The header that shows a Sallyport its own requests when it was configured to be its own upstream.
///
/// It is not `via` (RFC 9110, section 7.6.3), because widely used servers send uncompressed answers to requests
/// that carry `via`.
public enum LoopMark {
    /// The field's name, lower case. Requests to upstreams carry it with the instance's identifier as value.
    public static let field = "sallyport-via"

    /// Whether a request that carries these values of ``field`` was sent by `instance` itself and must be refused.
    public static func isLoop(_ values: [String], instance: String) -> Bool {
        values.contains { $0.split(separator: ",").contains { $0.drop { $0 == " " } == instance } }
    }
}
