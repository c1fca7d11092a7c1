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
        if reader.language == .javaScript, let inner = inner(name) {
            reader.collector.add(.capabilityProcess, Excerpt.detail("reaches \(name)"), at: call.offset, .use)
            return inner
        }
        if let range = call.argument(0, stream) {
            let path = ArgumentText.read(range, reader.language, stream, source)
            CommandTargets.addPath(path, nil, in: "", &reader.collector)
        }
        let isWritten = call.arguments.contains(.openedPath) && reader.writesFetched
        if isWritten || call.arguments.contains(.writtenPath) {
            let detail = "loads a library that was fetched"
            reader.chain(.chainDownloadExecute, detail, at: call.offset, of: .writtenPath)
        }
        return []
    }

    /// What an inner part of the runtime is: `process.binding("spawn_sync")`.
    private static func inner(_ name: String) -> Meaning? {
        switch name {
        case "spawn_sync", "process_wrap": .processModule
        case "tcp_wrap", "udp_wrap", "cares_wrap": .networkModule
        default: nil
        }
    }
}
