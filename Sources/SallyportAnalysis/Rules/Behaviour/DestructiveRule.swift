import SallyportModel

/// Files that are removed: a capability by itself only where they are the user's.
enum RemoveRule: CallRule {
    static let callees: Meaning = .remove

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let whole = call.argument(0, stream)
        let isHome = call.slot(0).contains(.home) || (whole == nil && call.callee.contains(.home))
        if isHome {
            reader.collector.add(.capabilityDestructive, "removes the home folder", at: call.offset, .sensitive)
        }
        guard let range = whole else { return [] }
        if let name = ownFile(range, stream, source) {
            reader.collector.add(.capabilityStealth, "removes its own file (\(name))", at: call.offset, .sensitive)
        }
        if let place = DestructiveRule.everything(range, reader.language, stream, source) {
            reader.collector.add(.capabilityDestructive, "removes \(place)", at: call.offset, .sensitive)
        }
        return []
    }

    /// The name of the constant when what is removed is this file.
    private static func ownFile(_ range: Range<Int>, _ stream: LexemeStream, _ source: Span<UInt8>) -> String? {
        guard range.count <= 16 else { return nil }
        var name: String?
        for index in range {
            if stream.kind(at: index) == .string { return nil }
            guard stream.kind(at: index) == .name else { continue }
            let word = stream.text(at: index, in: source)
            if word == "__filename" || word == "__file__" { name = word }
            if word == "dirname" || word == "parent" || word == "join" || word == "resolve" { return nil }
        }
        return name
    }
}

/// What makes a machine or its files unusable.
enum DestructiveRule {
    private static let everything: Set<String> = [
        "/", "/*", "~", "~/", "~/*", "C:\\", "C:/", "C:\\*", "/home", "/home/*", "/Users", "/root", "/etc", "/usr",
        "/var",
        "..", "../", "../..", "../../", ".", "./", "*",
    ]

    /// The place when a path is everything: the root, the folder in which the program runs, a parent of it.
    static func everything(
        _ range: Range<Int>,
        _ language: Language,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> String? {
        if range.count == 1, stream.kind(at: range.lowerBound) == .string {
            let text = stream.text(at: range.lowerBound, in: source)
            return everything.contains(text) ? text : nil
        }
        // `process.cwd()`, `os.getcwd()` and nothing else.
        guard range.count == 5, stream.kind(at: range.lowerBound + 1) == .dot else { return nil }
        let word = stream.text(at: range.lowerBound + 2, in: source)
        return word == "cwd" || word == "getcwd" ? "the working folder" : nil
    }

    /// One constant written into every file that was listed.
    static func look(atWrite call: Call, _ reader: inout FlowReader, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard call.slot(0).contains(.listed), let content = call.argument(1, stream) else { return }
        let isConstant = content.allSatisfy { index in
            switch stream.kind(at: index) {
            case .string, .openParenthesis, .closeParenthesis, .comma, .dot: true
            case .name: ["Buffer", "from", "alloc"].contains(stream.text(at: index, in: source))
            default: false
            }
        }
        guard isConstant, content.count <= 12, content.contains(where: { stream.kind(at: $0) == .string }) else {
            return
        }
        let detail = "writes one constant into the files that it finds"
        reader.collector.add(.capabilityDestructive, detail, at: call.offset, .sensitive)
    }
}
