/// Texts taken apart as programs do it: byte by byte, so that neither CR LF nor a combining mark behind a separator, which
/// Swift takes for one character with it, hides the separator.
extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    /// The lines, empty ones too, without what ends them: LF or CR LF.
    var lines: [Substring] {
        let text = Substring(self)
        return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            Substring(line.last == 0x0D ? line.dropLast() : line)
        }
    }

    /// The words between white space of ASCII.
    var words: [Substring] {
        Substring(self).utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
    }
}
