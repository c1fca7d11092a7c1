/// What one pax extended header (POSIX.1-2017, `pax`) says of the next entry, or of all that follow.
struct PaxRecords {
    private(set) var path: [UInt8]?
    private(set) var linkPath: [UInt8]?
    private(set) var size: Int?

    /// Keys without a vendor's prefix that are allowed. An unknown one is refused and not skipped: node-tar takes
    /// every key over into its header, its type and mode included.
    private static let plainKeys: Set<String> = [
        "atime", "charset", "comment", "ctime", "gid", "gname", "hdrcharset", "linkpath", "mtime", "path", "size",
        "uid", "uname",
    ]
    /// Prefixes of keys that describe sparse files or change the type.
    private static let refusedPrefixes = ["GNU.sparse.", "SUN.holesdata", "SCHILY.realsize", "SCHILY.filetype"]
    private static let unicodeCharset = Array("ISO-IR 10646 2000 UTF-8".utf8)

    /// Reads all records; a global header may not name or measure an entry.
    init(_ bytes: [UInt8], isGlobal: Bool, place: Place) throws(ArchiveError) {
        var seen: Set<[UInt8]> = []
        var cursor = 0
        while cursor < bytes.count {
            guard let record = Self.record(bytes, at: cursor) else { throw place.error(.invalidMetadata) }
            let key = Array(bytes[record.key])
            guard seen.insert(key).inserted else { throw place.error(.metadataConflict) }
            try take(key, bytes[record.value], isGlobal: isGlobal, place: place)
            cursor = record.value.upperBound + 1
        }
    }

    private mutating func take(
        _ key: [UInt8],
        _ value: ArraySlice<UInt8>,
        isGlobal: Bool,
        place: Place
    ) throws(ArchiveError) {
        guard let name = String(validating: key, as: UTF8.self) else { throw place.error(.invalidMetadata) }
        guard !Self.refusedPrefixes.contains(where: name.hasPrefix) else { throw place.error(.sparseEntry) }
        guard name.utf8.contains(EntryPath.dot) || Self.plainKeys.contains(name) else {
            throw place.error(.invalidMetadata)
        }
        guard !Self.hidesRecord(value) else { throw place.error(.metadataConflict) }
        switch name {
        case "path", "linkpath", "size":
            guard !isGlobal, !value.isEmpty else { throw place.error(.invalidMetadata) }
        case "hdrcharset":
            guard value.elementsEqual(Self.unicodeCharset) else { throw place.error(.invalidMetadata) }
        default: return
        }
        if name == "path" { path = Array(value) }
        if name == "linkpath" { linkPath = Array(value) }
        if name == "size" {
            guard let number = Self.decimal(value) else { throw place.error(.invalidMetadata) }
            size = number
        }
    }

    /// One record, `length key=value` and a line feed, where the length counts all of it.
    private static func record(_ bytes: [UInt8], at start: Int) -> (key: Range<Int>, value: Range<Int>)? {
        guard let space = bytes[start...].prefix(lengthDigitsMax + 1).firstIndex(of: 0x20) else { return nil }
        // A leading zero would make node-tar, which counts the digits of the value, cut elsewhere.
        guard bytes[start] != UInt8(ascii: "0"), let length = decimal(bytes[start..<space]) else { return nil }
        let end = start + length
        guard end <= bytes.count, end > space + 1, bytes[end - 1] == lineFeed else { return nil }
        guard let equals = bytes[(space + 1)..<(end - 1)].firstIndex(of: UInt8(ascii: "=")) else { return nil }
        guard equals > space + 1, bytes[(space + 1)..<equals].allSatisfy({ $0 >= 0x20 }) else { return nil }
        return ((space + 1)..<equals, (equals + 1)..<(end - 1))
    }

    /// Whether a reader that cuts records at line feeds, as node-tar does, would find another record in the value.
    private static func hidesRecord(_ value: ArraySlice<UInt8>) -> Bool {
        guard let first = value.firstIndex(of: lineFeed) else { return false }
        return value[(first + 1)...].split(separator: lineFeed).contains { line in
            let text = line.drop { $0 <= 0x20 || $0 >= 0x80 || $0 == UInt8(ascii: "+") }
            let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }
            return decimal(digits) == line.count + 1 && line.contains(UInt8(ascii: "="))
        }
    }

    private static let lineFeed: UInt8 = 0x0A
    private static let lengthDigitsMax = 10

    private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        var value = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
