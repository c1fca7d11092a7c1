/// The form in files: `docs/formats/surroundings.md`. Names that are not in it are refused, so that a slip of the pen does not
/// pass for an index that says nothing.
extension Surroundings: Codable {
    private static let keys = ["others", "nearby", "first_published", "own", "known"]

    /// Reads the form.
    public init(from decoder: any Decoder) throws {
        let fields = try NamedFields(decoder, known: ReleaseStatement.keys + Self.keys)
        self.init(
            release: try ReleaseStatement(fields),
            others: try fields.optional("others") ?? [],
            nearby: try fields.optional("nearby") ?? [],
            dependencies: try fields.optional("first_published") ?? [:],
            ownNames: try fields.optional("own") ?? [],
            knownNames: try fields.optional("known") ?? []
        )
    }

    /// Writes the form, without what is empty.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try release.encode(into: &container)
        try container.encodeFilled(others, "others")
        try container.encodeFilled(nearby, "nearby")
        if !dependencies.isEmpty { try container.encode(dependencies, forKey: FieldName("first_published")) }
        try container.encodeFilled(ownNames, "own")
        try container.encodeFilled(knownNames, "known")
    }
}

extension ReleaseStatement: Codable {
    static let keys = [
        "version", "published", "publisher", "maintainers", "provenance", "withdrawn", "unpacked_size", "dependencies",
    ]

    /// Reads the form.
    public init(from decoder: any Decoder) throws {
        self = try ReleaseStatement(NamedFields(decoder, known: Self.keys))
    }

    init(_ fields: NamedFields) throws {
        self.init(
            version: try fields.optional("version"),
            publishedAt: try fields.optional("published"),
            publisher: try fields.optional("publisher"),
            maintainers: try fields.optional("maintainers"),
            provenance: try fields.optional("provenance", as: StatedProvenance.self)?.value,
            isWithdrawn: try fields.optional("withdrawn") ?? false,
            unpackedBytes: try fields.optional("unpacked_size"),
            dependencies: try fields.optional("dependencies")
        )
    }

    /// Writes the form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try encode(into: &container)
    }

    func encode(into container: inout KeyedEncodingContainer<FieldName>) throws {
        try container.encodeIfPresent(version, forKey: FieldName("version"))
        try container.encodeIfPresent(publishedAt, forKey: FieldName("published"))
        try container.encodeIfPresent(publisher, forKey: FieldName("publisher"))
        try container.encodeIfPresent(maintainers, forKey: FieldName("maintainers"))
        try container.encodeIfPresent(provenance.map { StatedProvenance(value: $0) }, forKey: FieldName("provenance"))
        if isWithdrawn { try container.encode(true, forKey: FieldName("withdrawn")) }
        try container.encodeIfPresent(unpackedBytes, forKey: FieldName("unpacked_size"))
        try container.encodeIfPresent(dependencies, forKey: FieldName("dependencies"))
    }
}

extension Publisher: Codable {
    /// Reads a name alone, or the members `name`, `email`, `workflow`.
    public init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(name: name)
            return
        }
        let fields = try NamedFields(decoder, known: ["name", "email", "workflow"])
        self.init(
            name: try fields.required("name"),
            email: try fields.optional("email"),
            isWorkflow: try fields.optional("workflow") ?? false
        )
    }

    /// Writes the members.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try container.encode(name, forKey: FieldName("name"))
        try container.encodeIfPresent(email, forKey: FieldName("email"))
        if isWorkflow { try container.encode(true, forKey: FieldName("workflow")) }
    }
}

extension NearbyRelease: Codable {
    /// Reads the members `name`, `version`, `published`.
    public init(from decoder: any Decoder) throws {
        let fields = try NamedFields(decoder, known: ["name", "version", "published"])
        self.init(
            name: try fields.required("name"),
            version: try fields.required("version"),
            publishedAt: try fields.required("published")
        )
    }

    /// Writes the members.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        try container.encode(name, forKey: FieldName("name"))
        try container.encode(version, forKey: FieldName("version"))
        try container.encode(publishedAt, forKey: FieldName("published"))
    }
}

/// `true`, `false`, or the members `repository` and `workflow`.
private struct StatedProvenance: Codable {
    let value: Provenance?

    init(value: Provenance) {
        self.value = value
    }

    init(from decoder: any Decoder) throws {
        if let isThere = try? decoder.singleValueContainer().decode(Bool.self) {
            value = isThere ? Provenance() : nil
            return
        }
        let fields = try NamedFields(decoder, known: ["repository", "workflow"])
        value = Provenance(
            repository: try fields.optional("repository"),
            workflow: try fields.optional("workflow")
        )
    }

    func encode(to encoder: any Encoder) throws {
        guard let value, value != Provenance() else {
            var container = encoder.singleValueContainer()
            return try container.encode(value != nil)
        }
        var container = encoder.container(keyedBy: FieldName.self)
        try container.encodeIfPresent(value.repository, forKey: FieldName("repository"))
        try container.encodeIfPresent(value.workflow, forKey: FieldName("workflow"))
    }
}
