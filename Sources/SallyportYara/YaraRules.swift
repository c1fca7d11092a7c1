import CYara
public import SallyportAnalysis
public import SallyportModel

// SAFETY: the compiled rules stay inside; nobody gets the pointer.
/// YARA rules of an organisation, compiled once (libyara; https://yara.readthedocs.io/en/stable/writingrules.html).
///
/// Rules see the bytes of one file, whatever it is called. A rule's `description` stands in the reason. `include` and
/// external variables are refused, and so are modules that would start something (`cuckoo`) or that Debian leaves out.
@safe public final class YaraRules: ContentRules {
    /// Seconds that one file may take; what takes longer is stated as unfinished, and policy holds.
    public static let secondsMax: Int32 = 10
    /// Bytes of all rule files together.
    public static let sourceBytesMax = 16 << 20
    /// Scans of one set of rules at a time: libyara's own limit.
    private static let scansMax = Int(YR_MAX_THREADS)

    /// Other rules have another one.
    public let fingerprint: String
    // SAFETY: libyara lets any number of threads up to YR_MAX_THREADS scan with one set of compiled rules, which nothing
    // changes after they were made.
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
        // SAFETY: what is compiled is freed once, when this object goes.
        unsafe rules = try unsafe Self.compiled(sources)
        let text = sources.map(\.text).joined(separator: "\u{0}")
        fingerprint = String(hashing.sha256(Array(text.utf8).span).hex.prefix(16))
    }

    deinit {
        // SAFETY: nothing scans any more, because who scans holds this object.
        unsafe yr_rules_destroy(rules)
        yr_finalize()
    }

    /// What matches one file; libyara stops after ``secondsMax``.
    public func matches(in bytes: Span<UInt8>) -> ContentMatches {
        var found = sallyport_yara_matches()
        // SAFETY: the bytes outlive the call, which keeps no pointer to them; names and descriptions belong to the rules.
        let status = unsafe bytes.withUnsafeBufferPointer { pointer in
            unsafe sallyport_yara_scan(rules, pointer.baseAddress, pointer.count, Self.secondsMax, &found)
        }
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
        return ContentMatches(matches: matches, unfinished: Self.reason(status))
    }

    private static func reason(_ status: Int32) -> String? {
        switch status {
        case ERROR_SUCCESS: nil
        case ERROR_SCAN_TIMEOUT: "a rule took longer than \(secondsMax) s"
        case ERROR_TOO_MANY_MATCHES: "a rule matches too often"
        case ERROR_TOO_MANY_SCAN_THREADS: "more than \(scansMax) files at a time"
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

    private static func compiled(
        _ sources: [(name: String, text: String)]
    ) throws(YaraRulesError) -> UnsafeMutablePointer<YR_RULES> {
        // Counted by libyara: each call asks for one `yr_finalize`.
        guard yr_initialize() == ERROR_SUCCESS else {
            throw YaraRulesError(file: "", line: 1, "libyara can't be started")
        }
        var compiler: UnsafeMutablePointer<YR_COMPILER>?
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
