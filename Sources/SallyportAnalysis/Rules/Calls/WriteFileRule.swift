import SallyportModel

/// Files that are written: where to, and whether it was fetched.
enum WriteFileRule: CallRule {
    static let callees: Meaning = .write

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        // `path.write_text(content)` has no argument that names the file.
        let isStream = call.word.spelling == "createWriteStream"
        let isFetched = call.arguments.contains(.fetched)
        if let path = call.argument(0, stream) {
            if isStream { reader.markNames(in: path, .openedPath, stream) }
            if isFetched, !call.slot(0).contains(.fetched) { reader.markNames(in: path, .writtenPath, stream) }
            notePath(path, at: call.offset, &reader, stream, source)
        }
        let target = copies.contains(call.word.spelling) ? call.slot(1) : call.callee.union(call.slot(0))
        if target.contains(.planted) { notePlant(call.offset, &reader) }
        if isStream || isFetched { keepConstant(call, &reader, stream, source) }
        WrittenCode.note(call, 1, &reader, stream, source)
        DesktopRule.look(atWrite: call, &reader)
        if isFetched, call.literal(0, stream, source) != nil { reader.writesFetched = true }
        DestructiveRule.look(atWrite: call, &reader, stream, source)
        return isStream ? .openedFile : []
    }

    /// What writes where its second argument says.
    private static let copies: Set<String> = [
        "copy", "copyfile", "copy2", "move", "copytree", "copyFile", "copyFileSync", "cp", "cpSync", "symlink",
        "symlinkSync", "mv", "ln_s", "install", "cp_r",
    ]

    /// Remembers the constant path of a file that is written: what starts it may be another constant.
    static func keepConstant(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard let path = call.literal(0, stream, source), path.count >= 4 else { return }
        reader.keepWritten(String(decoding: path, as: UTF8.self), at: call.offset)
    }

    /// States that something is written where another program runs it.
    static func notePlant(_ offset: Int, _ reader: inout FlowReader) {
        reader.startup.note(.plant, in: reader.top.body, at: offset)
        let detail = "writes where another program runs what it finds"
        reader.collector.add(.capabilityPersistence, detail, at: offset, .sensitive)
        reader.chain(.chainPlant, detail, at: offset, of: .planted, .sensitive)
    }

    /// States a write to a place outside the package, as far as the constants of the path say so.
    static func notePath(
        _ path: Range<Int>,
        at offset: Int,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        let text = ArgumentText.read(path, reader.language, stream, source)
        if let place = OutsidePaths.match(text) {
            reader.collector.add(.capabilityWriteOutside, Excerpt.detail("writes \(place)"), at: offset, .use)
            return
        }
        if path.prefix(16).contains(where: { stream.isWord(homes, at: $0) }) {
            reader.collector.add(.capabilityWriteOutside, "writes below the home folder", at: offset, .use)
        }
    }

    private static let homes = WordSet("homedir", "expanduser")
}

extension FlowReader {
    /// Paths of files that are written which are kept.
    private static let writtenConstantsMax = 1024

    /// Remembers the constant path of a file that something fetched may be in.
    mutating func keepWritten(_ path: String, at offset: Int) {
        guard writtenConstants.count < Self.writtenConstantsMax || writtenConstants.contains(path) else {
            return collector.leaveOut("too-many-paths", at: offset)
        }
        writtenConstants.insert(path)
    }
}
