/// The lines of a gem's specification by their top-level keys.
struct GemSpecificationLines {
    typealias Failure = GemSpecification.Failure

    /// One line, or several that one scalar takes.
    struct Line {
        /// Blanks before it.
        let indent: Int
        /// Where its last dash or its key stands: only what is deeper goes on with its value.
        let column: Int
        /// How many dashes stand before the value.
        let dashes: Int
        /// The key, when there is one.
        let key: String?
        /// The scalar, decoded; empty where a nested block follows.
        let value: String
        /// How the scalar is written.
        let style: Style
        /// What a tag makes of the value.
        let tag: Tag
        let number: Int

        /// Whether the scalar was quoted or a block, so that no special form is meant.
        var isText: Bool { style == .quoted || style == .folded || style == .block }
        /// Whether neither a dash nor a key stands before the value: it belongs to the line above.
        var isBare: Bool { dashes == 0 && key == nil }
    }

    /// How a scalar is written.
    enum Style {
        case plain
        /// A plain scalar goes on that began on a line above.
        case continuation
        case quoted
        /// Quoted, with a break inside that YAML keeps and others don't see.
        case folded
        case block
    }

    /// What a tag makes of a value.
    enum Tag {
        case absent
        /// The text as it stands.
        case text
        /// Base64 of the text.
        case binary
        /// An object of RubyGems, which lines below describe.
        case object
        /// An object of Ruby that RubyGems does not make.
        case foreign
        /// Anything else.
        case other
    }

    private(set) var blocks: [String: [Line]] = [:]

    private static let linesMax = 400_000

    init(_ bytes: Span<UInt8>) throws(Failure) {
        guard bytes.count <= GemSpecification.bytesMax else { throw Failure(reason: "it is too large", line: 1) }
        var reader = GemLineReader(bytes)
        var key: String?
        var count = 0
        while let line = try reader.next(bytes) {
            count += 1
            guard count <= Self.linesMax else { throw Failure(reason: "it has too many lines", line: line.number) }
            // RubyGems makes objects of its own classes alone, and refuses the whole where there is another.
            guard line.tag != .foreign else {
                throw Failure(reason: "a value has a tag that is not read", line: line.number)
            }
            if line.indent == 0, line.dashes == 0 {
                guard let name = line.key, name.utf8.allSatisfy({ ByteSet.word.contains($0) }) else {
                    throw Failure(reason: "a line at the top has no plain key", line: line.number)
                }
                guard blocks[name] == nil else { throw Failure(reason: "\(name) is stated twice", line: line.number) }
                key = name
                blocks[name] = [line]
            } else {
                guard let key else { throw Failure(reason: "it begins with no key", line: line.number) }
                blocks[key, default: []].append(line)
            }
        }
    }

    /// The scalar of a top-level key; nil for none.
    func scalar(_ key: String) throws(Failure) -> String? {
        guard let lines = blocks[key], let first = lines.first else { return nil }
        if first.style == .plain, lines.count == 1, ["", "~", "null"].contains(first.value) { return nil }
        if first.style == .plain, first.value.isEmpty, first.tag == .absent, lines.count == 2, lines[1].isBare {
            return try text(of: lines[1])
        }
        // A plain scalar goes on in deeper lines.
        guard lines.dropFirst().allSatisfy({ $0.style == .continuation }), !first.value.isEmpty || first.isText else {
            throw Failure(reason: "\(key) is no plain text", line: first.number)
        }
        return ([try text(of: first)] + lines.dropFirst().map(\.value)).joined(separator: " ")
    }

    /// A text that is only shown: its lines may be joined in another way than YAML does it.
    func message(_ key: String) -> String? {
        guard let lines = blocks[key], let first = lines.first else { return nil }
        if lines.count == 1, !first.isText, ["", "~", "null"].contains(first.value) { return nil }
        return lines.map(\.value).joined(separator: " ")
    }

    /// The platform: a text, or an object whose parts are joined.
    func platform() throws(Failure) -> String? {
        guard let lines = blocks["platform"], lines.count > 1, lines[0].tag == .object else {
            return try scalar("platform")
        }
        return lines.dropFirst().map(\.value).filter { !$0.isEmpty }.joined(separator: "-")
    }

    /// Whether a list has anything in it.
    func holdsEntries(_ key: String) -> Bool {
        guard let lines = blocks[key], let first = lines.first else { return false }
        return lines.count > 1 || !["", "[]", "~", "null"].contains(first.value)
    }

