import SallyportModel

/// Native code that is loaded into the process.
enum NativeRule: CallRule {
    static let callees: Meaning = [.loadNative, .nativeModule]

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let name = call.literal(0, stream, source).map { String(decoding: $0, as: UTF8.self) } ?? "a library"
        reader.collector.add(.capabilityNativeLoading, Excerpt.detail("loads \(name)"), at: call.offset, .use)
        if call.arguments.contains(.writtenPath) {
            reader.collector.add(.chainDownloadExecute, "loads a library that was fetched", at: call.offset, .flow)
        }
        return []
    }
}
