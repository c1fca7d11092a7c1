import SallyportLexing

/// One pass over a validated packument that notes where everything stands.
struct PackumentScanner {
    /// What a version's manifest says about itself, before it is judged.
    struct Manifest {
        let key: Range<Int>
        var isObject = false
        var name: Range<Int>?
        var version: Range<Int>?
        var tarball: Range<Int>?
        var integrity: Range<Int>?
        var shasum: Range<Int>?
        var hasInstallScript = false
    }

    /// Why a document is refused.
    enum Refused: Error {
        case json(JSONError)
        case tooManyVersions(offset: Int)
        case tooManyTags(offset: Int)
    }

    let limits: PackumentLimits
    private(set) var layout = PackumentLayout()
    /// Parallel to `layout.versions`.
    private(set) var manifests: [Manifest] = []
    /// The members of `time`, before they are matched with versions.
    private(set) var times: [(key: Range<Int>, member: PackumentLayout.Member)] = []
    private(set) var name: Range<Int>?
    private var cursor = JSONCursor()

    init(limits: PackumentLimits) {
        self.limits = limits
    }

    mutating func scan(_ bytes: Span<UInt8>) throws(Refused) {
        do throws(JSONError) {
            try cursor.enterObject(in: bytes)
            var lead = cursor.offset
            while let key = try cursor.nextKey(in: bytes) {
                let value = cursor.offset
                let role = try topLevel(key, bytes)
                layout.members.append((Self.member(key, lead, value..<cursor.offset), role))
                lead = cursor.offset
            }
        } catch {
            throw .json(error)
        }
        guard layout.versions.count <= limits.versionsMax else {
            throw .tooManyVersions(offset: layout.versions[limits.versionsMax].member.start)
        }
        guard layout.tags.count <= limits.tagsMax else {
            throw .tooManyTags(offset: layout.tags[limits.tagsMax].start)
        }
    }

    private static func member(_ key: Range<Int>, _ lead: Int, _ value: Range<Int>) -> PackumentLayout.Member {
        PackumentLayout.Member(lead: lead, start: key.lowerBound - 1, value: value.lowerBound, end: value.upperBound)
    }

    private mutating func topLevel(_ key: Range<Int>, _ bytes: Span<UInt8>) throws(JSONError) -> PackumentLayout.Role {
        let kind = cursor.kind(in: bytes)
        switch JSONText.decode(bytes, key) {
        case "versions" where kind == .object:
            try versions(bytes)
            return .versions
        case "time" where kind == .object:
            try timeMembers(bytes)
            return .time
        case "dist-tags" where kind == .object:
            try tags(bytes)
            return .distTags
        case "name":
            name = try cursor.skipValue(in: bytes)
            return .copied
        case "_attachments":
            // Old documents have it empty; what stands in it is named after versions.
            return try cursor.skipValue(in: bytes).count == 2 ? .copied : .dropped
        case "versions", "time", "dist-tags", "policyRestrictions":
            _ = try cursor.skipValue(in: bytes)
            return .dropped
        default:
            _ = try cursor.skipValue(in: bytes)
            return .copied
        }
    }

    private mutating func versions(_ bytes: Span<UInt8>) throws(JSONError) {
        try cursor.enterObject(in: bytes)
        var lead = cursor.offset
        while let key = try cursor.nextKey(in: bytes) {
            let firstField = layout.fields.count
            let value = cursor.offset
            var manifest = Manifest(key: key)
            if cursor.kind(in: bytes) == .object {
                manifest.isObject = true
                try read(&manifest, bytes)
            } else {
                _ = try cursor.skipValue(in: bytes)
            }
            manifests.append(manifest)
            layout.versions.append(
                PackumentLayout.Version(
                    member: Self.member(key, lead, value..<cursor.offset),
                    position: nil,
                    tarball: manifest.tarball ?? 0..<0,
                    fields: firstField..<layout.fields.count,
                    hasInstallScript: manifest.hasInstallScript
                )
            )
            lead = cursor.offset
        }
    }

