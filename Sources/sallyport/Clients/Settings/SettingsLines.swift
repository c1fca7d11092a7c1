/// A settings file as lines, so that what is not understood stays as it is.
struct SettingsLines {
    private(set) var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
    }

    /// The text, with a line break at the end.
    var text: String { lines.joined(separator: "\n") + "\n" }

    /// The name before the first `=` of a line; `nil` for comments, sections and everything else.
    static func key(_ line: String) -> String? {
        guard let sign = line.firstIndex(of: "="), let first = line.trimmedBlanks.first, !"#;[".contains(first) else {
            return nil
        }
        return line[..<sign].trimmedBlanks
    }

    mutating func replace(_ index: Int, with line: String) { lines[index] = line }

    mutating func insert(_ line: String, at index: Int) { lines.insert(line, at: index) }

    mutating func append(_ line: String) { lines.append(line) }

    mutating func remove(_ index: Int) { lines.remove(at: index) }
}

extension StringProtocol {
    /// Without blanks and tabs at both ends, and without a carriage return.
    var trimmedBlanks: String {
        var rest = self[...]
        while let first = rest.first, " \t\r\n".contains(first) || first == "\r\n" { rest = rest.dropFirst() }
        while let last = rest.last, " \t\r\n".contains(last) || last == "\r\n" { rest = rest.dropLast() }
        return String(rest)
    }
}
