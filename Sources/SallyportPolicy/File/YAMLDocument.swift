import Yams

/// A node of a policy file with its position; all that the grammar needs of YAML.
struct YAMLValue {
    /// What stands there.
    enum Content {
        case text(String)
        case list([YAMLValue])
        case map([YAMLPair])
    }

    let content: Content
    let line: Int
    let column: Int

    /// What it is called in an error.
    var kind: String {
        switch content {
        case .text(let text): text.isEmpty ? "nothing" : "`\(text.prefix(60))`"
        case .list: "a list"
        case .map: "a map"
        }
    }
}

/// Reads YAML into ``YAMLValue``, within limits.
struct YAMLDocument {
    /// Longest file, in bytes.
    static let bytesMax = 256 * 1_024
    /// Deepest nesting; the grammar needs four. (The parser itself stops at a thousand.)
    static let depthMax = 8

    let file: String

    /// The root of the only document; `nil` when the file holds none.
    func root(_ yaml: String) throws(PolicyFileError) -> YAMLValue? {
        guard yaml.utf8.count <= Self.bytesMax else {
            throw error(.tooLarge, 1, 1, "a policy file is at most \(Self.bytesMax / 1_024) KiB long")
        }
        try refuseReferences(yaml)
        let node: Node?
        do {
            let hasByteOrderMark = yaml.unicodeScalars.first == "\u{FEFF}"
            let text = hasByteOrderMark ? String(yaml.unicodeScalars.dropFirst()) : yaml
            node = try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw syntaxError(error)
        }
        guard let node else { return nil }
        return try value(of: node, depth: 1)
    }

    func error(_ code: PolicyFileError.Code, _ line: Int, _ column: Int, _ message: String) -> PolicyFileError {
        PolicyFileError(code, file: file, line: line, column: column, message)
    }

    /// Refuses anchors and aliases before the parser sees them: a few dozen of them can stand for a billion nodes.
    ///
    /// It looks at quoted texts and comments as well, because only a parser knows where those end.
    private func refuseReferences(_ yaml: String) throws(PolicyFileError) {
        var line = 1
        var column = 0
        var beforeLast: Unicode.Scalar = "\n"
        var last: Unicode.Scalar = "\n"
        for scalar in yaml.unicodeScalars {
            if last == "&" || last == "*", Self.separates(beforeLast), !scalar.properties.isWhitespace {
                throw error(
                    .unsupportedYAML,
                    line,
                    column,
                    "`\(last)\(scalar)` begins a YAML anchor or alias, which a policy does not use; "
                        + "write the value out (in a comment, put a blank after the `\(last)`)"
                )
            }
            if scalar == "\n" {
                line += 1
                column = 0
            } else {
                column += 1
            }
            beforeLast = last
            last = scalar
        }
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "[{,:-?".unicodeScalars.contains(scalar)
    }

    /// Goes at most ``depthMax`` levels down.
    private func value(of node: Node, depth: Int) throws(PolicyFileError) -> YAMLValue {
        let line = node.mark?.line ?? 1
        let column = node.mark?.column ?? 1
        guard depth <= Self.depthMax else {
            throw error(.wrongType, line, column, "nested deeper than anything in a policy")
        }
        switch node {
        case .scalar(let scalar):
            return YAMLValue(content: .text(scalar.string), line: line, column: column)
        case .sequence(let sequence):
            var values: [YAMLValue] = []
            for element in sequence { values.append(try value(of: element, depth: depth + 1)) }
            return YAMLValue(content: .list(values), line: line, column: column)
        case .mapping(let mapping):
            var pairs: [YAMLPair] = []
            for pair in mapping {
                pairs.append(
                    YAMLPair(
                        key: try value(of: pair.key, depth: depth + 1),
                        value: try value(of: pair.value, depth: depth + 1)
                    )
                )
            }
            return YAMLValue(content: .map(pairs), line: line, column: column)
        case .alias:
            throw error(.unsupportedYAML, line, column, "a policy uses no YAML aliases; write the value out")
        }
    }

    private func syntaxError(_ cause: any Error) -> PolicyFileError {
        switch cause as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return error(.syntax, mark.line, mark.column, "this is no YAML: \(problem)")
        case .composer(_, _, let mark, _):
            return error(.syntax, mark.line, mark.column, "a policy file holds one YAML document; remove the others")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first.map { "`\($0.prefix(60))`" } ?? "a key"
            return error(
                .duplicateKey,
                context.mark.line,
                context.mark.column,
                "\(key) stands here and again below; keep one of them"
            )
        default:
            return error(.syntax, 1, 1, "this is no YAML: the file holds characters that YAML does not allow")
        }
    }
}

/// One entry of a map, as it stands.
struct YAMLPair {
    let key: YAMLValue
    let value: YAMLValue
}

/// One entry of a map whose key is known.
struct YAMLEntry {
    let key: String
    /// Where the key stands.
    let at: YAMLValue
    let value: YAMLValue
}
