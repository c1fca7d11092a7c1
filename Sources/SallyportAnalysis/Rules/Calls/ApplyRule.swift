/// `Reflect.apply(function, self, [arguments])`, which is `function(arguments)`, and `Reflect.get(value, "name")`.
enum ApplyRule: CallRule {
    static let callees: Meaning = .applies

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        guard !call.slot(0).isDisjoint(with: CallCatalogue.callees), !call.slot(0).contains(.applies),
            let function = call.argument(0, stream)
        else { return [] }
        // The last argument is the list; what stands in its brackets are the arguments.
        let isConstruction = call.word.spelling == "construct"
        guard let list = call.argument(isConstruction ? 1 : 2, stream),
            stream.kind(at: list.lowerBound) == .openBracket,
            stream.kind(at: list.upperBound - 1) == .closeBracket
        else { return [] }
        let word = function.last { stream.kind(at: $0) == .name }
        let values = call.slot(isConstruction ? 1 : 2)
        let inner = Call(
            callee: call.slot(0),
            word: word.map { reader.vocabulary[stream.lexemes[$0].entry] } ?? Vocabulary.Entry(),
            identity: 0,
            open: list.lowerBound,
            close: list.upperBound - 1,
            arguments: values,
            slots: (values, values, values, values),
            offset: call.offset
        )
        return CallCatalogue.apply(inner, &reader, stream, source)
    }
}
