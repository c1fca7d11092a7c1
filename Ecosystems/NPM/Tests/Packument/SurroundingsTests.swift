import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("What a packument says around a version")
struct PackumentSurroundingsTests {
    private func index(_ versions: [(version: String, time: String, members: String)]) throws -> PackumentIndex {
        let manifests = versions.map { entry in
            let manifest = SmallPackument(versions: []).manifest(entry.version).dropLast()
            return #""\#(entry.version)":\#(manifest)\#(entry.members.isEmpty ? "" : "," + entry.members)}"#
        }
        let times = versions.map { #""\#($0.version)":"\#($0.time)""# }
        return try SmallPackument.parse(
            #"{"name":"once","versions":{\#(manifests.joined(separator: ","))},"time":{\#(times.joined(separator: ","))}}"#
        )
    }

    @Test("is who published, who might have, what is asked for, and what was taken back")
    func members() throws {
        let members = """
            "_npmUser":{"name":"ada","email":"ada@mail.example.invalid"},\
            "maintainers":[{"name":"ada","email":"x"},"eve",7],"deprecated":"no more",\
            "dependencies":{"x":"1"},"optionalDependencies":{"y":"2"},"devDependencies":{"z":"3"}
            """
        let index = try index([("1.0.0", "2026-01-01T00:00:00.000Z", members)])
        let release = try #require(index.surroundings(at: 0)).release
        #expect(release.publisher == Publisher(name: "ada", email: "ada@mail.example.invalid"))
        #expect(release.maintainers == ["ada", "eve"])
        #expect(release.dependencies == ["x", "y"])
        #expect(release.isWithdrawn)
        #expect(release.publishedAt == Instant("2026-01-01T00:00:00Z"))
        #expect(release.provenance == nil)
        #expect(index.surroundings(at: 1) == nil)
        #expect(index.surroundings(at: -1) == nil)
    }

    @Test("is a workflow where the registry vouches for one")
    func workflow() throws {
        let members = #""_npmUser":{"name":"CI","email":"ci@mail.example.invalid","trustedPublisher":{"id":"forge"}}"#
        let index = try index([("1.0.0", "2026-01-01T00:00:00Z", members)])
        #expect(index.surroundings(at: 0)?.release.publisher?.isWorkflow == true)
    }

    @Test("is attested where `dist` has attestations")
    func provenance() throws {
        let manifest = SmallPackument(versions: []).manifest("1.0.0")
        let attested = manifest.replacing(
            #""dist":{"#,
            with: #""dist":{"attestations":{"url":"https://registry.example.invalid/a"},"unpackedSize":120,"#
        )
        let index = try SmallPackument.parse(#"{"name":"once","versions":{"1.0.0":\#(attested)}}"#)
        let release = try #require(index.surroundings(at: 0)).release
        #expect(release.provenance == Provenance())
        #expect(release.unpackedBytes == 120)
    }

    @Test(
        "is nothing where its form is none",
        arguments: [
            #""_npmUser":"ada","maintainers":"ada""#, #""_npmUser":{"name":1}"#,
            #""deprecated":false,"dependencies":[]"#,
        ]
    )
    func empty(_ members: String) throws {
        let release = try #require(try index([("1.0.0", "2026-01-01T00:00:00Z", members)]).surroundings(at: 0)).release
        #expect(release.publisher == nil && release.maintainers == nil && !release.isWithdrawn)
        #expect(release.dependencies?.isEmpty == true)
    }

    @Test("are the versions before it, the latest first, and those within the hour after it")
    func others() throws {
        let index = try index([
            ("1.0.0", "2026-01-01T00:00:00Z", ""), ("2.0.0", "2026-02-01T00:00:00Z", ""),
            ("1.0.1", "2026-03-01T00:00:00Z", ""), ("2.0.1", "2026-03-01T01:00:00Z", ""),
            ("3.0.0", "2026-03-01T01:00:01Z", ""),
        ])
        let surroundings = try #require(index.surroundings(at: 2))
        #expect(surroundings.release.version == "1.0.1")
        #expect(surroundings.others.map(\.version) == ["2.0.0", "1.0.0", "2.0.1"])
    }

    @Test("are read of the nearest versions and of the line; of others the time alone")
    func bounded() throws {
        let publisher = #""_npmUser":{"name":"ada"}"#
        var versions = [("1.0.0", "2019-01-01T00:00:00Z", publisher), ("0.1.0", "2019-01-01T00:00:00Z", publisher)]
        for minor in 0..<40 { versions.append(("2.\(minor).0", "2020-01-01T00:00:\(minor + 10)Z", publisher)) }
        versions.append(("1.0.1", "2026-01-01T00:00:00Z", publisher))
        let others = try #require(try index(versions.map { $0 }).surroundings(at: 42)).others
        #expect(others.count == 42)
        let read = others.filter { $0.publisher != nil }
        #expect(read.count == PackumentSurroundings.manifestsMax + 1)
        #expect(read.last?.version == "1.0.0")
    }
}
