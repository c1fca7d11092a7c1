/// Variables of the environment that are asked for by a call: `os.getenv("X")`, `os.environ.get("X")`.
enum VariableRule: CallRule {
    static let callees: Meaning = .readVariable

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        guard let name = call.literal(0, stream, source) else { return [] }
        let text = String(decoding: name, as: UTF8.self)
        reader.readVariable(named: text, at: call.offset)
        return CredentialNames.isCredential(text) ? .variable : []
    }
}
