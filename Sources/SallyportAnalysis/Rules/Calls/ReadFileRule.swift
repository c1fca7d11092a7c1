import SallyportModel

/// Files that are read: the content of a credential file is a credential.
enum ReadFileRule: CallRule {
    static let callees: Meaning = [.read, .open]

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        guard call.callee.contains(.open), isForWriting(call, stream, source) else { return [] }
        if let path = call.argument(0, stream) {
            reader.markNames(in: path, .openedPath, stream)
            WriteFileRule.notePath(path, at: call.offset, &reader, stream, source)
        }
        return .openedFile
    }

    private static func isForWriting(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        for index in call.inside where stream.kind(at: index) == .string && stream.byteCount(at: index) <= 4 {
            let mode = stream.bytes(at: index, in: source)
            let letters = Set("rwaxbt+U".utf8)
            if !mode.isEmpty, mode.allSatisfy({ letters.contains($0) }) {
                return mode.contains { $0 != UInt8(ascii: "r") && $0 != UInt8(ascii: "b") && $0 != UInt8(ascii: "t") }
            }
        }
        return false
    }
}
