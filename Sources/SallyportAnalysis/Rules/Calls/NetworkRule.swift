import SallyportModel

/// The network: what is asked, and whether a credential or the whole environment goes with it.
enum NetworkRule: CallRule {
    static let callees: Meaning = [.connect, .send, .networkLibrary]

    /// What asks for an address of a name.
    private static let resolvers: Set<String> = [
        "lookup", "resolve", "resolve4", "resolve6", "resolveTxt", "resolveAny", "resolveMx", "resolveCname",
        "gethostbyname", "gethostbyname_ex", "getaddrinfo",
    ]

    static func apply(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) -> Meaning {
        let isUse = !call.callee.isDisjoint(with: [.connect, .networkLibrary])
        if isUse {
            let detail = "\(call.word.spelling) \(address(call, stream, source))"
            reader.collector.add(.capabilityNetwork, Excerpt.detail(detail), at: call.offset, .use)
            if resolvers.contains(call.word.spelling), !call.isConstant(stream) {
                reader.collector.add(.capabilityDNS, "resolves names made of values", at: call.offset, .use)
                noteQuestions(call, &reader, stream, source)
            }
        }
        if let bare = bareAddress(call, stream, source), !OwnAddress.isAsked(at: call.open, stream) {
            let detail = "bare address \(bare) is talked to"
            reader.collector.add(.capabilityNetwork, Excerpt.detail(detail), at: call.offset, .sensitive)
        }
        if isUse { reader.startup.note(.network, in: reader.top.body, at: call.offset) }
        noteSecrets(call, &reader, stream, source)
        noteIdentity(call, &reader, stream, source)
        noteKey(call, &reader, stream, source)
        let isFixed = isConstantAddress(call, stream, source)
        LinkRule.note(sink: call, evaluates: false, isFixed: isFixed, &reader)
        if call.word.spelling == "urlretrieve", let path = call.argument(1, stream) {
            reader.markNames(in: path, .writtenPath, stream)
        }
        if isUse { reader.origins.note(.fetched, "asks the network", at: call.offset) }
        var result: Meaning = isUse ? [.fetched, .connection] : []
        if isUse, call.arguments.contains(.credentialSource) { result.insert(.secret) }
        if call.callee.contains(.networkLibrary) { result.insert(.networkLibrary) }
        return result
    }

    /// Encoded text in front of a domain that is a constant: the questions carry it away.
    private static func noteQuestions(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard call.slot(0).contains(.encoded) else { return }
        let hasDomain = call.inside.contains { index in
            guard stream.kind(at: index) == .string, stream.byteCount(at: index) >= 4 else { return false }
            let text = stream.text(at: index, in: source)
            return text.contains(".") && text.split(separator: ".").count >= 2
        }
        guard hasDomain else { return }
        let detail = "sends encoded text in the questions for a domain"
        reader.chain(.chainExfiltration, detail, at: call.offset, of: .encoded)
    }

    private static func noteSecrets(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        let values = call.arguments
        if values.contains(.pageData) {
            reader.chain(.chainExfiltration, "sends what the page keeps in the browser", at: call.offset, of: .pageData)
        }
        if !values.isDisjoint(with: [.environment, .environmentData, .secret]) {
            let what = values.contains(.secret) ? "a file of credentials" : "the whole environment"
            let kinds: Meaning = values.contains(.secret) ? .secret : [.environment, .environmentData]
            reader.chain(.chainExfiltration, "sends \(what)", at: call.offset, of: kinds)
        } else if values.contains(.variable), reader.services.count >= 2, !logsIn(call, stream, source),
            isConstantAddress(call, stream, source)
        {
            // Nobody logs in at one address with the credentials of several services.
            let detail = "sends credential variables of several services"
            reader.chain(.chainExfiltration, detail, at: call.offset, of: .variable)
        } else if values.contains(.variable) {
            // Lighter, because this is how a client logs in: it counts in code that only an installation runs.
            let detail = "sends a credential variable"
            reader.chain(.chainTokenUse, detail, at: call.offset, of: .variable, .sensitive)
        }
    }

