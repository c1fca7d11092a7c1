import SallyportLexing

/// What a file's bytes are, for the question whether they may be code.
enum ContentKind {
    /// Whether an interpreter could read bytes of this ``SallyportModel/FileRecord/content`` as a program.
    ///
    /// One control character, or a text in an old encoding, makes bytes `binary` and stops no interpreter: only what has
    /// the signature of something else is left out.
    static func mayBeSource(_ content: String) -> Bool {
        switch content {
        case "text", "wide-text", "binary", "empty": true
        default: content.hasPrefix("script:")
        }
    }

    /// The language that a content's `#!` line names.
    static func language(of content: String) -> Language? {
        guard content.hasPrefix("script:") else { return nil }
        return BuildTools.language(of: String(content.dropFirst(7)))
    }
}
