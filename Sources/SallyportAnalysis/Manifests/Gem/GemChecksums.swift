import SallyportArchive
import SallyportModel

/// The digests that a gem states of its own files.
enum GemChecksums {
    /// Whether every stated SHA-256 is that of the file it names, and every stated SHA-512 in a gem without them.
    ///
    /// Gems of the oldest tools state none. A list of digests of which none can be checked is refused.
    static func agree(_ members: GemMembers, _ hashing: any ContentHashing) -> Bool {
        guard let checksums = members.checksums else { return true }
        let stated = lists(checksums)
        if let list = stated["SHA256"] { return agrees(list, members) { hashing.sha256($0.span).hex } }
        if let list = stated["SHA512"] { return agrees(list, members) { hashing.sha512($0.span)?.hex } }
        // As RubyGems reads it, a file without any list says as little as no file.
        return stated.isEmpty
    }

    /// A list of digests that leaves out what is installed is no list of digests.
    private static func agrees(
        _ list: [(name: String, digest: String)],
        _ members: GemMembers,
        _ digest: ([UInt8]) -> String?
    ) -> Bool {
        var checked: Set<String> = []
        for line in list {
            guard let bytes = members.compressed[line.name] else { continue }
            guard digest(bytes) == line.digest, checked.insert(line.name).inserted else { return false }
        }
        return checked.isSuperset(of: [GemMembers.specificationName, GemMembers.dataName])
    }

    /// The lines below each name of an algorithm.
    private static func lists(_ checksums: [UInt8]) -> [String: [(name: String, digest: String)]] {
        var lists: [String: [(name: String, digest: String)]] = [:]
        var algorithm = ""
        let text = String(decoding: checksums, as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline).prefix(linesMax) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].trimmed
            let value = line[line.index(after: colon)...].trimmed.filter { $0 != "'" && $0 != "\"" }
            guard !value.isEmpty || line.first == " " else {
                algorithm = key
                lists[algorithm, default: []] += []
                continue
            }
            lists[algorithm, default: []].append((key, value))
        }
        return lists
    }

    /// Lines of the list that are read.
    private static let linesMax = 64
}
