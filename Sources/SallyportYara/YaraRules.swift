import CYara
public import SallyportAnalysis
public import SallyportModel

// SAFETY: the compiled rules stay inside; nobody gets the pointer.
/// YARA rules of an organisation, compiled once (libyara; https://yara.readthedocs.io/en/stable/writingrules.html).
///
/// Rules see the bytes of one file, whatever it is called. A rule's `description` stands in the reason. `include` and
/// external variables are refused, and so are modules whose answer does not lie in the bytes alone (`time`, `cuckoo`,
/// `magic`): the same bytes have the same report.
@safe public final class YaraRules: ContentRules {
    /// Seconds that one file may take; what takes longer is stated as unfinished, and policy holds.
    public static let secondsMax: Int32 = 10
    /// Bytes of all rule files together.
    public static let sourceBytesMax = 16 << 20

    /// Other rules have another one.
    public let fingerprint: String
    // SAFETY: each scan has a scanner of its own, and nothing changes the compiled rules after they were made.
    private nonisolated(unsafe) let rules: UnsafeMutablePointer<YR_RULES>

    /// Compiles rule files.
    ///
    /// - Parameters:
    ///   - sources: the files, with the names that errors show.
    ///   - hashing: for the fingerprint.
    public init(
        _ sources: [(name: String, text: String)],
        hashing: any ContentHashing
    ) throws(YaraRulesError) {
        guard sources.reduce(0, { $0 + $1.text.utf8.count }) <= Self.sourceBytesMax else {
            throw YaraRulesError(file: sources.first?.name ?? "", line: 1, "the rules are longer than 16 MiB together")
        }
        for source in sources { try Self.refuseNUL(in: source) }
        // SAFETY: what is compiled is freed once: here when it is refused, else when this object goes.
        let compiled = try unsafe Self.compiled(sources)
        if let module = unsafe Self.foreignModule(of: compiled) {
            unsafe yr_rules_destroy(compiled)
            yr_finalize()
            throw Self.refusal(of: module, in: sources)
        }
        unsafe rules = compiled
        let text = sources.map(\.text).joined(separator: "\u{0}")
        fingerprint = String(hashing.sha256(Array(text.utf8).span).hex.prefix(16))
    }

    deinit {
        // SAFETY: nothing scans any more, because who scans holds this object.
        unsafe yr_rules_destroy(rules)
        yr_finalize()
    }

    /// What matches one file; libyara stops after ``secondsMax``, or when `time` is up.
    public func matches(in bytes: Span<UInt8>, within time: inout Duration) -> ContentMatches {
        var found = sallyport_yara_matches()
        let seconds = max(1, min(Self.secondsMax, Int32(clamping: time.components.seconds)))
        let start = ContinuousClock.now
        // SAFETY: the bytes outlive the call, which keeps no pointer to them; names and descriptions belong to the rules.
        let status = unsafe bytes.withUnsafeBufferPointer { pointer in
            unsafe sallyport_yara_scan(rules, pointer.baseAddress, pointer.count, seconds, &found)
        }
        time -= ContinuousClock.now - start
        let count = Int(found.count)
        var matches: [ContentMatch] = []
        for index in 0..<count {
            // SAFETY: the texts live as long as the rules.
            unsafe matches.append(
                ContentMatch(
                    rule: Self.text(Self.element(index, of: &found.names)),
                    description: Self.text(Self.element(index, of: &found.descriptions)),
                    offset: Self.offset(Self.element(index, of: &found.offsets))
                )
            )
        }
        return ContentMatches(
            matches: matches,
            more: Int(found.more),
            unfinished: Self.reason(status, seconds) ?? (found.floods > 0 ? "a rule matches too often" : nil)
        )
    }

    private static func reason(_ status: Int32, _ seconds: Int32) -> String? {
        switch status {
        case ERROR_SUCCESS: nil
        case ERROR_SCAN_TIMEOUT: "a rule took longer than \(seconds) s"
        default: "libyara gave up with error \(status)"
        }
    }

