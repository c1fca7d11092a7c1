import SallyportLexing
import SallyportModel

/// Looks at the bytes of files that are no code.
enum ContentReader {
    /// Bytes behind a format's end that may be padding or a note of an editor.
    static let tailMin = 64

    /// States what the bytes of a file are, as far as they are there.
    static func read(_ bytes: Span<UInt8>, as type: ContentType, isWhole: Bool, into file: inout PackageFile) {
        switch type {
        case .elf, .portableExecutable, .machO, .wasm:
            guard isWhole else { return file.nativeFailure = "too large to be read" }
            do {
                file.native = try NativeProgram.read(bytes)
            } catch {
                file.nativeFailure = error.code.rawValue
            }
        case .image, .font, .media:
            guard isWhole, let end = ContentEnd.offset(in: bytes, as: type), bytes.count - end >= tailMin else {
                return
            }
            if !isPadding(bytes, from: end) { file.tail = bytes.count - end }
        case .binary, .text:
            guard file.language == nil else { return }
            file.opaque = OpaqueData.detect(bytes)
            if isWhole { file.revives = PickleContent.call(bytes, at: file.path) }
        default: break
        }
    }

    /// Whether one value fills the rest.
    private static func isPadding(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        let first = bytes[start]
        for index in start..<bytes.count where bytes[index] != first { return false }
        return true
    }
}
