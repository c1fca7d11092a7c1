import SallyportModel

/// Modules that are loaded by name: `require("x")`, `import("x")`, `__import__("x")`.
enum RequireRule: CallRule {
    static let callees: Meaning = .require

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        if reader.language == .ruby { return RubyLoading.loads(call, &reader, stream, source) }
        if call.word.spelling == "Worker" || call.word.spelling == "import" || call.word.spelling.isEmpty,
            reader.language == .javaScript, InlineModule.read(call, &reader, stream, source)
        {
            return []
        }
        let isLoader = call.word.spelling == "spec_from_file_location" || call.word.spelling.hasSuffix("FileLoader")
        if !isLoader, let name = call.literal(0, stream, source) {
            let meaning = reader.loads(name, at: call.offset)
            ComputedNameRule.look(at: name, call.origin(0, stream), meaning, at: call.offset, &reader)
            return meaning
        }
        // A loader of Python takes the module's name first and its file behind it.
        let named = reader.language == .python ? call.arguments : call.slot(0)
        let isWritten = named.contains(.openedPath) && reader.writesFetched
        if isWritten || !named.isDisjoint(with: [.writtenPath, .fetched]) {
            reader.chain(
                .chainDownloadExecute,
                "loads what was fetched",
                at: call.offset,
                of: [.fetched, .writtenPath]
            )
        }
        if let range = call.argument(0, stream) {
            let path = ArgumentText.read(range, reader.language, stream, source)
            if path.hasPrefix("./") { return reader.loads(Array(path.utf8), at: call.offset) }
        }
        if reader.language == .javaScript, call.slot(0).contains(.decoded) {
            reader.collector.add(.hidingComputedName, "the name of a module is decoded", at: call.offset, .sensitive)
            let detail = "loads a module by a name that is decoded"
            reader.chain(.chainDecodeExecute, detail, at: call.offset, of: .decoded)
        }
        if reader.language == .python || call.slot(0).contains(.decoded) {
            reader.collector.add(.capabilityDynamicCode, "loads a module by a computed name", at: call.offset, .means)
        }
        return []
    }
}

extension FlowReader {
    /// What a module is, by its name as written; a module of the package becomes a reference.
    mutating func loads(_ name: [UInt8], at offset: Int) -> Meaning {
        let text = String(decoding: name, as: UTF8.self)
        if language == .python {
            collector.add(Reference(.module, text, as: .python))
            noteModule(text, at: offset)
            return PythonImports.meaning(of: text, vocabulary)
        }
        if text.hasPrefix(".") || text.hasPrefix("/") {
            collector.add(Reference(.specifier, text, as: .javaScript))
            if text.hasSuffix(".node") {
                collector.add(.capabilityNativeLoading, Excerpt.detail("loads \(text)"), at: offset, .use)
            }
            return []
        }
        // A package that this one brings along is found by its name; a built-in module never is.
        if !text.hasPrefix("node:") { collector.add(Reference(.specifier, text, as: .javaScript)) }
        let meaning = JavaScriptImports.meaning(of: text, vocabulary)
        noteModule(text, at: offset)
        if meaning.contains(.processModule) {
            collector.add(.capabilityProcess, Excerpt.detail("loads \(text)"), at: offset, .means)
        }
        if !meaning.isDisjoint(with: [.networkModule, .networkLibrary]) {
            collector.add(.capabilityNetwork, Excerpt.detail("loads \(text)"), at: offset, .means)
        }
        if meaning.contains(.nativeModule) {
            collector.add(.capabilityNativeLoading, Excerpt.detail("loads \(text)"), at: offset, .means)
        }
        return meaning
    }
}
