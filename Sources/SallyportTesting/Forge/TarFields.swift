/// The fields of one tar header, to be set right or wrong.
public struct TarFields: Sendable {
    /// Bytes of the name field, at most 100.
    public var name: [UInt8]
    /// Permission bits.
    public var mode = 0o644
    /// Value of the size field; nil writes the body's length.
    public var size: Int?
    /// Type letter: `0` file, `1` hard link, `2` symbolic link, `5` directory, `x` pax, `L` GNU long name.
    public var type: UInt8 = UInt8(ascii: "0")
    /// Bytes of the link name field, at most 100.
    public var linkName: [UInt8] = []
    /// Magic and version, 8 bytes.
    public var magic: [UInt8] = Array("ustar\0".utf8) + Array("00".utf8)
    /// Bytes of the prefix field, at most 155.
    public var prefix: [UInt8] = []
    /// Bytes to write over the header at an offset, before the checksum is made.
    public var patches: [Patch] = []
    /// Whether the checksum is right.
    public var checksumHolds = true

    /// Bytes that replace what stands in the header.
    public struct Patch: Sendable {
        /// Where in the 512 bytes.
        public var offset: Int
        /// What to write there.
        public var bytes: [UInt8]

        /// A patch.
        public init(at offset: Int, _ bytes: [UInt8]) {
            self.offset = offset
            self.bytes = bytes
        }
    }

    /// The fields of a regular file with this name.
    public init(name: String) {
        self.name = Array(name.utf8)
    }

    /// The fields with one type letter.
    public init(name: String, type: Character, linkName: String = "") {
        self.name = Array(name.utf8)
        self.type = type.asciiValue ?? 0
        self.linkName = Array(linkName.utf8)
    }

    /// Old GNU magic, in which the prefix field has another meaning.
    public static let gnuMagic: [UInt8] = Array("ustar  \0".utf8)

    func header(bodyCount: Int) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ bytes: [UInt8], at offset: Int, width: Int) {
            for (index, byte) in bytes.prefix(width).enumerated() { block[offset + index] = byte }
        }
        func octal(_ value: Int, digits: Int) -> [UInt8] {
            let text = String(value, radix: 8)
            return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
        }
        put(name, at: 0, width: 100)
        put(octal(mode, digits: 7), at: 100, width: 7)
        put(octal(0, digits: 7), at: 108, width: 7)
        put(octal(0, digits: 7), at: 116, width: 7)
        put(octal(size ?? bodyCount, digits: 11), at: 124, width: 11)
        put(octal(0, digits: 11), at: 136, width: 11)
        block[156] = type
        put(linkName, at: 157, width: 100)
        put(magic, at: 257, width: 8)
        put(prefix, at: 345, width: 155)
        for patch in patches { put(patch.bytes, at: patch.offset, width: 512 - patch.offset) }
        put(Array("        ".utf8), at: 148, width: 8)
        let sum = block.reduce(checksumHolds ? 0 : 1) { $0 + Int($1) }
        put(octal(sum, digits: 6) + [0, 0x20], at: 148, width: 8)
        return block
    }
}
