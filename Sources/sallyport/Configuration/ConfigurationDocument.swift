import SallyportPolicy
import Yams

/// A configuration file as YAML, with the errors that its structure can have.
struct ConfigurationDocument {
    /// Longest file, in bytes.
    static let bytesMax = 256 * 1_024

    /// A key with where it stands, and its value.
    typealias Entry = (key: String, at: Node, value: Node)

    /// The name that errors show.
    let file: String

    /// The root of the only document; `nil` when the file holds none.
    func root() throws(ConfigurationError) -> Node? {
        let text: String
        do {
            text = try FileContent.text(file, bytesMax: Self.bytesMax)
        } catch {
            throw ConfigurationError(.unreadable, file: nil, "The configuration file \(error)")
        }
        do {
            return try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw syntaxError(error)
        }
    }

    /// The entries of a map whose keys are all known.
    func entries(of node: Node, named name: String, keys: [String]) throws(ConfigurationError) -> [Entry] {
        guard let mapping = node.mapping else {
            let some = keys.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
            throw wrong(.wrongType, node, "\(name) is a map with keys such as \(some), not \(Self.kind(node))")
        }
        var entries: [Entry] = []
        for (key, value) in mapping {
            guard let text = key.scalar?.string, keys.contains(text) else {
                var advice = key.scalar.map { Suggestion.sentence(for: $0.string, among: keys) } ?? ""
                if advice.isEmpty { advice = "; its keys are \(keys.map { "`\($0)`" }.joined(separator: ", "))" }
                throw wrong(.unknownKey, key, "\(name) has no key \(Self.kind(key))\(advice)")
            }
            entries.append((text, key, value))
        }
        return entries
    }

    /// A word or a line of text; `example` is shown when something else stands there.
    func text(_ entry: Entry, example: String) throws(ConfigurationError) -> String {
        guard let text = entry.value.scalar?.string, !text.isEmpty else {
            throw wrong(
                .wrongType,
                entry.value,
                "`\(entry.key)` takes one value such as `\(example)`, not \(Self.kind(entry.value))"
            )
        }
        return text
    }

    /// An error about a value or a key.
    func wrong(_ code: ConfigurationError.Code, _ node: Node, _ message: String) -> ConfigurationError {
        ConfigurationError(code, file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message)
    }

    /// What a node is called in an error.
    static func kind(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "`\(scalar.string.prefix(60))`"
        case .sequence: "a list"
        case .mapping: "a map"
        case .alias: "an alias"
        }
    }

    private func syntaxError(_ cause: any Error) -> ConfigurationError {
        func error(_ code: ConfigurationError.Code, _ mark: Mark, _ message: String) -> ConfigurationError {
            ConfigurationError(code, file: file, line: mark.line, column: mark.column, message)
        }
        switch cause as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return error(.syntax, mark, "this is no YAML: \(problem)")
        case .composer(_, let problem, let mark, _):
            return error(.syntax, mark, "this YAML can't be used: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first.map { "`\($0.prefix(60))`" } ?? "a key"
            return error(
                .duplicateKey,
                context.mark,
                "\(key) stands twice in this map; keep one of them, for a name belongs to exactly one origin"
            )
        default:
            return ConfigurationError(
                .syntax,
                file: file,
                line: 1,
                column: 1,
                "this is no YAML: the file holds characters that YAML does not allow"
            )
        }
    }
}
