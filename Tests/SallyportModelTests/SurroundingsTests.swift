import FoundationEssentials
import SallyportModel
import Testing

@Suite("Surroundings as a file")
struct SurroundingsTests {
    private func read(_ text: String) throws -> Surroundings {
        try JSONDecoder().decode(Surroundings.self, from: Data(text.utf8))
    }

    @Test(
        "what nobody knows is refused",
        arguments: [
            #"{"publishd":"2026-01-01T00:00:00Z"}"#, #"{"others":[{"version":"1.0.0","own":[]}]}"#,
            #"{"publisher":{"user":"a"}}"#, #"{"publisher":{}}"#, #"{"published":"yesterday"}"#,
            #"{"provenance":{"ref":"main"}}"#, #"{"nearby":[{"name":"a"}]}"#, #"[]"#,
        ]
    )
    func refuses(_ text: String) {
        #expect(throws: DecodingError.self) { try read(text) }
    }

    @Test("nothing stated is nothing known")
    func empty() throws {
        #expect(try read("{}") == Surroundings(release: ReleaseStatement(version: nil)))
    }

    @Test("all members are read, and written as they are read")
    func whole() throws {
        let text = """
            {"published":"2026-03-31T00:21:00Z","publisher":{"name":"a","email":"a@mail.example.invalid"},
             "maintainers":["a","b"],"provenance":false,"withdrawn":true,"unpacked_size":12,"dependencies":["x"],
             "others":[{"version":"1.0.0","published":"2026-03-01T00:00:00Z","publisher":"b","provenance":true},
                       {"version":"0.9.0","publisher":{"name":"w","workflow":true},
                        "provenance":{"repository":"https://git.example.invalid/a/b","workflow":"release.yml"}}],
             "nearby":[{"name":"@a/c","version":"1.0.1","published":"2026-03-31T00:20:00Z"}],
             "first_published":{"x":"2026-03-30T00:00:00Z"},"own":["@a/*"],"known":["y"]}
            """
        let surroundings = try read(text)
        #expect(surroundings.release.publisher == Publisher(name: "a", email: "a@mail.example.invalid"))
        #expect(surroundings.release.provenance == nil)
        #expect(surroundings.release.isWithdrawn)
        #expect(surroundings.others.map(\.version) == ["1.0.0", "0.9.0"])
        #expect(surroundings.others[0].provenance == Provenance())
        #expect(surroundings.others[1].publisher?.isWorkflow == true)
        #expect(surroundings.others[1].provenance?.workflow == "release.yml")
        #expect(surroundings.nearby.map(\.name) == ["@a/c"])
        #expect(surroundings.dependencies["x"] == Instant("2026-03-30T00:00:00Z"))
        #expect(surroundings.ownNames == ["@a/*"])
        #expect(surroundings.knownNames == ["y"])
        let again = try JSONDecoder().decode(Surroundings.self, from: JSONEncoder().encode(surroundings))
        #expect(again == surroundings)
    }
}
