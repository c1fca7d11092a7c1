import SallyportModel

/// Objects that are made of text, which calls what it names while it is read: `pickle.loads(body)`.
enum RevivalRule {
    private static let revivers = WordSet("pickle", "cPickle", "_pickle", "dill", "cloudpickle", "jsonpickle")

    static func look(at call: Call, _ reader: inout FlowReader, _ stream: LexemeStream) {
        guard stream.kind(at: call.open - 2) == .dot, stream.isWord(revivers, at: call.open - 3) else { return }
        if call.arguments.contains(.request) {
            reader.chain(.chainBackdoor, "unpickles \(RequestNames.brought)", at: call.offset, of: .request)
        }
        if call.arguments.contains(.fetched) {
            reader.chain(.chainDownloadExecute, "unpickles what was fetched", at: call.offset, of: .fetched, .sensitive)
        }
    }
}
