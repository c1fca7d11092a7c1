import SallyportModel

/// The parameters of a query, in order (WHATWG URL, application/x-www-form-urlencoded).
struct QueryString {
    /// Longest query that is looked at, in bytes; what is longer counts as empty.
    static let bytesMax = 4_096

    private let parameters: [(name: String, value: String, raw: Substring)]

    init(_ query: String) {
        guard query.utf8.count <= Self.bytesMax else {
            parameters = []
            return
        }
        parameters = query.split(separator: "&").compactMap { part in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(sides[0]), let value = Self.decode(sides.count > 1 ? sides[1] : "") else {
                return nil
            }
            return (name, value, part)
        }
    }

    /// Every value of a parameter, decoded.
    func values(_ name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    /// Whether a parameter is given with any value that is not plainly a no.
    func isTrue(_ name: String) -> Bool {
        parameters.contains { $0.name == name && $0.value != "false" && $0.value != "0" }
    }

    /// The parameters of these names alone, as they were written.
    func kept(_ names: [String]) -> String {
        parameters.filter { names.contains($0.name) }.map { String($0.raw) }.joined(separator: "&")
    }

    private static func decode(_ text: Substring) -> String? {
        PercentEncoding.decode(String(text.map { $0 == "+" ? " " : $0 }))
    }
}
