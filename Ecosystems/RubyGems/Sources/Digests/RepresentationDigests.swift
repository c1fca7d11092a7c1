import SallyportEcosystem
import SallyportModel

/// The fields by which RubyGems' clients know a text again: an `ETag` that is the MD5 of the body, and a `Repr-Digest` (RFC 9530)
/// with its SHA-256.
///
/// Bundler to 2.4 compares the tag with what it wrote to its disk and starts again where they differ; later ones want the
/// digest before they append a part to what they have.
struct RepresentationDigests {
    let hashing: any ContentHashing

    /// The digests of a text that is yet to come.
    var running: TextDigests { TextDigests(sha256: hashing.runningSHA256()) }

    /// A text that clients keep, ask for by its tag, and ask for in parts.
    ///
    /// `digests` are those of the body, where they are known already.
    func answer(_ body: [UInt8], digests: TextDigests? = nil) -> Answer {
        let sha256 = digests?.sha256.digest ?? hashing.sha256(body.span)
        return Answer(
            status: 200,
            headers: [
                Header("content-type", "text/plain; charset=utf-8"), Header("accept-ranges", "bytes"),
                Header("repr-digest", "sha-256=:\(Base64.encode(sha256.bytes)):"),
            ],
            body: body,
            etag: "\"\(digests?.md5.hex ?? MD5.hex(body.span))\"",
            // The tag and the digest are those of the body as it is, and clients append parts of it to what they have.
            mayCompress: false
        )
    }
}

extension RepresentationDigests {
    /// A document with a part behind it that begins with its last byte; `nil` unless the digest of the whole is stated and
    /// is that of both together.
    func joined(_ known: IndexDocument, with part: IndexPart) -> IndexDocument? {
        guard let last = known.body.last, part.start == known.body.count - 1, part.bytes.first == last else {
            return nil
        }
        let body = known.body + part.bytes.dropFirst()
        guard isWhole(body, part) else { return nil }
        return IndexDocument(
            body: body,
            contentType: known.contentType,
            url: known.url,
            etag: part.etag,
            lastModified: part.lastModified
        )
    }

    private func isWhole(_ body: [UInt8], _ part: IndexPart) -> Bool {
        if let field = part.representationDigest,
            let isMet = RepresentationDigest.isMet(field, by: hashing.sha256(body.span))
        {
            return isMet
        }
        guard let tag = part.etag, !tag.hasPrefix("W/") else { return false }
        return Self.isTag(tag, of: body) ?? false
    }

    /// Whether an entity tag is the MD5 of a body; `nil` for one that is none of that kind.
    ///
    /// Weak or strong: what compresses a text on its way weakens its tag.
    static func isTag(_ tag: String, of body: [UInt8]) -> Bool? {
        let quoted = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        guard quoted.utf8.count == 34, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else { return nil }
        let hex = quoted.dropFirst().dropLast()
        guard hex.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }) else { return nil }
        return hex == MD5.hex(body.span)
    }
}

/// Both digests of a text that grows at its end: what is added costs its own length, and not that of all before it.
struct TextDigests: Sendable {
    private(set) var md5 = MD5()
    private(set) var sha256: any RunningDigest

    init(sha256: any RunningDigest) { self.sha256 = sha256 }

    /// Reads further bytes.
    mutating func update(_ bytes: Span<UInt8>) {
        md5.update(bytes)
        sha256.update(bytes)
    }
}
