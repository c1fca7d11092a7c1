import SallyportLexing

/// Memory that is used again from file to file.
struct CodeScratch {
    /// The tokens of the file that is being read.
    var tokens: [Token] = []
    /// Its lexemes.
    var stream = LexemeStream()

    /// Whether a script takes lines for comments that a module reads.
    var hasHiddenLines: Bool { tokens.contains { $0.kind == .htmlComment } }

    /// Empties everything; what one giant file needed is given back.
    mutating func reset() {
        tokens.removeAll(keepingCapacity: tokens.capacity <= 1 << 20)
        stream.reset()
    }
}
