/// The members of an object that is read strictly: a name that nobody knows is an error.
struct NamedFields {
    private let container: KeyedDecodingContainer<FieldName>

    init(_ decoder: any Decoder, known: [String]) throws {
        container = try decoder.container(keyedBy: FieldName.self)
        guard let unknown = container.allKeys.map(\.stringValue).filter({ !known.contains($0) }).min() else { return }
        throw DecodingError.dataCorrupted(
            DecodingError.Context(
                codingPath: container.codingPath,
                debugDescription: "`\(unknown)` is none of \(known.joined(separator: ", "))."
            )
        )
    }

    func optional<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value? {
        try container.decodeIfPresent(type, forKey: FieldName(name))
    }

    func required<Value: Decodable>(_ name: String) throws -> Value {
        try container.decode(Value.self, forKey: FieldName(name))
    }
}

/// The name of a member.
struct FieldName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) {
        stringValue = name
    }

    init?(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
}

extension KeyedEncodingContainer<FieldName> {
    mutating func encodeFilled(_ values: [some Encodable], _ name: String) throws {
        if !values.isEmpty { try encode(values, forKey: FieldName(name)) }
    }
}
