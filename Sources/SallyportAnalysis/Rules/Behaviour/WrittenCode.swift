import SallyportModel

/// Code that stands in a string, is written into a file, and is started from there.
enum WrittenCode {
    /// Texts of one source that are kept, and bytes of one.
    private static let countMax = 8
    private static let bytesMax = 256 << 10
    private static let words = ["import ", "require(", "exec(", "eval(", "subprocess", "curl ", "wget ", "powershell"]

    /// Remembers a constant that is written and reads as code.
    static func note(
        _ call: Call,
        _ position: Int,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard reader.writtenCode.count < countMax, let range = call.argument(position, stream), range.count == 1,
            let piece = stream.constant(at: range.lowerBound)
        else { return }
        let count = stream.byteCount(of: piece)
        guard count >= 24, count <= bytesMax else { return }
        let text = stream.bytes(of: piece, in: source)
        let shown = String(decoding: text.prefix(4096), as: UTF8.self)
        guard words.contains(where: { shown.contains($0) }) else { return }
        guard !reader.writtenCode.contains(where: { $0.offset == call.offset }) else { return }
        reader.writtenCode.append((text, call.offset))
        if let path = call.argument(0, stream), position == 1 { reader.markNames(in: path, .openedPath, stream) }
    }

    /// A process is started with the path of a file that is written here: the code in it runs.
    static func start(_ call: Call, _ reader: inout FlowReader) {
        guard call.arguments.contains(.openedPath) else { return }
        for (text, offset) in reader.writtenCode {
            reader.collector.addInline(text, as: reader.language, at: offset, isHidden: false)
        }
    }
}

/// Files that are left on the user's desktop.
enum DesktopRule {
    static func look(atWrite call: Call, _ reader: inout FlowReader) {
        guard call.slot(0).union(call.callee).contains(.desktop) else { return }
        let detail = "leaves a file on the user's desktop"
        reader.collector.add(.capabilityDestructive, detail, at: call.offset, .sensitive)
    }
}
