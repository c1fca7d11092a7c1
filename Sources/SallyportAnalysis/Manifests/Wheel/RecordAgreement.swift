import SallyportLexing
import SallyportModel

/// Whether a wheel's `RECORD` lists what the wheel holds (PEP 376, PEP 427): an installer that goes by one and an
/// inspection that goes by the other would see two packages.
enum RecordAgreement {
    /// Paths that one fact names.
    private static let pathsShownMax = 3

    static func facts(_ shelf: Shelf) -> [Fact] {
        guard let folder = shelf.files.compactMap({ WheelStatement.metadataFolder($0.path) }).min() else { return [] }
        let path = "\(folder)/RECORD"
        guard shelf.position(of: path) != nil else { return [fact("is missing", [], path)] }
        guard let bytes = shelf.manifest(at: path), let rows = RecordFile.rows(bytes) else {
            return [fact("can't be read", [], path)]
        }
        var listed: [String: RecordFile.Row] = [:]
        var twice: [String] = []
        for row in rows where listed.updateValue(row, forKey: row.path) != nil { twice.append(row.path) }
        var unlisted: [String] = []
        var changed: [String] = []
        for file in shelf.files where !isExempt(file.path, folder) {
            guard let row = listed[file.path] else {
                unlisted.append(file.path)
                continue
            }
            if let digest = file.record.digest, !row.agrees(with: digest) { changed.append(file.path) }
        }
        let absent = rows.map(\.path).filter { shelf.position(of: $0) == nil && !isExempt($0, folder) }
        return [
            fact("does not list", unlisted, path), fact("has another hash for", changed, path),
            fact("lists what is not there:", absent, path), fact("lists twice", twice, path),
        ].filter { !$0.detail.isEmpty }
    }

    /// The list itself and its signatures, which have no hash in it.
    private static func isExempt(_ path: String, _ folder: Substring) -> Bool {
        ["RECORD", "RECORD.jws", "RECORD.p7s"].contains { path == "\(folder)/\($0)" }
    }

    private static func fact(_ verb: String, _ paths: [String], _ place: String) -> Fact {
        var detail = "RECORD \(verb)"
        if verb.hasSuffix("missing") || verb.hasSuffix("read") {
            return Fact(code: .recordMismatch, reach: .install, detail: detail, place: Place(path: place))
        }
        detail += " " + paths.prefix(pathsShownMax).joined(separator: ", ")
        if paths.count > pathsShownMax { detail += " and \(paths.count - pathsShownMax) more" }
        return Fact(
            code: .recordMismatch,
            reach: .install,
            detail: paths.isEmpty ? "" : Excerpt.detail(detail),
            place: Place(path: paths.first ?? place)
        )
    }
}

/// The rows of a `RECORD` file: comma-separated values with double quotes where a path needs them.
enum RecordFile {
    struct Row {
        let path: String
        /// `sha256=` and the digest in base64 for URLs, or nothing.
        let hash: String

        /// Whether the hash is the digest's. Other algorithms that are as strong can't be compared and are believed;
        /// compiled files have none, because installers make them anew.
        func agrees(with digest: Digest) -> Bool {
            if hash.hasPrefix("sha384=") || hash.hasPrefix("sha512=") { return true }
            if hash.isEmpty { return path.hasSuffix(".pyc") }
            guard hash.hasPrefix("sha256=") else { return false }
            let value = hash.dropFirst(7).prefix { $0 != "=" }.replacing("-", with: "+").replacing("_", with: "/")
            return digest.integrity == "sha256-\(value)="
        }
    }

    /// The rows; `nil` when the text is no UTF-8 or a quote is left open.
    static func rows(_ bytes: [UInt8]) -> [Row]? {
        guard UTF8.isValid(bytes) else { return nil }
        var rows: [Row] = []
        var fields: [[UInt8]] = [[]]
        var isQuoted = false
        var isClosing = false
        for byte in bytes + [0x0A] {
            if isQuoted, !isClosing {
                if byte == UInt8(ascii: "\"") { isClosing = true } else { fields[fields.count - 1].append(byte) }
                continue
            }
            if isClosing, byte == UInt8(ascii: "\"") {
                fields[fields.count - 1].append(byte)
                isClosing = false
                continue
            }
            (isQuoted, isClosing) = (false, false)
            switch byte {
            case UInt8(ascii: "\"") where fields.last?.isEmpty == true: isQuoted = true
            case UInt8(ascii: ","): fields.append([])
            case 0x0A, 0x0D:
                if let row = row(fields) { rows.append(row) }
                fields = [[]]
            default: fields[fields.count - 1].append(byte)
            }
        }
        return isQuoted ? nil : rows
    }

    private static func row(_ fields: [[UInt8]]) -> Row? {
        guard let path = fields.first, !path.isEmpty else { return nil }
        let hash = fields.count > 1 ? fields[1] : []
        return Row(path: String(decoding: path, as: UTF8.self), hash: String(decoding: hash, as: UTF8.self))
    }
}

extension UTF8 {
    /// Whether bytes are UTF-8 throughout.
    fileprivate static func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
