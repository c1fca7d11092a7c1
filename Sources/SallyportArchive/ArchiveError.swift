/// Why an archive is refused: the first thing that two unpackers could read differently, or that can't be read.
public struct ArchiveError: Error, Sendable, Equatable {
    /// Which layer of the archive refused, and so what `offset` counts.
    public enum Layer: String, Sendable {
        /// The gzip file: `offset` counts compressed bytes.
        case gzip
        /// The tar stream: `offset` counts bytes after decompression.
        case tar
        /// The zip file: `offset` counts bytes of the file.
        case zip
    }

    /// The reason, stable across versions.
    public let code: Code

    /// The layer that refused.
    public let layer: Layer

    /// Where: bytes from the start of the file for gzip and zip, of the decompressed stream for tar.
    public let offset: Int

    /// The entry concerned, escaped and shortened so that it can be printed; nil when no entry is concerned.
    public let path: String?

    /// An error at a place. The path may be raw text from the archive; it is made printable here.
    public init(_ code: Code, layer: Layer, offset: Int, path: String? = nil) {
        self.code = code
        self.layer = layer
        self.offset = offset
        self.path = path.map { Self.printable($0) }
    }

    /// One sentence for people: what is wrong, and where.
    public var message: String {
        let place: String
        switch layer {
        case .gzip: place = "at byte \(offset) of the gzip file"
        case .tar: place = "at byte \(offset) of the tar stream"
        case .zip: place = "at byte \(offset) of the zip file"
        }
        guard let path else { return "\(code.sentence) (\(place))." }
        return "\(code.sentence) (`\(path)`, \(place))."
    }

    /// Characters of a path that are shown before it is cut.
    static let printableLengthMax = 200

    /// Text from an archive made fit for a terminal: ASCII letters, digits and signs stay, the rest is escaped.
    static func printable(_ text: String) -> String {
        var shown = ""
        var length = 0
        for scalar in text.unicodeScalars {
            guard length < printableLengthMax else { return shown + "..." }
            let piece: String
            if scalar.value >= 0x20, scalar.value < 0x7F, scalar != "\\", scalar != "`" {
                piece = String(scalar)
            } else {
                piece = "\\u{\(String(scalar.value, radix: 16))}"
            }
            shown += piece
            length += piece.utf8.count
        }
        return shown
    }
}

extension ArchiveError: CustomStringConvertible {
    /// The code and the sentence.
    public var description: String { "\(code.rawValue): \(message)" }
}
