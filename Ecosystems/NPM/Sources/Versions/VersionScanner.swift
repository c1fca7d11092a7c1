/// Reads the parts of versions and of ranges from bytes; every method either consumes what it names or leaves the
/// scanner where it was.
struct VersionScanner {
    let bytes: [UInt8]
    let loose: Bool
    var offset = 0

    init(_ bytes: [UInt8], loose: Bool) {
        self.bytes = bytes
        self.loose = loose
    }

    var isAtEnd: Bool { offset == bytes.count }
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    static func isIdentifierByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "-")
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    mutating func skip(while condition: (UInt8) -> Bool) {
        while let byte = next, condition(byte) { offset += 1 }
    }

    /// The whole text as one version.
    mutating func wholeVersion() -> SemanticVersion? {
        skip(while: Self.isSpace)
        if loose {
            skip { $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "=") || Self.isSpace($0) }
        } else {
            _ = take(UInt8(ascii: "v"))
        }
        guard let major = digits(), take(UInt8(ascii: ".")) else { return nil }
        guard let minor = digits(), take(UInt8(ascii: ".")) else { return nil }
        guard var patch = digits(), let tail = tail(after: &patch) else { return nil }
        skip(while: Self.isSpace)
        guard isAtEnd else { return nil }
        guard let major = number(major), let minor = number(minor), let patch = number(patch) else { return nil }
        return SemanticVersion(
            major: major,
            minor: minor,
            patch: patch,
            prerelease: identifiers(tail.prerelease),
            build: tail.build.map { text($0) } ?? ""
        )
    }

    /// A run of digits; without leading zeros unless loose.
    mutating func digits() -> Range<Int>? {
        let start = offset
        skip(while: Self.isDigit)
        guard offset > start else { return nil }
        if !loose, bytes[start] == UInt8(ascii: "0"), offset > start + 1 {
            offset = start
            return nil
        }
        return start..<offset
    }

    /// What follows the third number, up to the end or a space: pre-release and build metadata.
    ///
    /// Loose reading has one surprise: in `1.2.34.5` the patch is 3 and the pre-release `4.5`, because the last digit
    /// may start a pre-release that has no hyphen. So it is in node-semver, and so it stays.
    mutating func tail(after patch: inout Range<Int>) -> (prerelease: Range<Int>?, build: Range<Int>?)? {
        let start = offset
        if let tail = tail() { return tail }
        guard loose, patch.count > 1 else { return nil }
        offset = start - 1
        guard let tail = tail() else {
            offset = start
            return nil
        }
        patch = patch.lowerBound..<(start - 1)
        return tail
    }

    private mutating func tail() -> (prerelease: Range<Int>?, build: Range<Int>?)? {
        let prerelease = prerelease()
        let build = build()
        guard let byte = next else { return (prerelease, build) }
        return Self.isSpace(byte) ? (prerelease, build) : nil
    }

    private mutating func prerelease() -> Range<Int>? {
        let start = offset
        if take(UInt8(ascii: "-")), let range = dotted(strictNumbers: !loose) { return range }
        offset = start
        // Without the hyphen, or with a hyphen that is itself the identifier.
        if loose, let range = dotted(strictNumbers: false) { return range }
        offset = start
        return nil
    }

    private mutating func build() -> Range<Int>? {
        let start = offset
        if take(UInt8(ascii: "+")), let range = dotted(strictNumbers: false) { return range }
        offset = start
        return nil
    }

    /// Identifiers with dots between; consumes as many as are well formed.
    private mutating func dotted(strictNumbers: Bool) -> Range<Int>? {
        let start = offset
        var end = start
        while true {
            let partStart = offset
            skip(while: Self.isIdentifierByte)
            let part = bytes[partStart..<offset]
            let isLeadingZero = strictNumbers && part.count > 1 && part.first == UInt8(ascii: "0")
            guard !part.isEmpty, !(isLeadingZero && part.allSatisfy(Self.isDigit)) else { break }
            end = offset
            guard take(UInt8(ascii: ".")) else { break }
        }
        offset = end
        return end > start ? start..<end : nil
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The value of digits; `nil` above the limit.
    func number(_ range: Range<Int>) -> UInt64? {
        var value: UInt64 = 0
        for byte in bytes[range] {
            value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
            guard value <= SemanticVersion.numberMax else { return nil }
        }
        return value
    }

    private func identifiers(_ range: Range<Int>?) -> [SemanticVersion.Identifier] {
        guard let range else { return [] }
        return bytes[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { part in
            let text = String(decoding: part, as: UTF8.self)
            guard part.allSatisfy(Self.isDigit), let value = Double(text) else { return .text(text) }
            // JavaScript keeps a number only while it is exact, and else the text as it stood.
            let isExact = value < Double(SemanticVersion.numberMax)
            return .number(value, text: isExact ? "\(UInt64(value))" : text)
        }
    }
}
