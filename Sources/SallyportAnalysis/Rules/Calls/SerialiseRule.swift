import SallyportModel

/// Structures that become text: the whole environment, ready to be sent.
enum SerialiseRule: CallRule {
    static let callees: Meaning = .serialise

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        guard !call.arguments.isDisjoint(with: [.environment, .environmentData]) else { return [] }
        reader.collector.add(.capabilityEnvironment, "serialises the whole environment", at: call.offset, .sensitive)
        return []
    }
}
