import SallyportArchive
import SallyportLexing
import SallyportModel

/// The specification at `/quick/Marshal.4.8/`, as `Gem::Specification` loads it: written anew from the gem's own metadata.
///
/// Bundler and gem resolve with what `/info` says; gem takes the specification's word for dependencies before it has the gem.
enum QuickSpecification {
    /// Most dependencies of one gem.
    private static let dependenciesMax = 1_024
    /// The version of the form in which a specification is written.
    private static let specificationVersion = 4

    /// The document for a gem; `nil` for bytes that are no gem, or one of another name.
    static func read(_ bytes: Span<UInt8>, of artifact: Artifact) -> [UInt8]? {
        guard let members = try? GemMembers(bytes, limits: .standard),
            let stated = try? GemSpecification(members.specification.span),
            let details = try? GemSpecificationDetails(members.specification.span),
            stated.name == artifact.release.package.name, stated.version == artifact.release.version,
            GemFilename.of(stated.name, stated.version, platform: stated.platform) == artifact.filename,
            stated.dependencies.count <= dependenciesMax, stated.dependencies.count == details.dependencies.count
        else { return nil }
        return StoredZlib.wrap(marshalled(stated, details).span)
    }

    static func marshalled(_ stated: GemSpecification, _ details: GemSpecificationDetails) -> [UInt8] {
        var writer = MarshalWriter()
        writer.ownBytes("Gem::Specification", fields(stated, details))
        return writer.bytes
    }

    /// The nineteen fields in the order in which `Gem::Specification._load` takes them.
    private static func fields(_ stated: GemSpecification, _ details: GemSpecificationDetails) -> [UInt8] {
        var writer = MarshalWriter()
        writer.beginArray(19)
        writer.string(details.rubyGemsVersion ?? "0")
        writer.integer(specificationVersion)
        writer.string(stated.name)
        writer.version(stated.version)
        writer.string(day(details.date))
        writer.string(details.summary ?? "")
        requirement(details.requiredRuby, to: &writer)
        requirement(details.requiredRubyGems, to: &writer)
        writer.string(stated.platform)
        dependencies(stated, details, to: &writer)
        writer.string("")
        list(details.email, to: &writer)
        list(details.authors, to: &writer)
        optional(details.description, to: &writer)
        optional(details.homepage, to: &writer)
        writer.bool(true)
        writer.string(stated.platform)
        list(details.licenses, to: &writer)
        writer.beginHash(details.metadata.count)
        for entry in details.metadata {
            writer.string(entry.name)
            writer.string(entry.value)
        }
        return writer.bytes
    }

    private static func dependencies(
        _ stated: GemSpecification,
        _ details: GemSpecificationDetails,
        to writer: inout MarshalWriter
    ) {
        writer.beginArray(stated.dependencies.count)
        for (dependency, clauses) in zip(stated.dependencies, details.dependencies) {
            writer.beginObject("Gem::Dependency", variables: 5)
            writer.symbol("@name")
            writer.string(dependency.name)
            writer.symbol("@requirement")
            requirement(clauses, to: &writer)
            writer.symbol("@type")
            writer.symbol(dependency.isDevelopment ? "development" : "runtime")
            writer.symbol("@prerelease")
            writer.bool(false)
            writer.symbol("@version_requirements")
            requirement(clauses, to: &writer)
        }
    }

    /// None stands for any version.
    private static func requirement(_ clauses: [GemSpecificationDetails.Clause], to writer: inout MarshalWriter) {
        let pairs = clauses.map { (sign: $0.sign, version: $0.version) }
        writer.requirement(pairs.isEmpty ? [(sign: ">=", version: "0")] : pairs)
    }

    private static func list(_ texts: [String], to writer: inout MarshalWriter) {
        writer.beginArray(texts.count)
        for text in texts { writer.string(text) }
    }

    private static func optional(_ text: String?, to writer: inout MarshalWriter) {
        if let text { writer.string(text) } else { writer.null() }
    }

    /// RubyGems refuses a day in another form.
    private static func day(_ text: String?) -> String {
        guard let text, Instant(text) != nil, text.utf8.count == 10 else { return "1980-01-02" }
        return text
    }
}

/// The zlib form (RFC 1950) without compression: specifications are small.
enum StoredZlib {
    private static let blockBytesMax = 65_535

    static func wrap(_ bytes: Span<UInt8>) -> [UInt8] {
        var output: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let count = min(blockBytesMax, bytes.count - start)
            output.append(start + count == bytes.count ? 1 : 0)
            for value in [UInt16(count), ~UInt16(count)] {
                output.append(UInt8(truncatingIfNeeded: value))
                output.append(UInt8(truncatingIfNeeded: value >> 8))
            }
            for index in start..<(start + count) { output.append(bytes[index]) }
            start += count
        } while start < bytes.count
        let sum = adler32(bytes)
        for shift in stride(from: 24, through: 0, by: -8) {
            output.append(UInt8(truncatingIfNeeded: sum >> UInt32(shift)))
        }
        return output
    }

    private static func adler32(_ bytes: Span<UInt8>) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for index in bytes.indices {
            low = (low + UInt32(bytes[index])) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }
}
