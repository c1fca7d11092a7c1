import SallyportModel

/// The loader of modules is replaced, or what every request of the program says is listened to.
///
/// Tracing tools and compatibility layers do so; in a source that asks the network itself it is how a thief is given what
/// others are called with. So it is stated at the end, of a source that does both.
enum LoaderRule {
    private static let replaced = WordSet("_load", "_resolveFilename", "require")
    private static let holders = WordSet("Module", "prototype", "_extensions")

    /// `Module._load = …`, `Module.prototype.require = …`
    static func look(assignmentAt index: Int, _ stream: LexemeStream, _ reader: inout FlowReader) {
        guard stream.kind(at: index - 2) == .dot, stream.isWord(replaced, at: index - 1),
            stream.isWord(holders, at: index - 3)
        else { return }
        reader.watchesOthers = Int(stream.lexemes[index - 1].start)
    }

    private static let path = WordSet("meta_path")
    private static let puts = WordSet("insert", "append")

    /// `sys.meta_path.insert(0, finder)`
    static func look(at call: Call, _ reader: inout FlowReader, _ stream: LexemeStream) {
        guard reader.language == .python, stream.isWord(puts, at: call.open - 1),
            stream.kind(at: call.open - 2) == .dot,
            stream.isWord(path, at: call.open - 3)
        else { return }
        reader.watchesOthers = call.offset
    }

    private static let subscribes = WordSet("subscribe")
    private static let channels: Set<String> = [
        "http.client.request.start", "http.client.request.created", "http.client.response.finish",
        "undici:request:create", "undici:client:sendHeaders", "undici:request:bodySent",
    ]

    /// `subscribe("http.client.request.start", listener)`
    static func look(
        atSubscription call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard stream.isWord(subscribes, at: call.open - 1), let name = call.literal(0, stream, source),
            channels.contains(String(decoding: name, as: UTF8.self))
        else { return }
        reader.watchesOthers = call.offset
    }
}
