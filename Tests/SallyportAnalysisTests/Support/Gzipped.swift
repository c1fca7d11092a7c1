import SallyportArchive

/// One compressed file.
enum Gzipped {
    static func bytes(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return Gzip.compress(bytes.span, level: 6)
    }
}
