import SallyportEcosystem
import SallyportModel

/// The fields by which RubyGems' clients know a text again: an `ETag` that is the MD5 of the body, and a `Repr-Digest` (RFC 9530)
/// with its SHA-256.
///
/// Bundler to 2.4 compares the tag with what it wrote to its disk and starts again where they differ; later ones want the
/// digest before they append a part to what they have.
struct RepresentationDigests {
    let hashing: any ContentHashing

    /// A text that clients keep, ask for by its tag, and ask for in parts.
    func answer(_ body: [UInt8], md5: String? = nil, contentType: String = "text/plain; charset=utf-8") -> Answer {
        let digest = hashing.sha256(body.span)
        return Answer(
            status: 200,
            headers: [
                Header("content-type", contentType), Header("accept-ranges", "bytes"),
                Header("repr-digest", "sha-256=:\(Base64.encode(digest.bytes)):"),
            ],
            body: body,
            etag: "\"\(md5 ?? MD5.hex(body.span))\"",
            // The tag and the digest are those of the body as it is, and clients append parts of it to what they have.
            mayCompress: false
        )
    }
}
