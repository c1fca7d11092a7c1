/// A value of a TOML document.
public indirect enum TOMLValue: Sendable, Equatable {
    /// A string of any of the four kinds, decoded.
    case string(String)
    /// `true` or `false`
    case bool(Bool)
    /// A number, a date or a time, as written.
    case literal(String)
    /// An array, also of tables.
    case array([TOMLValue])
    /// A table: its members in the order in which they appear.
    case table([TOMLMember])

    /// The text when this is a string.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The elements when this is an array of strings and nothing else.
    public var strings: [String]? {
        guard case .array(let elements) = self else { return nil }
        let texts = elements.compactMap(\.string)
        return texts.count == elements.count ? texts : nil
    }

    /// The value of a member when this is a table.
    public subscript(_ key: String) -> TOMLValue? {
        guard case .table(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

/// One member of a TOML table.
public struct TOMLMember: Sendable, Equatable {
    /// The key, decoded.
    public let key: String
    /// The value.
    public let value: TOMLValue

    /// A member of a key and a value.
    public init(key: String, value: TOMLValue) {
        self.key = key
        self.value = value
    }
}
