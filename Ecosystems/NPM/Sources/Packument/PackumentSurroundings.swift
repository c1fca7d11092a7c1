import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// What a packument says of a version and of those published around it: who published, who might have, what attests it.
struct PackumentSurroundings {
    /// Versions around one whose manifests are read; of others only the time counts.
    static let manifestsMax = 32
    /// Versions of its own line among them, however many others appeared meanwhile.
    static let lineManifestsMax = 8
    /// Accounts and dependencies of one version that are read.
    static let namesMax = 512

    let index: PackumentIndex

    func at(_ position: Int) -> Surroundings? {
        guard let neighbours = NeighbouringReleases(of: position, in: index.artifacts) else { return nil }
        var manifests: [Int: PackumentLayout.Member] = [:]
        for version in index.layout.versions {
            if let position = version.position { manifests[position] = version.member }
        }
        let line = index.versions[position].line
        var ofLine = 0
        let others = neighbours.others.enumerated().map { order, entry -> ReleaseStatement in
            guard let other = entry.positions.first else { return entry.statement }
            let isOfLine = index.versions[other].line == line && ofLine < Self.lineManifestsMax
            if isOfLine { ofLine += 1 }
            guard isOfLine || order < Self.manifestsMax, let member = manifests[other] else { return entry.statement }
            return statement(entry, member)
        }
        guard let member = manifests[position] else { return nil }
        return Surroundings(release: statement(neighbours.release, member), others: others)
    }

    private func statement(
        _ entry: NeighbouringReleases.Entry,
        _ member: PackumentLayout.Member
    ) -> ReleaseStatement {
        var reading = ManifestReading()
        do throws(JSONError) {
            try reading.read(index.body.span, at: member.value)
        } catch {
            // The document was validated; what can't be read all the same states nothing.
            return entry.statement
        }
        return ReleaseStatement(
            version: entry.version,
            publishedAt: entry.publishedAt,
            publisher: reading.publisher,
            maintainers: reading.maintainers,
            provenance: reading.isAttested ? Provenance() : nil,
            isWithdrawn: reading.isDeprecated,
            unpackedBytes: reading.unpackedBytes,
            dependencies: reading.dependencies
        )
    }

    /// The members of one manifest that matter here.
    private struct ManifestReading {
        var publisher: Publisher?
        var maintainers: [String]?
        var isAttested = false
        var isDeprecated = false
        var unpackedBytes: Int?
        var dependencies: [String] = []

        mutating func read(_ bytes: Span<UInt8>, at offset: Int) throws(JSONError) {
            var cursor = JSONCursor(offset: offset)
            try cursor.enterObject(in: bytes)
            while let member = try cursor.nextMember(in: bytes) {
                if JSONText.matches(bytes, member.key, "_npmUser") {
                    publisher = Self.publisher(bytes, member.value)
                } else if JSONText.matches(bytes, member.key, "maintainers") {
                    maintainers = Self.maintainers(bytes, member.value)
                } else if JSONText.matches(bytes, member.key, "dist") {
                    try readDist(bytes, member.value.lowerBound)
                } else if JSONText.matches(bytes, member.key, "deprecated") {
                    isDeprecated = JSONText.string(bytes, member.value).map { !$0.isEmpty } ?? false
                } else if JSONText.matches(bytes, member.key, "dependencies")
                    || JSONText.matches(bytes, member.key, "optionalDependencies")
                {
                    try readNames(bytes, member.value.lowerBound)
                }
            }
        }

        private mutating func readDist(_ bytes: Span<UInt8>, _ offset: Int) throws(JSONError) {
            var cursor = JSONCursor(offset: offset)
            guard cursor.kind(in: bytes) == .object else { return }
            try cursor.enterObject(in: bytes)
            while let member = try cursor.nextMember(in: bytes) {
                if JSONText.matches(bytes, member.key, "attestations") {
                    isAttested = bytes[member.value.lowerBound] == UInt8(ascii: "{") && member.value.count > 2
                } else if JSONText.matches(bytes, member.key, "unpackedSize") {
                    unpackedBytes = Self.number(bytes, member.value)
                }
            }
        }

        private mutating func readNames(_ bytes: Span<UInt8>, _ offset: Int) throws(JSONError) {
            var cursor = JSONCursor(offset: offset)
            guard cursor.kind(in: bytes) == .object else { return }
            try cursor.enterObject(in: bytes)
            while let member = try cursor.nextMember(in: bytes), dependencies.count < namesMax {
                dependencies.append(JSONText.decode(bytes, member.key))
            }
        }

        /// An account, or a workflow: npm names the service that vouches for it in `trustedPublisher`.
        private static func publisher(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Publisher? {
            guard let value = try? JSONValue.parse(bytes.extracting(range), limits: .manifest),
                let name = value["name"]?.string, !name.isEmpty
            else { return nil }
            return Publisher(
                name: String(name.prefix(214)),
                email: value["email"]?.string.map { String($0.prefix(254)) },
                isWorkflow: value["trustedPublisher"]?.object != nil
            )
        }

        private static func maintainers(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [String]? {
            guard let value = try? JSONValue.parse(bytes.extracting(range), limits: .manifest),
                case .array(let elements) = value
            else { return nil }
            return elements.prefix(namesMax).compactMap { $0["name"]?.string ?? $0.string }
        }

        private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
            guard (1...15).contains(range.count) else { return nil }
            var value = 0
            for index in range {
                guard (0x30...0x39).contains(bytes[index]) else { return nil }
                value = value * 10 + Int(bytes[index] - 0x30)
            }
            return value
        }
    }
}
