/// What was fetched is digested, and the digest compared with a constant.
///
/// A digest that is computed and a constant that looks like one excuse nothing by themselves: both must meet in a
/// comparison, or in a call that compares.
enum DigestComparison {
    /// What meets.
    static let sides: Meaning = [.digest, .constantDigest]

    /// `hash.update(body)`, `hashlib.sha256(body)`: the result is a digest, and so is what `hash` gives later on.
    static func meaning(_ call: Call, _ reader: inout FlowReader, _ stream: LexemeStream) -> Meaning {
        if call.callee.union(call.arguments).contains(sides) { reader.noteComparison(at: call.offset) }
        guard call.word.role.contains(.digests), !call.arguments.isDisjoint(with: [.fetched, .writtenPath]) else {
            return []
        }
        if stream.kind(at: call.open - 2) == .dot, stream.kind(at: call.open - 3) == .name {
            reader.bindings.add(stream.lexemes[call.open - 3].identity, .digest)
        }
        return .digest
    }

    /// Whether a long constant, read where it stands, begins with a digest in hexadecimal: a list of them.
    static func beginsWithDigest(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
        let end = min(Int(lexeme.end), source.count)
        var start = Int(lexeme.start)
        let last = min(end, start + 64)
        while start < last,
            source[start] <= 0x20 || source[start] == UInt8(ascii: "\"") || source[start] == UInt8(ascii: "'")
        {
            start += 1
        }
        guard start + 64 <= end else { return false }
        return (start..<(start + 64)).allSatisfy { offset in
            let byte = source[offset]
            return (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
        }
    }

    /// `==`, `===`, `!=`, `!==`
    static func isEquality(_ lexeme: Lexeme, _ source: Span<UInt8>) -> Bool {
        let count = Int(lexeme.end) - Int(lexeme.start)
        guard count == 2 || count == 3, Int(lexeme.end) <= source.count else { return false }
        let first = source[Int(lexeme.start)]
        return (first == UInt8(ascii: "=") || first == UInt8(ascii: "!"))
            && source[Int(lexeme.start) + 1] == UInt8(ascii: "=")
    }

    /// A digest of SHA-256 or SHA-512, in hexadecimal or as an integrity of the web; also a text whose first word is
    /// one, as lists of digests with the names of files are written.
    static func isDigest(_ bytes: [UInt8]) -> Bool {
        let word = bytes.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
        if word.starts(with: "sha512-".utf8) || word.starts(with: "sha256-".utf8) { return word.count >= 50 }
        guard word.count == 64 || word.count == 128 else { return false }
        return word.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66) }
    }
}

extension FlowReader {
    /// Remembers that a digest is compared, and where first.
    mutating func noteComparison(at offset: Int) {
        comparesDigest = true
        comparesAt = min(comparesAt, offset)
    }

    /// Takes back what an earlier walk said of downloads that are run: that they are compared before was not known yet.
    mutating func withdrawCompared() {
        guard comparesDigest else { return }
        for (detail, offset) in collector.withdraw(.chainDownloadExecute, ProcessRule.running, behind: comparesAt) {
            let rest = detail.dropFirst(ProcessRule.running.count)
            let lighter = "runs a download that is compared with a digest:\(rest)"
            collector.add(.capabilityProcess, Excerpt.detail(lighter), at: offset, .sensitive)
        }
    }
}
