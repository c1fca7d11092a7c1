import SallyportArchive
import SallyportTesting
import Testing

@Suite("Gems")
struct GemTests {
    private static func gzip(_ text: String) -> [UInt8] { Gzip.compress(Array(text.utf8).span, level: 6) }

    private static let data = TarBuilder().file("lib/a.rb", "puts 1\n").gzipped()

    private static func gem(
        _ data: [UInt8] = data,
        specification: [UInt8] = gzip("name: a\n"),
        change: (TarBuilder) -> TarBuilder = { $0 }
    ) -> TarBuilder {
        change(TarBuilder().file("metadata.gz", bytes: specification).file("data.tar.gz", bytes: data))
    }

    @Test("refuses what RubyGems would pass over, and what is there twice or not at all")
    func structure() {
        let cases: [(TarBuilder, ArchiveError.Code)] = [
            (TarBuilder().file("metadata.gz", bytes: Self.gzip("a")), .missingEntry),
            (TarBuilder().file("data.tar.gz", bytes: Self.data), .missingEntry),
            (Self.gem { $0.file("extra.rb", "x") }, .unexpectedEntry),
            (Self.gem { $0.file("lib/data.tar.gz", "x") }, .unexpectedEntry),
            (Self.gem { $0.directory("checksums.yaml.gz") }, .unexpectedEntry),
            (Self.gem { $0.symbolicLink("checksums.yaml.gz", to: "metadata.gz") }, .unexpectedEntry),
            (Self.gem { $0.file("data.tar.gz", bytes: Self.data) }, .duplicatePath),
            (Self.gem { $0.file("Metadata.gz", "x") }, .caseClash),
            (Self.gem(TarBuilder().file("../a", "x").gzipped()), .escapingPath),
            (Self.gem(Self.data + [0]), .trailingData),
            (Self.gem(Self.data + Self.data), .multipleMembers),
            (Self.gem(Array("no gzip at all".utf8)), .invalidHeader),
            (Self.gem(specification: Array("name: a".utf8)), .invalidHeader),
        ]
        for (builder, code) in cases {
            let found = refusal(builder.bytes(), as: .gem)?.code
            #expect(
                found == code || code == .invalidHeader && found != nil,
                "\(code) and not \(String(describing: found))"
            )
        }
    }

    @Test("gives the package's files, and the specification beside them")
    func files() throws {
        let bytes = Self.gem { $0.file("checksums.yaml.gz", bytes: Self.gzip("---\n")).file("metadata.gz.sig", "s") }
            .bytes()
        #expect(ArchiveFormat.detect(bytes.span) == .gem)
        let recorder = try visit(bytes, as: .gem)
        #expect(recorder.entries.map(\.path) == ["lib/a.rb"])
        #expect(recorder.text("lib/a.rb") == "puts 1\n")
        let members = try GemMembers(bytes.span, limits: .standard)
        #expect(members.specification == Array("name: a\n".utf8))
        #expect(members.checksums == Array("---\n".utf8))
        #expect(members.compressed["data.tar.gz"] == Self.data)
    }

    @Test("the limit of a specification", arguments: [(799, true), (800, true), (801, false)])
    func specificationLimit(count: Int, isRead: Bool) {
        var limits = ArchiveLimits()
        limits.metadataBytesMax = 100
        let specification = Self.gzip(String(repeating: "a", count: count))
        let code = refusal(Self.gem(specification: specification).bytes(), as: .gem, limits: limits)?.code
        #expect(code == (isRead ? nil : .metadataTooLarge))
    }

    @Test("a tar with other first entries is no gem")
    func detection() {
        #expect(ArchiveFormat.detect(TarBuilder().file("a", "x").bytes().span) == .tar)
        #expect(ArchiveFormat.detect(TarBuilder().file("data.tar.gz.sig", "x").bytes().span) == .gem)
    }
}
