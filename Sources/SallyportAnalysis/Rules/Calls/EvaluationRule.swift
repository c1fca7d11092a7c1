import SallyportModel

/// Code made of values: `eval`, `Function`, `vm`, `exec`, `module._compile`.
enum EvaluationRule: CallRule {
    static let callees: Meaning = .evaluate

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let word = call.word.spelling.isEmpty ? "a code constructor" : call.word.spelling
        // Of what `repr` writes of a value, `eval` makes the value again.
        if RepresentedValue.isWhole(call, &reader, stream) { return [] }
        let values = call.arguments.union(call.callee.intersection([.decoded, .fetched, .writtenPath]))
        // A name may hold more than the constant that it began with.
        if call.isConstant(stream), values.isDisjoint(with: [.fetched, .writtenPath, .request]) {
            readConstants(call, &reader, stream, source)
            if values.contains(.decoded) {
                reader.chain(.chainDecodeExecute, "\(word) of what was decoded", at: call.offset, of: .decoded)
            }
            if !call.inside.isEmpty {
                reader.collector.add(.capabilityDynamicCode, "\(word) of a constant", at: call.offset, .means)
            }
            return []
        }
        reader.collector.add(.capabilityDynamicCode, "\(word) of a value", at: call.offset, .use)
        if reader.language == .python { noteSources(call, &reader, stream, source) }
        if !values.isDisjoint(with: [.fetched, .writtenPath]) {
            reader.chain(.chainDownloadExecute, "\(word) of what was fetched", at: call.offset, of: .fetched)
        }
        if values.contains(.decoded) {
            reader.chain(.chainDecodeExecute, "\(word) of what was decoded", at: call.offset, of: .decoded)
        }
        noteOwnData(call, word, &reader)
        LinkRule.note(sink: call, evaluates: true, isFixed: false, &reader)
        if call.arguments.contains(.request) {
            reader.chain(.chainBackdoor, "\(word) of \(RequestNames.brought)", at: call.offset, of: .request)
        }
        if call.isCut(stream) {
            reader.collector.leaveOut("arguments-too-long", at: call.offset)
            readConstants(call, &reader, stream, source)
        }
        return []
    }

    /// The text of a file that is no code, out of the package's own folder.
    private static func noteOwnData(_ call: Call, _ word: String, _ reader: inout FlowReader) {
        let isText = call.slot(0).contains(.ownData) || (word == "Function" && call.arguments.contains(.ownData))
        let isMade = call.callee.contains([.ownFolder, .dataName])
        guard isText || isMade else { return }
        let detail = "\(word) of what stands in a file that is no code"
        reader.chain(.chainDecodeExecute, detail, at: call.offset, of: .dataName)
    }

    /// Modules that the arguments name by their path.
    private static func noteSources(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        for index in call.inside where stream.kind(at: index) == .string && stream.byteCount(at: index) <= 1024 {
            let path = stream.text(at: index, in: source)
            if path.hasSuffix(".py") { reader.collector.add(Reference(.path, path, as: .python)) }
        }
    }

    /// What is evaluated as a constant is code of this file.
    private static func readConstants(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        for index in call.inside {
            guard let piece = stream.constant(at: index), stream.byteCount(of: piece) >= 8,
                reader.evaluatedConstants.insert(piece.valueKey).inserted
            else { continue }
            let text = stream.bytes(of: piece, in: source)
            let isHidden = !piece.flags.isDisjoint(with: [.computed, .decoded])
            reader.collector.addInline(text, as: reader.language, at: call.offset, isHidden: isHidden)
        }
    }
}
