public import SallyportModel

/// The field `repr-digest` (RFC 9530): digests of a document as it is.
public enum RepresentationDigest {
    /// Whether a field states the SHA-256 of a document, as `sha-256=:BASE64:` among others; `nil` when it states none.
    public static func isMet(_ field: String, by digest: Digest) -> Bool? {
        let items = field.split(separator: ",").map { $0.filter { $0 != " " } }
        guard let item = items.first(where: { $0.hasPrefix("sha-256=:") && $0.hasSuffix(":") }) else { return nil }
        return item.dropFirst("sha-256=:".count).dropLast() == Base64.encode(digest.bytes)
    }
}
