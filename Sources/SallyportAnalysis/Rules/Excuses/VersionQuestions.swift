/// A program that is only asked for its version, as installers do to see whether what they got runs at all.
enum VersionQuestions {
    /// Lists of one source that are remembered.
    private static let countMax = 256

    /// `words.push("--version")`
    static func note(
        _ call: Call,
        _ root: UInt32,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard call.word.role.contains(.gathers), root != 0, call.inside.count == 1,
            call.hasString(FetchedFiles.honestArguments, stream, source), reader.questions.count < countMax
        else { return }
        reader.questions.insert(root)
    }

    /// Whether a start has such a word, or a list to which one was added.
    static func isAsked(
        by call: Call,
        _ reader: FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Bool {
        if call.hasString(FetchedFiles.honestArguments, stream, source) { return true }
        return call.inside.contains { index in
            stream.kind(at: index) == .name && stream.kind(at: index - 1) != .dot
                && reader.questions.contains(stream.lexemes[index].identity)
        }
    }
}
