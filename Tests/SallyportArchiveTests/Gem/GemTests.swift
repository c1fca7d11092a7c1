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

    @Test("refuses what would rename an entry where RubyGems heeds only the entry's own header")
    func renamed() throws {
        let renames: [(TarBuilder, String) -> TarBuilder] = [
            { $0.pax(["path": $1]) }, { $0.gnuLongName($1) }, { $0.gnuLongName($1, isLink: true) },
            { builder, _ in builder.pax(["comment": "x"], global: true) },
        ]
        for rename in renames {
            // A plug-in that we would see as a text.
            let data = rename(TarBuilder(), "doc/notes.txt").file("lib/rubygems_plugin.rb", "").gzipped()
            #expect(refusal(Self.gem(data).bytes(), as: .gem)?.code == .unsupportedExtension)
            // Another member of the gem under the name of the one that is installed.
            let outer = rename(Self.gem(), "data.tar.gz.sig").file("checksums.yaml.gz", "")
            #expect(refusal(outer.bytes(), as: .gem)?.code == .unsupportedExtension)
        }
        let short = TarBuilder().file("lib/" + String(repeating: "a", count: 90), "").gzipped()
        #expect(refusal(Self.gem(short).bytes(), as: .gem) == nil)
        #expect(refusal(TarBuilder().pax(["path": "b"]).file("a", "").bytes(), as: .tar) == nil)
    }

    @Test("refuses spaces at the end of a part of a path, which RubyGems cuts off")
    func spaces() {
        var folded = TarFields(name: "rubygems_plugin.rb")
        folded.prefix = Array("lib ".utf8)
        let archives = [
            TarBuilder().file("lib/rubygems_plugin.rb ", ""), TarBuilder().directory("lib "),
            TarBuilder().symbolicLink("a", to: "b "), TarBuilder().entry(folded),
        ]
        for archive in archives {
            #expect(refusal(Self.gem(archive.gzipped()).bytes(), as: .gem)?.code == .trailingSpace)
        }
        #expect(refusal(TarBuilder().file("a ", "").bytes(), as: .tar) == nil)
        #expect(refusal(Self.gem(TarBuilder().file("lib/a b.rb", "").gzipped()).bytes(), as: .gem) == nil)
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
