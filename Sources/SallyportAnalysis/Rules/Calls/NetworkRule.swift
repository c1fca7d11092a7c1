import SallyportModel

/// The network: what is asked, and whether a credential or the whole environment goes with it.
enum NetworkRule: CallRule {
    static let callees: Meaning = [.connect, .send, .networkLibrary]

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let isUse = !call.callee.isDisjoint(with: [.connect, .networkLibrary])
        if isUse {
            let detail = "\(call.word.spelling) \(address(call, stream, source))"
            reader.collector.add(.capabilityNetwork, Excerpt.detail(detail), at: call.offset, .use)
        }
        if !call.arguments.isDisjoint(with: [.environment, .environmentData, .secret]) {
            let what = call.arguments.contains(.secret) ? "a file of credentials" : "the whole environment"
            reader.collector.add(.chainExfiltration, "sends \(what)", at: call.offset, .flow)
        } else if call.arguments.contains(.variable) {
            // Lighter, because this is how a client logs in: it counts in code that only an installation runs.
            reader.collector.add(.chainTokenUse, "sends a credential variable", at: call.offset, .sensitive)
        }
        if call.word.spelling == "urlretrieve", let path = call.argument(1, stream) {
            reader.markNames(in: path, .writtenPath, stream)
        }
        var result: Meaning = isUse ? [.fetched, .connection] : []
        if call.callee.contains(.networkLibrary) { result.insert(.networkLibrary) }
        return result
    }

    /// The first constant that looks like an address.
    private static func address(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> String {
        for index in call.inside.prefix(48) where stream.kind(at: index) == .string {
            let text = stream.text(at: index, in: source)
            if text.contains("://") || text.contains(".") { return text }
        }
        return ""
    }
}
