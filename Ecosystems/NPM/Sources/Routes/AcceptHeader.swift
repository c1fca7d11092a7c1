import SallyportEcosystem

/// Which form of a packument a client wants (RFC 9110, section 12.5.1).
struct AcceptHeader {
    /// The media type of an abbreviated packument.
    static let abbreviatedType = "application/vnd.npm.install-v1+json"
    /// Longest field that is looked at, in bytes; a longer one asks for the full form.
    static let bytesMax = 4_096

    /// Whether the abbreviated form is named and weighs at least as much as the full one. A wildcard alone means the
    /// full form: that is what npm's own registry answers.
    let prefersAbbreviated: Bool

    init(_ request: ClientRequest) {
        var abbreviated: Int?
        var full: [Int?] = [nil, nil, nil]
        let fields = request.headers.lazy.filter { $0.name == "accept" && $0.value.utf8.count <= Self.bytesMax }
        for range in fields.flatMap({ $0.value.split(separator: ",") }) {
            let parts = range.split(separator: ";").map { Self.trimmed($0) }
            let weight = Self.weight(parts.dropFirst())
            switch parts.first?.lowercased() {
            case Self.abbreviatedType: abbreviated = weight
            case "application/json": full[0] = weight
            case "application/*": full[1] = weight
            case "*/*": full[2] = weight
            default: break
            }
        }
        let weightOfFull = full.compactMap { $0 }.first ?? 0
        prefersAbbreviated = abbreviated.map { $0 > 0 && $0 >= weightOfFull } ?? false
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let spaces: [Character] = [" ", "\t"]
        var text = text.drop { spaces.contains($0) }
        while let last = text.last, spaces.contains(last) { text.removeLast() }
        return text
    }

    /// The `q` parameter in thousandths: 1,000 when absent, 0 when it is no weight.
    private static func weight(_ parameters: ArraySlice<Substring>) -> Int {
        guard let parameter = parameters.first(where: { $0.hasPrefix("q=") || $0.hasPrefix("Q=") }) else {
            return 1_000
        }
        let sides = parameter.dropFirst(2).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = sides.first, whole == "0" || whole == "1" else { return 0 }
        let digits = sides.count > 1 ? sides[1] : ""
        guard digits.utf8.count <= 3, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return 0 }
        let fraction = Int(digits + String(repeating: "0", count: 3 - digits.utf8.count)) ?? 0
        return whole == "1" ? 1_000 : fraction
    }
}
