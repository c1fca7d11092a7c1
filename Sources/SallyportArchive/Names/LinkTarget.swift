/// The rules that the target of a symbolic link must meet.
enum LinkTarget {
    /// The target of a symbolic link at a path: relative, and inside the tree wherever other links lead.
    ///
    /// `..` may only stand at the front. There it counts from the link's own folder, which is no link itself
    /// (`EntryTree` sees to that). Behind a name it would count from wherever that name leads, which text can't tell.
    static func validated(
        _ raw: [UInt8],
        linkPath: String,
        limits: ArchiveLimits,
        place: Place
    ) throws(ArchiveError) -> String {
        guard !raw.isEmpty else { throw place.error(.linkEscapes) }
        let text = try EntryPath.text(raw[...], limits: limits, place: place)
        guard !EntryPath.isAbsolute(raw[...]) else { throw place.error(.linkEscapes) }
        var depth = linkPath.utf8.count { $0 == EntryPath.slash }
        var hasName = false
        for component in raw.split(separator: EntryPath.slash) {
            if component.elementsEqual([EntryPath.dot]) { continue }
            guard component.elementsEqual([EntryPath.dot, EntryPath.dot]) else {
                hasName = true
                continue
            }
            depth -= 1
            guard depth >= 0, !hasName else { throw place.error(.linkEscapes) }
        }
        return text
    }
}
