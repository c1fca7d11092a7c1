import SallyportModel

/// What a page is made to load, and what it is made to give away by the address of a picture.
enum PageScripts {
    private static let sourceWord = UInt32(truncatingIfNeeded: NameHash.of("src".utf8))

    /// `element.src = value`
    static func look(at member: UInt32, _ value: Meaning, at offset: Int, _ reader: inout FlowReader) {
        guard member == sourceWord else { return }
        if value.contains(.decoded), reader.makesScripts {
            let detail = "loads a script from an address that is decoded"
            reader.chain(.chainDownloadExecute, detail, at: offset, of: .decoded)
        }
        if value.contains(.pageData) {
            reader.chain(.chainExfiltration, "sends what the page keeps in the browser", at: offset, of: .pageData)
        }
    }

    /// `document.createElement("script")`, `document.write(text)`
    static func look(at call: Call, _ reader: inout FlowReader, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard call.word.role.contains(.makesElement) else { return }
        if call.hasString(["script", "SCRIPT"], stream, source) { reader.makesScripts = true }
        let writes = call.word.spelling != "createElement"
        guard writes, call.arguments.contains(.decoded) else { return }
        let detail = "writes into the page what was decoded"
        reader.chain(.chainDecodeExecute, detail, at: call.offset, of: .decoded)
    }
}
