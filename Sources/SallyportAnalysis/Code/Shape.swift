import SallyportLexing
import SallyportModel

/// What is left of code when comments, spacing and plain literals are taken away.
///
/// Two releases of a build script that differ in a version number or in the words of a description have one shape. What
/// a script fetches, runs or reads is not in the shape but in its findings.
enum Shape {
    /// Files above this size have their content's digest for a shape: what installs is small, and hashing a shape costs as
    /// much as hashing the file.
    static let bytesMax = 64 << 10

    /// The digest of the shape of the source that `scratch` holds; `nil` when it has no tokens or is too large.
    static func digest(of scratch: CodeScratch, _ source: Span<UInt8>, _ hashing: any ContentHashing) -> Digest? {
        guard !scratch.tokens.isEmpty, source.count <= bytesMax else { return nil }
        var shape: [UInt8] = []
        shape.reserveCapacity(source.count)
        var literals = 0
        for token in scratch.tokens {
            switch token.kind {
            case .string, .template, .number:
                // A list of literals is one literal, however long it is.
                if literals == 0 { shape.append(0) }
                literals = 2
            case .newline, .comment: continue
            case .punctuator where token.isPunctuator(UInt8(ascii: ",")) && literals > 0: literals = 1
            default:
                literals = 0
                shape.append(1)
                for offset in token.range { shape.append(source[offset]) }
            }
        }
        return hashing.sha256(shape.span)
    }
}
