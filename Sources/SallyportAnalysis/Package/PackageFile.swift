import SallyportLexing
import SallyportModel

/// One file of the package that is being inspected.
struct PackageFile {
    /// The path inside the archive.
    let path: String
    /// What a report keeps of it.
    let record: FileRecord
    /// The language that the name or the first line shows.
    let language: Language?
    /// The entry whose bytes these are, where the file is a link to another.
    var source: String?
    /// What was found in it, by the language that it was read as.
    var findings: [Language: FileFindings] = [:]
    /// What an organisation's own rules say of it.
    var own: [Finding] = []
    /// What the headers of a native program say.
    var native: NativeProgram?
    /// Why they say nothing.
    var nativeFailure: String?
    /// Bytes behind the end that the file's own format has.
    var tail: Int?
    /// What data without a known format is that says nothing to a reader.
    var opaque: OpaqueData?
    /// What is called when it is read in Python's own format of objects, where that is code.
    var revives: String?
    /// Why it was not read to its end: the code of a limit or of an error.
    var unread: String?

    /// The entry of the archive that holds the bytes.
    var entryPath: String { source ?? path }

    /// The findings as its own language, or as whatever it was read as because something runs it.
    var ownFindings: FileFindings? {
        if let language, let found = findings[language] { return found }
        return findings.min { $0.key.rawValue < $1.key.rawValue }?.value
    }
}