    private mutating func read(_ manifest: inout Manifest, _ bytes: Span<UInt8>) throws(JSONError) {
        try cursor.enterObject(in: bytes)
        while let key = try cursor.nextKey(in: bytes) {
            guard let field = ManifestField.named(key, in: bytes) else {
                _ = try cursor.skipValue(in: bytes)
                continue
            }
            let value = try read(field.role, &manifest, bytes)
            guard field.isAbbreviated else { continue }
            layout.fields.append(
                PackumentLayout.Field(
                    start: UInt32(key.lowerBound - 1),
                    end: UInt32(value.upperBound),
                    isDist: manifest.tarball.map { value.contains($0.lowerBound) } ?? false
                )
            )
        }
    }

    private mutating func read(
        _ role: ManifestField.Role,
        _ manifest: inout Manifest,
        _ bytes: Span<UInt8>
    ) throws(JSONError) -> Range<Int> {
        let start = cursor.offset
        let isObject = cursor.kind(in: bytes) == .object
        switch role {
        case .dist where isObject: try dist(&manifest, bytes)
        case .scripts where isObject: try scripts(&manifest, bytes)
        case .name: manifest.name = try cursor.skipValue(in: bytes)
        case .version: manifest.version = try cursor.skipValue(in: bytes)
        case .gypfile, .hasInstallScript:
            if bytes[start] == UInt8(ascii: "t") { manifest.hasInstallScript = true }
            _ = try cursor.skipValue(in: bytes)
        case .dist, .scripts, .copied: _ = try cursor.skipValue(in: bytes)
        }
        return start..<cursor.offset
    }

    private mutating func dist(_ manifest: inout Manifest, _ bytes: Span<UInt8>) throws(JSONError) {
        try cursor.enterObject(in: bytes)
        while let key = try cursor.nextKey(in: bytes) {
            let value = try cursor.skipValue(in: bytes)
            if JSONText.matches(bytes, key, "tarball") {
                manifest.tarball = value
            } else if JSONText.matches(bytes, key, "integrity") {
                manifest.integrity = value
            } else if JSONText.matches(bytes, key, "shasum") {
                manifest.shasum = value
            }
        }
    }

    /// Notes whether one of the scripts runs at install; an empty one does not.
    private mutating func scripts(_ manifest: inout Manifest, _ bytes: Span<UInt8>) throws(JSONError) {
        try cursor.enterObject(in: bytes)
        while let key = try cursor.nextKey(in: bytes) {
            let value = try cursor.skipValue(in: bytes)
            guard bytes[value.lowerBound] == UInt8(ascii: "\""), value.count > 2 else { continue }
            for name in ["preinstall", "install", "postinstall"] where JSONText.matches(bytes, key, name) {
                manifest.hasInstallScript = true
            }
        }
    }

    private mutating func timeMembers(_ bytes: Span<UInt8>) throws(JSONError) {
        try cursor.enterObject(in: bytes)
        var lead = cursor.offset
        while let key = try cursor.nextKey(in: bytes) {
            let value = try cursor.skipValue(in: bytes)
            if bytes[value.lowerBound] == UInt8(ascii: "\""), JSONText.matches(bytes, key, "modified") {
                layout.modified = value
            }
            times.append((key, Self.member(key, lead, value)))
            lead = cursor.offset
        }
    }

    private mutating func tags(_ bytes: Span<UInt8>) throws(JSONError) {
        try cursor.enterObject(in: bytes)
        while let key = try cursor.nextKey(in: bytes) {
            let value = try cursor.skipValue(in: bytes)
            layout.tags.append(
                PackumentLayout.Tag(
                    name: JSONText.decode(bytes, key),
                    target: JSONText.string(bytes, value) ?? "",
                    start: key.lowerBound - 1
                )
            )
        }
    }

    /// Gives each version its position, or none, and matches `time` with them.
    mutating func settle(positions: [Int?], versionOf: [String: Int], _ bytes: Span<UInt8>) {
        for index in layout.versions.indices { layout.versions[index].position = positions[index] }
        layout.times = times.map { key, member in
            PackumentLayout.Time(member: member, version: versionOf[JSONText.decode(bytes, key)])
        }
    }
}