    /// Who and where the machine is, to an address that is a constant: two things of that kind tell a spy from a
    /// greeting.
    private static func noteIdentity(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        let about = call.arguments.intersection(.identity)
        guard !about.isEmpty else { return }
        let isSpy = about.rawValue.nonzeroBitCount >= 2 && isConstantAddress(call, stream, source)
        let detail = "sends what identifies the machine"
        reader.chain(.chainSystemInformation, detail, at: call.offset, of: about, isSpy ? .flow : .sensitive)
    }

    /// A key goes to an address that is a constant: the caller of a library did not ask for that.
    private static func noteKey(
        _ call: Call,
        _ reader: inout FlowReader,
        _ stream: LexemeStream,
        _ source: Span<UInt8>
    ) {
        guard call.arguments.contains(.key), !logsIn(call, stream, source) else { return }
        let isFixed = isConstantAddress(call, stream, source)
        let detail = "sends a key to an address of its own"
        reader.chain(.chainKeyExfiltration, detail, at: call.offset, of: .key, isFixed ? .flow : .sensitive)
    }

    /// Whether the arguments name an authorization.
    private static func logsIn(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        call.inside.contains { index in
            let kind = stream.kind(at: index)
            guard kind == .name || kind == .string, stream.byteCount(at: index) <= 16 else { return false }
            let word = stream.text(at: index, in: source).lowercased()
            return ["authorization", "bearer", "bearer ", "basic ", "auth", "x-api-key"].contains(word)
        }
    }

    private static let addressKeys = WordSet("host", "hostname", "url", "uri", "baseURL")

    /// Whether the address of a request is a constant: one in the arguments, or a host by name.
    private static func isConstantAddress(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        if call.slot(0).contains(.constantAddress) || call.callee.contains(.constantAddress) { return true }
        for index in call.inside where stream.kind(at: index) == .string && index >= 2 {
            guard stream.kind(at: index - 1) == .colon || stream.kind(at: index - 1) == .assign else { continue }
            if stream.isWord(Self.addressKeys, at: index - 2) { return true }
            guard stream.kind(at: index - 2) == .string, stream.byteCount(at: index - 2) <= 8 else { continue }
            let key = stream.text(at: index - 2, in: source)
            if ["host", "hostname", "url", "uri", "baseURL"].contains(key) { return true }
        }
        return false
    }

    /// A public address of the network without a name, that a constant among the arguments is or holds.
    private static func bareAddress(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> String? {
        guard !resolvers.contains(call.word.spelling) else { return nil }
        var depth = 0
        for index in call.inside.prefix(64) {
            switch stream.kind(at: index) {
            case .openParenthesis, .openBracket, .openBrace: depth += 1
            case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
            default: break
            }
            guard let piece = stream.constant(at: index) else { continue }
            // What stands deeper is what is sent, unless it is named as an address.
            if depth > 0, !stream.isWord(addressKeys, at: index - 2) { continue }
            let count = stream.byteCount(of: piece)
            guard count >= 4, count <= 1024 else { continue }
            if let host = BareAddress.of(stream.bytes(of: piece, in: source)) { return host }
        }
        return nil
    }

    /// The first constant that looks like an address.
    private static func address(_ call: Call, _ stream: LexemeStream, _ source: Span<UInt8>) -> String {
        for index in call.inside.prefix(48) where stream.kind(at: index) == .string {
            // What is shown is short, and an address says early that it is one.
            let bytes = stream.bytes(of: stream.lexemes[index], in: source, countMax: 1024)
            if bytes.contains(UInt8(ascii: ".")) || bytes.contains(UInt8(ascii: ":")) {
                let text = String(decoding: bytes, as: UTF8.self)
                // A sentence that mentions an address is none.
                guard !text.utf8.contains(0x20) else { continue }
                if text.contains("://") || text.contains(".") { return text }
            }
        }
        return ""
    }
}
