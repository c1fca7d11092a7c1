import SallyportArchive
import SallyportModel

/// The digests that a gem states of its own files.
enum GemChecksums {
    /// Whether every stated SHA-256 is that of the file it names; gems of old tools state none.
    ///
    /// SHA-512 stands beside it in every gem that has one, and is not computed: a second digest of the same bytes says
    /// nothing more here.
    static func agree(_ members: GemMembers, _ hashing: any ContentHashing) -> Bool {
        guard let checksums = members.checksums else { return true }
        var isWanted = false
        var checked: Set<String> = []
        let text = String(decoding: checksums, as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline).prefix(linesMax) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].trimmed
            let value = line[line.index(after: colon)...].trimmed.filter { $0 != "'" && $0 != "\"" }
            if value.isEmpty {
                isWanted = key == "SHA256"
                continue
            }
            guard isWanted, let bytes = members.compressed[key] else { continue }
            guard hashing.sha256(bytes.span).hex == value, checked.insert(key).inserted else { return false }
        }
        // A list of digests that leaves out what is installed is no list of digests.
        return checked.isEmpty ? !text.contains("SHA256") : checked.isSuperset(of: required)
    }

    private static let required = [GemMembers.specificationName, GemMembers.dataName]
    /// Lines of the list that are read.
    private static let linesMax = 64
}