    /// The texts of a list.
    func list(_ key: String) throws(Failure) -> [String] {
        guard let lines = blocks[key], let first = lines.first, holdsEntries(key) else { return [] }
        guard first.value.isEmpty, !first.isText else {
            throw Failure(reason: "\(key) is no list in the form that is read", line: first.number)
        }
        var texts: [String] = []
        var isOpen = false
        for line in lines.dropFirst() {
            if line.isBare, let last = texts.indices.last {
                // What goes on, or stands below its dash.
                guard line.style == .continuation || isOpen else {
                    throw Failure(reason: "\(key) holds more than texts", line: line.number)
                }
                texts[last] = isOpen ? try text(of: line) : texts[last] + " " + line.value
                isOpen = false
                continue
            }
            guard line.dashes == 1, line.key == nil, line.indent == lines[1].indent else {
                throw Failure(reason: "\(key) holds more than texts", line: line.number)
            }
            texts.append(try text(of: line))
            isOpen = line.value.isEmpty && !line.isText
        }
        return texts
    }

    /// The text of one scalar, where it is sure which one Ruby reads.
    func text(of line: Line) throws(Failure) -> String {
        if line.style == .plain, let first = line.value.utf8.first, "*&[{|>@`%,]}!".utf8.contains(first) {
            throw Failure(reason: "a value is no plain text", line: line.number)
        }
        guard line.style != .plain || line.tag != .absent || YAMLPlainScalar.isText(line.value) else {
            throw Failure(reason: "a value is for YAML another thing than a text", line: line.number)
        }
        switch line.tag {
        case .absent, .text:
            guard line.style != .block, line.style != .folded else {
                throw Failure(reason: "a name or path is written over several lines", line: line.number)
            }
            return line.value
        case .binary:
            guard line.isText || !line.value.isEmpty else {
                throw Failure(reason: "a value stands below its tag", line: line.number)
            }
            guard let text = GemBinary.text(line.value) else {
                throw Failure(reason: "a binary value is no Base64 of text", line: line.number)
            }
            return text
        case .object, .foreign, .other: throw Failure(reason: "a value has a tag that is not read", line: line.number)
        }
    }

    /// `version: !ruby/object:Gem::Version` and below it `version: 1.0`; or the text itself.
    func version() throws(Failure) -> String {
        guard let lines = blocks["version"], let first = lines.first else {
            throw Failure(reason: "it states no version", line: 1)
        }
        let found =
            lines.count == 1 && !first.value.isEmpty ? [first] : lines.dropFirst().filter { $0.key == "version" }
        guard found.count == 1, let line = found.first, !line.value.isEmpty else {
            throw Failure(reason: "the version is not plain", line: first.number)
        }
        return try text(of: line)
    }

    /// The list of dependencies, each a map of name, type and a requirement of pairs.
    func dependencies() throws(Failure) -> [GemSpecification.Dependency] {
        guard let lines = blocks["dependencies"], lines.count > 1 else { return [] }
        let indent = lines[1].indent
        var found: [GemSpecification.Dependency] = []
        var section = ""
        var operation = ""
        for line in lines.dropFirst() {
            if line.dashes > 0, line.indent == indent {
                found.append(GemSpecification.Dependency())
                section = ""
            }
            guard !found.isEmpty else { throw Failure(reason: "dependencies are no list", line: line.number) }
            let last = found.count - 1
            // Keys of the dependency itself stand one step deeper than its dash.
            if let key = line.key, line.indent == indent + 2 || line.dashes > 0 && line.indent == indent {
                section = key
            }
            switch (section, line.key) {
            case ("name", "name"): found[last].name = try text(of: line)
            case ("type", "type"): found[last].isDevelopment = line.value.hasSuffix("development")
            case ("requirement", "version"), ("version_requirement", "version"):
                let version = try text(of: line)
                let part = operation.isEmpty ? version : "\(operation) \(version)"
                found[last].requirement += found[last].requirement.isEmpty ? part : ", " + part
            case ("requirement", nil), ("version_requirement", nil):
                if line.dashes > 1 { operation = line.value }
            default: continue
            }
        }
        guard found.allSatisfy({ !$0.name.isEmpty }) else {
            throw Failure(reason: "a dependency has no name", line: lines[0].number)
        }
        return found
    }
}
