import SallyportModel

/// `require`, `require_relative`, `load` and `autoload`: what a source of Ruby loads.
enum RubyLoading {
    private static let loaders = WordSet("Kernel", "Object", "self", "Bundler", "main", "Module")

    /// States what a call loads. Ruby binds no name by it: what it brings are constants.
    static func loads(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        // `JSON.load`, `@serializer.load`: what reads a text is no loader of files.
        if stream.kind(at: call.open - 2) == .dot, !stream.isWord(loaders, at: call.open - 3) { return [] }
        let position = call.word.spelling == "autoload" ? 1 : 0
        if let name = call.literal(position, stream, source) {
            note(String(decoding: name, as: UTF8.self), by: call.word.spelling, at: call.offset, &reader)
            return []
        }
        if !call.slot(0).isDisjoint(with: [.writtenPath, .fetched]) {
            reader.chain(
                .chainDownloadExecute,
                "loads what was fetched",
                at: call.offset,
                of: [.fetched, .writtenPath]
            )
        }
        guard let range = call.argument(position, stream) else { return [] }
        let text = ArgumentText.read(range, .ruby, stream, source)
        // `File.expand_path("../x", __FILE__)` and `File.join(__dir__, "x")` lie beside the file.
        let path = text.split(separator: "\u{1}").max { $0.utf8.count < $1.utf8.count }.map { String($0) } ?? ""
        let bare = path.drop { $0 == "/" }
        if !bare.isEmpty {
            let isParent = text.hasSuffix("\u{1}") && bare.hasPrefix("../")
            let relative = isParent ? String(bare.dropFirst(3)) : String(bare)
            let trimmed = withoutFolder(relative)
            let name = trimmed.hasPrefix(".") ? trimmed : "./" + trimmed
            // A pattern stands for every file that it fits.
            reader.collector.add(Reference(name.contains("*") ? .path : .module, name, as: .ruby))
        } else if call.slot(0).contains(.decoded) {
            reader.collector.add(.capabilityDynamicCode, "loads a module by a computed name", at: call.offset, .means)
            let detail = "loads a file by a name that is decoded"
            reader.chain(.chainDecodeExecute, detail, at: call.offset, of: .decoded)
        }
        return []
    }

    /// `x` of `expand_path("x", __dir__)`, which reads as `x/.` here.
    private static func withoutFolder(_ path: String) -> String {
        if path.hasSuffix("/.") { return String(path.dropLast(2)) }
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The string at a position, when it is what a call loads.
    static func note(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>, _ reader: inout FlowReader) {
        var open = index - 1
        // `autoload :Name, "path"`
        if stream.kind(at: open) == .comma, stream.kind(at: open - 1) == .string { open -= 2 }
        guard stream.kind(at: open) == .openParenthesis, stream.kind(at: open - 1) == .name else { return }
        let word = reader.vocabulary[stream.lexemes[open - 1].entry]
        guard word.global.contains(.require), (word.spelling == "autoload") == (open != index - 1) else { return }
        note(stream.text(at: index, in: source), by: word.spelling, at: Int(stream.lexemes[index].start), &reader)
    }

    private static func note(_ name: String, by word: String, at offset: Int, _ reader: inout FlowReader) {
        let isBeside = word == "require_relative" && !name.hasPrefix("/")
        reader.collector.add(Reference(.module, isBeside && !name.hasPrefix(".") ? "./" + name : name, as: .ruby))
        guard !isBeside else { return }
        reader.noteModule(name, at: offset)
        let meaning = reader.vocabulary.module(Array(name.utf8))
        if meaning.contains(.processModule) {
            reader.collector.add(.capabilityProcess, Excerpt.detail("loads \(name)"), at: offset, .means)
        }
        if !meaning.isDisjoint(with: [.networkModule, .networkLibrary]) {
            reader.collector.add(.capabilityNetwork, Excerpt.detail("loads \(name)"), at: offset, .means)
        }
        if meaning.contains(.nativeModule) {
            reader.collector.add(.capabilityNativeLoading, Excerpt.detail("loads \(name)"), at: offset, .means)
        }
    }
}
