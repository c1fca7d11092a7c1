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
        if reader.language == .javaScript, reader.readPaths.count < FlowReader.readPathsMax,
            let path = call.argument(0, stream)
        {
            let text = ArgumentText.read(path, reader.language, stream, source)
            if !text.isEmpty, text.utf8.count <= 256, !text.contains(" ") { reader.readPaths.insert(text) }
        }
        guard call.callee.contains(.open), isForWriting(call, stream, source) else {
            noteSource(call, &reader, stream, source)
            if call.slot(0).union(call.callee).contains(.secret) {
                reader.startup.note(.secret, in: reader.top.body, at: call.offset)
            }
            return []
        }
        DesktopRule.look(atWrite: call, &reader)
        if let path = call.argument(0, stream) {
            reader.markNames(in: path, .openedPath, stream)
            WriteFileRule.notePath(path, at: call.offset, &reader, stream, source)
        }
        WriteFileRule.keepConstant(call, &reader, stream, source)
        if call.slot(0).union(call.callee).contains(.planted) { WriteFileRule.notePlant(call.offset, &reader) }
        return .openedFile
    }

    /// A module that is read as a file, in a source that makes code of values, may be what it runs:
    /// `exec(open("sample/version.py").read())`.
    private static func noteSource(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard reader.language == .python, stream.interest.contains(.evaluate) else { return }
        guard let range = call.argument(0, stream) else { return }
        let text = ArgumentText.read(range, .python, stream, source)
        // What stands before is the folder of the file that reads, as far as anyone can tell.
        let path = (text.split(separator: "\u{1}").last ?? "").drop { $0 == "/" }
        if path.hasSuffix(".py") { reader.collector.add(Reference(.path, String(path), as: .python)) }
    }

    private static let modeLetters = Array("rwaxbt+U".utf8)

    private static func isForWriting(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        for index in call.inside where stream.kind(at: index) == .string && stream.byteCount(at: index) <= 4 {
            let mode = stream.bytes(at: index, in: source)
            if !mode.isEmpty, mode.allSatisfy({ modeLetters.contains($0) }) {
                return mode.contains { $0 != UInt8(ascii: "r") && $0 != UInt8(ascii: "b") && $0 != UInt8(ascii: "t") }
            }
        }
        return false
    }
}
