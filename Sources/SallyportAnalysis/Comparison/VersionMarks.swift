/// Texts of two releases made comparable: a release writes its number into commands, paths and addresses.
enum VersionMarks {
    /// The text with `#` for every version number: digits and dots that begin a word, also behind a `v`.
    ///
    /// Digits inside of a word (`x64`, `h5tool`) and those of an address's host (`http://192.0.2.1/`) say what runs and
    /// where to, and stay.
    static func without(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var position = 0
        while position < bytes.count {
            if bytes[position...].starts(with: "://".utf8) {
                let end = bytes[(position + 3)...].firstIndex(where: endsHost) ?? bytes.count
                output += bytes[position..<end]
                position = end
            } else if isDigit(bytes[position]), beginsWord(bytes, position) {
                position = end(of: bytes, from: position)
                output.append(UInt8(ascii: "#"))
            } else {
                output.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Behind the digits, and the dots between them.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            let isDot =
                bytes[position] == UInt8(ascii: ".") && position + 1 < bytes.count && isDigit(bytes[position + 1])
            guard isDot || isDigit(bytes[position]) else { break }
            position += 1
        }
        return position
    }

    /// Whether nothing but a `v` of its own stands before it in its word.
    private static func beginsWord(_ bytes: [UInt8], _ position: Int) -> Bool {
        guard position > 0 else { return true }
        let before = bytes[position - 1]
        guard before | 0x20 == UInt8(ascii: "v") else { return !isWord(before) }
        return position == 1 || !isWord(bytes[position - 2])
    }

    private static func endsHost(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte <= 0x20
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
    }
}
