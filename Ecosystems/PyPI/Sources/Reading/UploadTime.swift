import SallyportModel

/// The time at which a file was uploaded (PEP 700): an instant for the gate, and its text for lock files.
struct UploadTime: Hashable, Sendable {
    let instant: Instant
    /// As published when it is in the form that the specification asks for, else in that form with whole seconds.
    let text: String

    init?(_ published: String) {
        guard let instant = Instant(published) else { return nil }
        self.instant = instant
        text = Self.isNormal(published) ? published : instant.description
    }

    /// `yyyy-mm-ddThh:mm:ss`, up to six more digits behind a point, and `Z`.
    private static func isNormal(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let pattern = Array("0000-00-00T00:00:00".utf8)
        guard bytes.count > pattern.count, bytes.last == UInt8(ascii: "Z") else { return false }
        for (byte, wanted) in zip(bytes, pattern) {
            guard wanted == UInt8(ascii: "0") ? isDigit(byte) : byte == wanted else { return false }
        }
        let fraction = bytes[pattern.count..<(bytes.count - 1)]
        guard let point = fraction.first else { return true }
        return point == UInt8(ascii: ".") && (2...7).contains(fraction.count)
            && fraction.dropFirst().allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
