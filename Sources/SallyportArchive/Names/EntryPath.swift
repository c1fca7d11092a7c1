/// The rules that a path must meet before anything else is done with it.
enum EntryPath {
    /// The path of raw bytes: relative, UTF-8, without anything that a file system or terminal reads differently.
    ///
    /// A directory's one trailing `/` is taken off.
    static func validated(
        _ raw: [UInt8],
        isDirectory: Bool,
        limits: ArchiveLimits,
        place: Place
    ) throws(ArchiveError) -> String {
        var bytes = raw[...]
        if isDirectory, bytes.last == slash { bytes.removeLast() }
        let text = try text(bytes, limits: limits, place: place)
        guard !isAbsolute(bytes) else { throw place.error(.absolutePath) }
        try checkComponents(bytes, limits: limits, place: place)
        return text
    }

    /// What paths and link targets share: length, encoding, no control characters, no backslash.
    static func text(_ bytes: ArraySlice<UInt8>, limits: ArchiveLimits, place: Place) throws(ArchiveError) -> String {
        guard !bytes.isEmpty else { throw place.error(.emptyPathComponent) }
        guard bytes.count <= limits.pathBytesMax else { throw place.error(.pathTooLong) }
        var isASCII = true
        for byte in bytes {
            guard byte >= 0x20, byte != 0x7F else { throw place.error(.controlCharacter) }
            guard byte != UInt8(ascii: "\\") else { throw place.error(.backslashPath) }
            if byte >= 0x80 { isASCII = false }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw place.error(.pathEncoding) }
        guard isASCII || !text.unicodeScalars.contains(where: isInvisible) else {
            throw place.error(.controlCharacter)
        }
        return text
    }

    /// Whether the bytes start at a root or name a drive.
    static func isAbsolute(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if first == slash { return true }
        guard bytes.count >= 2, bytes[bytes.startIndex + 1] == UInt8(ascii: ":") else { return false }
        let lower = first | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    static let slash = UInt8(ascii: "/")
    static let dot = UInt8(ascii: ".")

    private static func checkComponents(
        _ bytes: ArraySlice<UInt8>,
        limits: ArchiveLimits,
        place: Place
    ) throws(ArchiveError) {
        var depth = 0
        var start = bytes.startIndex
        while true {
            let end = bytes[start...].firstIndex(of: slash) ?? bytes.endIndex
            depth += 1
            guard end > start else { throw place.error(.emptyPathComponent) }
            guard !isDots(bytes[start..<end]) else { throw place.error(.escapingPath) }
            guard depth <= limits.pathDepthMax else { throw place.error(.pathTooDeep) }
            guard end < bytes.endIndex else { return }
            start = end + 1
        }
    }

    private static func isDots(_ component: ArraySlice<UInt8>) -> Bool {
        component.count <= 2 && component.allSatisfy { $0 == dot }
    }

    /// Controls of the C1 range, and marks that are drawn as nothing or turn the direction of what follows: two
    /// names that differ in them look alike, and some file systems take them as equal.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
