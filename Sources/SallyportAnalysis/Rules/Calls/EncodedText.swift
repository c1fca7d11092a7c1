/// Text that was encoded for a place where only letters and digits may stand.
enum EncodedText {
    private static let always: Set<String> = [
        "b32encode", "hexlify", "b16encode", "hex", "urlsafe_b64encode", "hexdigest",
    ]

    /// Whether a call gives such text: `b32encode(x)`, `x.toString("hex")`, `[x].pack("H*")`.
    static func isMade(by call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        if always.contains(call.word.spelling) { return call.word.spelling != "hex" || call.inside.isEmpty }
        return call.hasString(["hex", "base32", "base64url", "base64", "H*", "m0"], stream, source)
    }
}
