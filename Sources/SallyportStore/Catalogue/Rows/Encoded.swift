import FoundationEssentials

/// A value as JSON with sorted keys, so that the same value is always the same bytes.
struct Encoded: Hashable, Sendable {
    let data: Data

    init(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        data = try encoder.encode(value)
    }

    /// Reads what was encoded; anything else is damage.
    static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw StoreError(.damaged, "A stored \(type) can't be read: \(error).")
        }
    }
}