    private static func offset(_ value: Int64) -> Int? { value < 0 ? nil : Int(value) }

    /// One element of an array that C has in place, which Swift imports as a tuple.
    private static func element<Tuple, Element>(_ index: Int, of tuple: inout Tuple) -> Element {
        // SAFETY: the tuple is the C array, and the index is below its length.
        unsafe withUnsafePointer(to: &tuple) { pointer in
            unsafe UnsafeRawPointer(pointer).assumingMemoryBound(to: Element.self)[index]
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }

    /// libyara takes a text to its first NUL: whatever stands behind it would be left out unsaid.
    private static func refuseNUL(in source: (name: String, text: String)) throws(YaraRulesError) {
        var line = 1
        for byte in source.text.utf8 {
            if byte == 0 { throw YaraRulesError(file: source.name, line: line, "the file has a NUL (U+0000)") }
            if byte == 0x0A { line += 1 }
        }
    }

    /// A module that the rules import and that looks at something else than the bytes.
    private static func foreignModule(of rules: UnsafeMutablePointer<YR_RULES>) -> String? {
        var module = sallyport_yara_module()
        // SAFETY: the rules are whole, and what is asked for is copied into `module`.
        unsafe sallyport_yara_modules(rules, &module)
        // SAFETY: the array is in place, and ends with a zero.
        let name = unsafe withUnsafePointer(to: &module.name) { pointer in
            unsafe text(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        }
        return name.isEmpty ? nil : name
    }

    /// libyara does not say where a module is imported; the place is looked for in the text.
    private static func refusal(of module: String, in sources: [(name: String, text: String)]) -> YaraRulesError {
        let message = "the module \"\(module)\" does not look at the bytes of the file alone"
        for source in sources {
            let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
            let place = lines.firstIndex { $0.contains("import") && $0.contains("\"\(module)\"") }
            if let place { return YaraRulesError(file: source.name, line: place + 1, message) }
        }
        return YaraRulesError(file: sources.first?.name ?? "", line: 1, message)
    }

    private static func compiled(
        _ sources: [(name: String, text: String)]
    ) throws(YaraRulesError) -> UnsafeMutablePointer<YR_RULES> {
        // Counted by libyara: each call asks for one `yr_finalize`.
        guard yr_initialize() == ERROR_SUCCESS else {
            throw YaraRulesError(file: "", line: 1, "libyara can't be started")
        }
        var compiler: UnsafeMutablePointer<YR_COMPILER>?
        // SAFETY: the compiler is destroyed once, at the end of this function, and the rules do not depend on it.
        guard unsafe yr_compiler_create(&compiler) == ERROR_SUCCESS, let compiler = unsafe compiler else {
            yr_finalize()
            throw YaraRulesError(file: "", line: 1, "libyara has no memory for a compiler")
        }
        defer { unsafe yr_compiler_destroy(compiler) }
        var error = sallyport_yara_error()
        unsafe sallyport_yara_prepare(compiler, &error)
        for source in sources {
            // One namespace a file, so that two files may have a rule of one name.
            guard unsafe yr_compiler_add_string(compiler, source.text, source.name) == 0 else {
                let message = unsafe withUnsafePointer(to: &error.message) { pointer in
                    unsafe text(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
                }
                let line = max(1, Int(error.line))
                yr_finalize()
                throw YaraRulesError(file: source.name, line: line, message)
            }
        }
        var rules: UnsafeMutablePointer<YR_RULES>?
        guard unsafe yr_compiler_get_rules(compiler, &rules) == ERROR_SUCCESS, let rules = unsafe rules else {
            yr_finalize()
            throw YaraRulesError(file: sources.first?.name ?? "", line: 1, "libyara has no memory for the rules")
        }
        return unsafe rules
    }
}

/// Why rules can't be used.
public struct YaraRulesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, as it was named.
    public let file: String
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it, in libyara's words.
    public let message: String

    init(file: String, line: Int, _ message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `rules.yar:3: syntax error, unexpected ...`
    public var description: String { "\(file):\(line): \(message)" }
}
