import SallyportModel

/// The lists that older clients read, made of the list of all gems: so every one of them shows the same.
///
/// The public registry has some two million versions. Nearly all stand in a line of their own, and these are written from
/// its bytes; the lines of the others are joined first.
struct SpecLists {
    /// Which versions a list holds.
    enum Kind {
        /// All but pre-releases.
        case released
        /// Of each gem and platform the newest that is no pre-release.
        case latest
        /// Pre-releases.
        case prerelease
    }

    private let listing: VersionsListing

    init(_ listing: VersionsListing) { self.listing = listing }

    /// `/names`: a line a gem.
    func names() -> [UInt8] {
        var text = Array("---\n".utf8)
        text.reserveCapacity(listing.text.body.count / 4)
        forEachGem { name, _ in
            text += name
            text.append(0x0A)
        }
        return text
    }

    /// `specs.4.8` and its like: an array of name, `Gem::Version` and platform.
    func marshalled(_ kind: Kind) -> [UInt8] {
        var entries = MarshalWriter.part()
        var count = 0
        let ruby = ArraySlice(GemPlatform.ruby.utf8)
        forEachGem { name, labels in
            for listed in Self.chosen(labels, kind) {
                entries.beginArray(3)
                entries.text(name)
                entries.version(bytes: listed.version)
                entries.text(listed.platform ?? ruby)
                count += 1
            }
        }
        var writer = MarshalWriter()
        writer.beginArray(count)
        return writer.bytes + entries.bytes
    }

    /// Each gem that is listed, once, with its versions and their platforms behind dashes.
    private func forEachGem(_ body: (ArraySlice<UInt8>, [ArraySlice<UInt8>]) -> Void) {
        let text = listing.text.body
        var joined: Set<ArraySlice<UInt8>> = []
        let changed = Set(listing.said.keys.map { ArraySlice($0.utf8) })
        var offset = listing.text.start
        while offset < text.count, let line = VersionsTable.line(text.span, at: offset) {
            offset = line.end
            let name = text[line.name]
            let labels = text[line.versions]
            let isAlone =
                !listing.table.isRepeated(name) && !labels.contains(UInt8(ascii: "-")) && !changed.contains(name)
            if isAlone {
                body(name, labels.split(separator: UInt8(ascii: ",")))
            } else if joined.insert(name).inserted {
                let name = String(decoding: name, as: UTF8.self)
                let versions = listing.shownVersions(of: name)
                if !versions.isEmpty { body(ArraySlice(name.utf8), versions.map { ArraySlice($0.utf8) }) }
            }
        }
    }

    private typealias Listed = (version: ArraySlice<UInt8>, platform: ArraySlice<UInt8>?)

    private static func chosen(_ labels: [ArraySlice<UInt8>], _ kind: Kind) -> [Listed] {
        var found: [Listed] = []
        for label in labels {
            let dash = label.firstIndex(of: UInt8(ascii: "-"))
            let version = label[..<(dash ?? label.endIndex)]
            guard GemVersion.isWellFormed(version) else { continue }
            let isPrerelease = version.contains { GemVersion.isLetter($0) }
            guard isPrerelease == (kind == .prerelease) else { continue }
            found.append((version, dash.map { label[($0 + 1)...] }))
        }
        return kind == .latest ? newest(found) : found
    }

    /// Of each platform the newest, all of them numbers and dots.
    private static func newest(_ listed: [Listed]) -> [Listed] {
        var newest: [Listed] = []
        for one in listed {
            guard let known = newest.firstIndex(where: { $0.platform == one.platform }) else {
                guard newest.count < platformsMax else { continue }
                newest.append(one)
                continue
            }
            if isBelow(newest[known].version, one.version) { newest[known] = one }
        }
        return newest
    }

    /// Platforms of one gem of which the newest is told.
    private static let platformsMax = 256

    /// Whether a version of numbers and dots is below another one.
    static func isBelow(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        var (one, other) = (left.startIndex, right.startIndex)
        while one < left.endIndex || other < right.endIndex {
            let first = number(left, &one)
            let second = number(right, &other)
            if first.count != second.count { return first.count < second.count }
            if first != second { return first.lexicographicallyPrecedes(second) }
        }
        return false
    }

    /// The digits up to the next dot without zeros before them: none for zero, and behind the end.
    private static func number(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> ArraySlice<UInt8> {
        guard index < bytes.endIndex else { return [] }
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
        let digits = bytes[index..<end].drop { $0 == UInt8(ascii: "0") }
        index = end + 1
        return digits
    }
}

/// Lists of versions as clients read them: one after the other, a dash before one that is taken back.
struct VersionsFold {
    private var order: [String?] = []
    private var positions: [String: Int] = [:]

    /// What is there after all lists so far.
    var versions: [String] { order.compactMap { $0 } }

    mutating func apply(_ bytes: ArraySlice<UInt8>) {
        for part in bytes.split(separator: UInt8(ascii: ",")) {
            if part.first == UInt8(ascii: "-") {
                let gone = String(decoding: part.dropFirst(), as: UTF8.self)
                if let position = positions.removeValue(forKey: gone) { order[position] = nil }
            } else {
                let version = String(decoding: part, as: UTF8.self)
                guard positions[version] == nil else { continue }
                positions[version] = order.count
                order.append(version)
            }
        }
    }
}
