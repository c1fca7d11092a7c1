/// `getattr(module, "name")`, which is `module.name`.
enum AttributeRule: CallRule {
    static let callees: Meaning = .attribute

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        guard let name = call.literal(1, stream, source) else { return unknown(call.slot(0)) }
        let position = reader.vocabulary.position(hash: NameHash.of(name), length: name.count)
        let meaning = Members.member(reader.vocabulary[position], of: call.slot(0), after: Vocabulary.Entry())
        let gained = meaning.subtracting(call.slot(0))
        ComputedNameRule.look(at: name, call.origin(1, stream), gained, at: call.offset, &reader)
        return meaning
    }

    /// Some member of a module, by a name that is computed.
    private static func unknown(_ module: Meaning) -> Meaning {
        var result: Meaning = []
        if module.contains(.processModule) { result.insert(.spawn) }
        if module.contains(.globalObject) { result.insert(.globalObject) }
        return result
    }
}
