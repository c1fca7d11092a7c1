import SallyportArchive

/// Compressed constants.
enum Inflation {
    /// Bytes of one text.
    static let textBytesMax = 1 << 20

    /// The content of compressed data; `nil` when nothing decodes.
    static func text(_ bytes: [UInt8]) -> [UInt8]? {
        let content = Deflate.content(bytes.span, limit: textBytesMax)
        return content.isEmpty ? nil : content
    }
}
