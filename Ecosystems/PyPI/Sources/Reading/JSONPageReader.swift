import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// Reads a project's page in JSON (PEP 691, with 700, 708, 714, 740 and 792).
enum JSONPageReader {
    /// Containers in each other; the format has three.
    static let depthMax = 32

    static func read(_ bytes: Span<UInt8>, into page: inout PageAssembly) throws(IndexError) {
        do {
            try JSONValidator.validate(bytes, limits: JSONLimits(bytesMax: page.limits.bytesMax, depthMax: depthMax))
            let members = try JSONFields(bytes, JSONCursor())
            try checkMeta(members.value("meta", bytes), bytes, page: &page)
            try checkName(members.value("name", bytes), bytes, page)
            try readProject(members, bytes, into: &page)
            guard let files = members.value("files", bytes) else { throw broken("has no `files`", page) }
            var cursor = JSONCursor(offset: files.lowerBound)
            try cursor.enterArray(in: bytes)
            while let element = try cursor.nextElement(in: bytes) { try readFile(element, bytes, into: &page) }
        } catch let error as JSONError {
            throw IndexError(code: error.code.rawValue, offset: error.offset, description: error.message)
        } catch let error as IndexError {
            throw error
        } catch {
            throw broken("can't be read", page)
        }
    }

    private static func checkMeta(_ meta: Range<Int>?, _ bytes: Span<UInt8>, page: inout PageAssembly) throws {
        guard let meta else { throw broken("has no `meta`", page) }
        let fields = try JSONFields(bytes, JSONCursor(offset: meta.lowerBound))
        guard let version = fields.string("api-version", bytes) else { throw broken("has no `api-version`", page) }
        try APIVersion.check(version, of: page.package)
        page.project.tracks = try locations(fields.value("tracks", bytes), bytes, page)
    }

    /// A page of another project would put its files under this name.
    private static func checkName(_ name: Range<Int>?, _ bytes: Span<UInt8>, _ page: PageAssembly) throws {
        guard let name, let text = JSONText.string(bytes, name) else { throw broken("has no `name`", page) }
        guard PackageURL.pypiNormal(text) == page.package.name else {
            throw broken("is that of `\(Refusal.printable(text, bytesMax: 120))`", page)
        }
    }

    private static func readProject(
        _ members: JSONFields,
        _ bytes: Span<UInt8>,
        into page: inout PageAssembly
    ) throws {
        page.project.alternateLocations = try locations(members.value("alternate-locations", bytes), bytes, page)
        guard let status = members.value("project-status", bytes), JSONFields.kind(of: status, bytes) == .object else {
            return
        }
        let fields = try JSONFields(bytes, JSONCursor(offset: status.lowerBound))
        guard let marker = fields.string("status", bytes) else { return }
        page.setStatus(marker, reason: fields.string("reason", bytes))
    }

    private static func locations(_ value: Range<Int>?, _ bytes: Span<UInt8>, _ page: PageAssembly) throws -> [String] {
        guard let value, JSONFields.kind(of: value, bytes) == .array else { return [] }
        var cursor = JSONCursor(offset: value.lowerBound)
        var locations: [String] = []
        try cursor.enterArray(in: bytes)
        while let element = try cursor.nextElement(in: bytes), locations.count < page.limits.locationsMax {
            guard let text = JSONText.string(bytes, element), let location = page.location(text) else { continue }
            locations.append(location)
        }
        return locations
    }

    private static func readFile(_ element: Range<Int>, _ bytes: Span<UInt8>, into page: inout PageAssembly) throws {
        guard JSONFields.kind(of: element, bytes) == .object else {
            return page.omit("an entry", "is no object")
        }
        let fields = try JSONFields(bytes, JSONCursor(offset: element.lowerBound))
        var file = ListedFile()
        guard let filename = fields.string("filename", bytes), let url = fields.string("url", bytes) else {
            return page.omit(fields.string("filename", bytes) ?? "an entry", "has no `filename` or no `url`")
        }
        file.filename = filename
        file.reference = url
        file.hashes = try hashes(fields.value("hashes", bytes), bytes)
        file.requiresPython = fields.string("requires-python", bytes)
        file.yank = yank(fields.value("yanked", bytes), bytes)
        file.size = fields.number("size", bytes)
        file.uploadTime = fields.string("upload-time", bytes)
        // PEP 714: the newer name counts where both stand.
        let metadata = fields.value("core-metadata", bytes) ?? fields.value("dist-info-metadata", bytes)
        file.metadataSHA256 = try hashes(metadata, bytes).first { $0.algorithm == "sha256" }?.hex
        file.provenance = fields.string("provenance", bytes)
        try page.add(file)
    }

    private static func hashes(
        _ value: Range<Int>?,
        _ bytes: Span<UInt8>
    ) throws(JSONError) -> [(algorithm: String, hex: String)] {
        guard let value, JSONFields.kind(of: value, bytes) == .object else { return [] }
        var cursor = JSONCursor(offset: value.lowerBound)
        var hashes: [(algorithm: String, hex: String)] = []
        try cursor.enterObject(in: bytes)
        while let member = try cursor.nextMember(in: bytes) {
            guard let hex = JSONText.string(bytes, member.value) else { continue }
            hashes.append((JSONText.decode(bytes, member.key).lowercased(), hex))
        }
        return hashes
    }

    private static func yank(_ value: Range<Int>?, _ bytes: Span<UInt8>) -> SimpleFile.Yank {
        guard let value else { return .no }
        if let reason = JSONText.string(bytes, value) { return .because(reason) }
        return JSONFields.kind(of: value, bytes) == .bool && value.count == 4 ? .yes : .no
    }

    private static func broken(_ what: String, _ page: PageAssembly) -> IndexError {
        IndexError(
            code: "simple-json",
            description: "The upstream's JSON page for \(page.package.name) \(what); check the upstream's URL."
        )
    }
}

/// The members of one object by their names, as ranges; nothing is decoded before it is asked for.
struct JSONFields {
    private var members: [JSONMemberRange] = []

    init(_ bytes: Span<UInt8>, _ start: JSONCursor) throws(JSONError) {
        var cursor = start
        members.reserveCapacity(12)
        try cursor.enterObject(in: bytes)
        while let member = try cursor.nextMember(in: bytes) { members.append(member) }
    }

    func value(_ key: String, _ bytes: Span<UInt8>) -> Range<Int>? {
        for member in members where JSONText.matches(bytes, member.key, key) { return member.value }
        return nil
    }

    func string(_ key: String, _ bytes: Span<UInt8>) -> String? {
        value(key, bytes).flatMap { JSONText.string(bytes, $0) }
    }

    /// A whole number of zero or more.
    func number(_ key: String, _ bytes: Span<UInt8>) -> Int? {
        guard let range = value(key, bytes), range.count <= 19 else { return nil }
        var value = 0
        for index in range {
            guard (0x30...0x39).contains(bytes[index]) else { return nil }
            let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(Int(bytes[index] - 0x30))
            guard !overflowed, !carried else { return nil }
            value = sum
        }
        return value
    }

    static func kind(of value: Range<Int>, _ bytes: Span<UInt8>) -> JSONCursor.Kind? {
        var cursor = JSONCursor(offset: value.lowerBound)
        return cursor.kind(in: bytes)
    }
}
