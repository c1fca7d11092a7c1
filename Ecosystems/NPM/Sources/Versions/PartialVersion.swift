/// A version of which parts may be left open: `1`, `1.2.x`, `v1.2.*-beta`.
struct PartialVersion {
    /// One number, kept as it was written until it is used.
    struct Number: CustomStringConvertible {
        let text: String

        var description: String { text }

        /// Only the plain spelling counts: so node-semver compares it.
        var isZero: Bool { text == "0" }

        /// The number above; above the limit the first number that no version may have, so that the range is refused.
        var successor: String {
            let value = min(UInt64(text) ?? .max, SemanticVersion.numberMax)
            return "\(value + 1)"
        }
    }

    /// The text, with its prefix of `v` and `=`.
    let text: String
    /// The numbers; `nil` where they are open. When one is open, the next is not looked at.
    let major: Number?
    let minor: Number?
    let patch: Number?
    /// The pre-release without its hyphen.
    let prerelease: String?

    /// Takes the whole text or nothing.
    init?(_ slice: ArraySlice<UInt8>, loose: Bool) {
        var scanner = VersionScanner(Array(slice), loose: loose)
        scanner.skip { $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "=") || VersionScanner.isSpace($0) }
        guard let first = Self.part(&scanner) else { return nil }
        var parts: [Range<Int>?] = [first.range]
        var prerelease: Range<Int>?
        while parts.count < 3, scanner.take(UInt8(ascii: ".")) {
            guard let part = Self.part(&scanner) else { return nil }
            parts.append(part.range)
            guard parts.count == 3 else { continue }
            var patch = part.range ?? scanner.offset..<scanner.offset
            guard let tail = scanner.tail(after: &patch) else { return nil }
            prerelease = tail.prerelease
            if part.range != nil { parts[2] = patch }
        }
        guard scanner.isAtEnd else { return nil }
        let numbers = parts.map { range in range.map { Number(text: scanner.text($0)) } }
        text = String(decoding: slice, as: UTF8.self)
        major = numbers[0]
        minor = major == nil || numbers.count < 2 ? nil : numbers[1]
        patch = minor == nil || numbers.count < 3 ? nil : numbers[2]
        self.prerelease = prerelease.map { scanner.text($0) }
    }

    /// A number, or an `x` that leaves it open (`nil` inside).
    private static func part(_ scanner: inout VersionScanner) -> (range: Range<Int>?, Void)? {
        if let byte = scanner.next, byte | 0x20 == UInt8(ascii: "x") || byte == UInt8(ascii: "*") {
            scanner.offset += 1
            return (nil, ())
        }
        return scanner.digits().map { ($0, ()) }
    }
}
