/// What a gem's specification states beyond what is inspected: the rest of what RubyGems' indexes repeat of it.
///
/// Read by the same rules as `GemSpecification`; what stands in another form is left out.
public struct GemSpecificationDetails: Sendable, Equatable {
    /// One clause of a requirement.
    public struct Clause: Sendable, Equatable {
        /// `=`, `!=`, `>`, `<`, `>=`, `<=` or `~>`.
        public let sign: String
        /// The version.
        public let version: String
    }

    /// The version of RubyGems that packed it.
    public let rubyGemsVersion: String?
    /// The day on which it was packed, as `2026-11-23`.
    public let date: String?
    /// One line about it.
    public let summary: String?
    /// More lines about it.
    public let description: String?
    /// Its page.
    public let homepage: String?
    /// Who wrote it.
    public let authors: [String]
    /// Their addresses.
    public let email: [String]
    /// Its licences.
    public let licenses: [String]
    /// Further names and values.
    public let metadata: [(name: String, value: String)]
    /// The versions of Ruby that it runs on.
    public let requiredRuby: [Clause]
    /// The versions of RubyGems that can install it.
    public let requiredRubyGems: [Clause]
    /// What its dependencies ask for, in the order of `GemSpecification/dependencies`.
    public let dependencies: [[Clause]]

    /// Most clauses and entries of each kind.
    public static let entriesMax = 1_024

    /// Reads the text of a specification.
    public init(_ bytes: Span<UInt8>) throws(GemSpecification.Failure) {
        let text = try GemSpecificationLines(bytes)
        rubyGemsVersion = Self.scalar(text, "rubygems_version")
        // A date is for YAML none as a rule, but a time.
        date = text.message("date").map { String($0.prefix(10)) }
        summary = text.message("summary")
        description = text.message("description")
        homepage = Self.scalar(text, "homepage")
        authors = Self.list(text, "authors")
        email = Self.list(text, "email")
        licenses = Self.list(text, "licenses")
        metadata = Self.map(text, "metadata")
        requiredRuby = Self.clauses(text.blocks["required_ruby_version"]?.dropFirst() ?? [])
        requiredRubyGems = Self.clauses(text.blocks["required_rubygems_version"]?.dropFirst() ?? [])
        dependencies = Self.dependencies(text)
    }

    /// Whether two say the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.rubyGemsVersion == right.rubyGemsVersion && left.date == right.date && left.summary == right.summary
            && left.description == right.description && left.homepage == right.homepage && left.authors == right.authors
            && left.email == right.email && left.licenses == right.licenses
            && left.metadata.elementsEqual(right.metadata) { $0 == $1 } && left.requiredRuby == right.requiredRuby
            && left.requiredRubyGems == right.requiredRubyGems && left.dependencies == right.dependencies
    }

    private static func scalar(_ text: GemSpecificationLines, _ key: String) -> String? {
        (try? text.scalar(key)) ?? nil
    }

    /// A list, or one text in its place.
    private static func list(_ text: GemSpecificationLines, _ key: String) -> [String] {
        if let found = try? text.list(key), !found.isEmpty { return Array(found.prefix(entriesMax)) }
        guard text.blocks[key]?.count == 1, let only = scalar(text, key), only != "[]" else { return [] }
        return [only]
    }

    private static func map(_ text: GemSpecificationLines, _ key: String) -> [(name: String, value: String)] {
        guard let lines = text.blocks[key]?.dropFirst(), let indent = lines.first?.indent else { return [] }
        return lines.prefix(entriesMax).compactMap { line in
            guard line.indent == indent, line.dashes == 0, let name = line.key, isPlain(line, text) else { return nil }
            return (name, line.value)
        }
    }

    private static func isPlain(_ line: GemSpecificationLines.Line, _ text: GemSpecificationLines) -> Bool {
        (try? text.text(of: line)) != nil
    }

    /// Pairs of a sign, behind two dashes, and the version below it.
    private static func clauses(_ lines: some Sequence<GemSpecificationLines.Line>) -> [Clause] {
        var found: [Clause] = []
        var sign = ""
        for line in lines where found.count < entriesMax {
            if line.dashes == 2, line.key == nil { sign = line.value }
            guard line.key == "version", !line.value.isEmpty, signs.contains(sign) else { continue }
            found.append(Clause(sign: sign, version: line.value))
            sign = ""
        }
        return found
    }

    private static let signs: Set<String> = ["=", "!=", ">", "<", ">=", "<=", "~>"]

    private static func dependencies(_ text: GemSpecificationLines) -> [[Clause]] {
        guard let lines = text.blocks["dependencies"], lines.count > 1 else { return [] }
        let indent = lines[1].indent
        var found: [[GemSpecificationLines.Line]] = []
        var section = ""
        for line in lines.dropFirst() {
            if line.dashes > 0, line.indent == indent {
                found.append([])
                section = ""
            }
            if let key = line.key, line.indent == indent + 2 || line.dashes > 0 && line.indent == indent {
                section = key
            }
            // Specifications of old tools state the same twice, the second time under another name.
            guard !found.isEmpty, section == "requirement" else { continue }
            found[found.count - 1].append(line)
        }
        return found.map { clauses($0) }
    }
}
