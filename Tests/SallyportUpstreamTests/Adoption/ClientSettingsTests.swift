import SallyportModel
import SallyportUpstream
import Testing

@Suite struct ClientSettingsTests {
    /// Answers for programs from a table of command lines.
    private func machine(_ outputs: [String: String]) -> ClientSettings.Run {
        { executable, arguments in outputs[([executable] + arguments).joined(separator: " ")] }
    }

    private static let registry = "npm config get registry"

    private func npm(
        registry: String = "https://r.example.invalid/npm/\n",
        environment: [String: String] = [:],
        user: String? = nil,
        global: String? = nil
    ) async throws -> AdoptedUpstream? {
        let files = ["/home/u/.npmrc": user, "/etc/npmrc": global]
        return try await ClientSettings.npmRegistry(
            environment: environment,
            run: machine([
                Self.registry: registry, "npm config get userconfig": "/home/u/.npmrc\n",
                "npm config get globalconfig": "/etc/npmrc\n",
            ]),
            readFile: { files[$0] ?? nil }
        )
    }

    @Test func adoptsNothingWithoutNPM() async throws {
        let adopted = try await ClientSettings.npmRegistry(environment: [:], run: machine([:]), readFile: { _ in nil })
        #expect(adopted == nil)
        #expect(try await npm(registry: "undefined\n") == nil)
        #expect(try await npm(registry: "\n") == nil)
    }

    private func gems(
        _ environment: [String: String] = ["HOME": "/home/u"],
        sources: String? = nil,
        settings: String? = nil
    ) async throws -> AdoptedUpstream? {
        let outputs = sources.map { ["gem sources --list": $0] } ?? [:]
        return try await ClientSettings.gemSource(
            environment: environment,
            run: machine(outputs),
            readFile: { $0 == "/home/u/.bundle/config" ? settings : nil }
        )
    }

    @Test func adoptsGemsFirstSourceUnlessBundlerHasAMirrorOfAll() async throws {
        #expect(try await gems() == nil)
        #expect(try await gems(sources: "*** CURRENT SOURCES ***\n\n") == nil)
        let listed =
            "*** CURRENT SOURCES ***\n\nhttps://user:pw@gems.example.invalid/\nhttps://second.example.invalid/\n"
        let source = try await gems(sources: listed)
        #expect(source?.configuration.url.description == "https://gems.example.invalid/")
        #expect(source?.configuration.credentials == .basic(user: "user", password: "pw"))
        #expect(source?.source == "gem sources --list")
        let settings = "---\nBUNDLE_PATH: \"x\"\nBUNDLE_MIRROR__ALL: \"https://mirror.example.invalid/\"\n"
        let mirror = try await gems(sources: listed, settings: settings)
        #expect(mirror?.configuration.url.description == "https://mirror.example.invalid/")
        let named = try await gems(
            ["HOME": "/home/u", "BUNDLE_MIRROR__ALL": "https://named.example.invalid/"],
            sources: listed,
            settings: settings
        )
        #expect(named?.configuration.url.description == "https://named.example.invalid/")
        #expect(named?.source == "BUNDLE_MIRROR__ALL")
    }

    @Test func refusesARegistryThatIsNoURL() async {
        await #expect(throws: UpstreamConfigurationError.self) { try await npm(registry: "registry.example.invalid\n") }
    }

    @Test func adoptsTheRegistryOfNPM() async throws {
        let adopted = try await npm()
        #expect(adopted?.configuration.url.description == "https://r.example.invalid/npm/")
        #expect(adopted?.configuration.ecosystem == .npm)
        #expect(adopted?.configuration.credentials == nil)
        #expect(adopted?.source == Self.registry)
    }

    @Test(arguments: [
        ("//r.example.invalid/npm/:_authToken=t", UpstreamCredentials?.some(.bearer("t"))),
        ("  //r.example.invalid/npm/:_authToken = \"t\"  ", .bearer("t")),
        ("//r.example.invalid/npm:_authToken=t", .bearer("t")), ("//r.example.invalid/:_authToken=t", .bearer("t")),
        ("//r.example.invalid:_authToken=t", .bearer("t")),
        ("//r.example.invalid/:_authToken=wide\n//r.example.invalid/npm/:_authToken=near", .bearer("near")),
        ("//r.example.invalid/:_authToken=${TOKEN}", .bearer("from-env")),
        ("//r.example.invalid/:_authToken=a$b${TOKEN}c", .bearer("a$bfrom-envc")),
        ("//r.example.invalid/:_auth=dXNlcjp3OnJk", .basic(user: "user", password: "w:rd")),
        (
            "//r.example.invalid/:username=user\n//r.example.invalid/:_password=d29yZA==",
            .basic(user: "user", password: "word")
        ),
        ("//r.example.invalid/:_authToken=${MISSING}", nil), ("//r.example.invalid/:username=user", nil),
        ("//r.example.invalid/:_auth=%%%", nil), ("//other.example.invalid/:_authToken=t", nil),
        ("//r.example.invalid/other/:_authToken=t", nil), ("//r.example.invalid:8080/:_authToken=t", nil),
        ("_authToken=t", nil), ("; //r.example.invalid/:_authToken=t", nil),
        ("# //r.example.invalid/:_authToken=t", nil),
        ("", nil),
    ])
    func readsCredentialsForExactlyThisRegistry(file: String, credentials: UpstreamCredentials?) async throws {
        let adopted = try await npm(environment: ["TOKEN": "from-env"], user: file)
        #expect(adopted?.configuration.credentials == credentials)
    }

    @Test func prefersEnvironmentThenUserThenGlobal() async throws {
        let environment = ["npm_config_//r.example.invalid/npm/:_authToken": "environment"]
        let user = "//r.example.invalid/npm/:_authToken=user"
        let global = "//r.example.invalid/npm/:_authToken=global"
        let all = try await npm(environment: environment, user: user, global: global)
        #expect(all?.configuration.credentials == .bearer("environment"))
        #expect(try await npm(user: user, global: global)?.configuration.credentials == .bearer("user"))
        #expect(try await npm(global: global)?.configuration.credentials == .bearer("global"))
    }

    @Test func adoptsAuthorities() async throws {
        let adopted = try await npm(environment: ["NODE_EXTRA_CA_CERTS": "/etc/own.pem"])
        #expect(adopted?.configuration.caFile == "/etc/own.pem")
        let system = try await npm(environment: ["NODE_EXTRA_CA_CERTS": "/etc/ssl/certs/ca-certificates.crt"])
        #expect(system?.configuration.caFile == nil)
    }

    @Test func readsALongPathInBoundedSteps() async throws {
        let path = String(repeating: "a/", count: 4_000)
        let adopted = try await npm(registry: "https://r.example.invalid/\(path)", user: "//x/:_authToken=t")
        #expect(adopted?.configuration.credentials == nil)
    }
}

@Suite struct PyPISettingsTests {
    private static let builtIn = "python3 -c from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
    private static let configured = "python3 -m pip config get global.index-url"

    private func pypi(_ environment: [String: String] = [:], _ outputs: [String: String] = [:]) async throws
        -> AdoptedUpstream?
    {
        try await ClientSettings.pypiIndex(
            environment: environment,
            run: { executable, arguments in outputs[([executable] + arguments).joined(separator: " ")] }
        )
    }

    @Test func adoptsNothingWithoutPythonAndSettings() async throws {
        #expect(try await pypi() == nil)
        #expect(try await pypi(["PIP_INDEX_URL": " "]) == nil)
    }

    @Test func refusesAnIndexThatIsNoURL() async {
        await #expect(throws: UpstreamConfigurationError.self) { try await pypi(["PIP_INDEX_URL": "file:///wheels"]) }
    }

    @Test(arguments: [
        (
            ["PIP_INDEX_URL": "https://a/simple", "UV_DEFAULT_INDEX": "https://b/simple"], "https://a/simple/",
            "PIP_INDEX_URL"
        ),
        (
            ["UV_DEFAULT_INDEX": "own=https://b/simple", "UV_INDEX_URL": "https://c/simple"], "https://b/simple/",
            "UV_DEFAULT_INDEX"
        ),
        (["UV_INDEX_URL": "https://c/simple"], "https://c/simple/", "UV_INDEX_URL"),
        ([:], "https://d/simple/", "pip config get global.index-url"),
    ])
    func adoptsInOrder(environment: [String: String], url: String, source: String) async throws {
        let adopted = try await pypi(
            environment,
            [Self.configured: "https://d/simple\n", Self.builtIn: "https://e/simple\n"]
        )
        #expect(adopted?.configuration.url.description == url)
        #expect(adopted?.configuration.ecosystem == .pypi)
        #expect(adopted?.source == source)
    }

    @Test func asksPipForItsBuiltInIndexLast() async throws {
        let adopted = try await pypi([:], [Self.builtIn: "https://e/simple\n"])
        #expect(adopted?.configuration.url.description == "https://e/simple/")
        #expect(adopted?.source == "pip's built-in index")
    }

    @Test func keepsCredentialsOutOfTheURL() async throws {
        let adopted = try await pypi(["PIP_INDEX_URL": "https://user:word@a/simple", "PIP_CERT": "/etc/own.pem"])
        #expect(adopted?.configuration.url.description == "https://a/simple/")
        #expect(adopted?.configuration.credentials == .basic(user: "user", password: "word"))
        #expect(adopted?.configuration.caFile == "/etc/own.pem")
    }
}

@Suite struct OwnAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:7259/npm/", "127.0.0.1", true), ("http://localhost:7259/", "127.0.0.1", true),
        ("http://[::1]:7259/", "0.0.0.0", true), ("http://127.0.0.2:7259/", "::", true),
        ("http://0.0.0.0:7259/", "127.0.0.1", true),
        ("http://gate.example.invalid:7259/", "gate.example.invalid", true),
        ("http://GATE.example.invalid:7259/", "Gate.example.invalid", true),
        ("http://a.localhost:7259/", "localhost", true),
        ("http://127.0.0.1:7260/", "127.0.0.1", false), ("http://10.0.0.1:7259/", "127.0.0.1", false),
        ("http://r.example.invalid:7259/", "127.0.0.1", false), ("http://127.0.0.1/", "127.0.0.1", false),
    ])
    func recognisesTheServerItself(url: String, listening: String, isOwn: Bool) throws {
        let upstream = try UpstreamConfiguration(.npm, url: url)
        #expect(upstream.leads(toHost: listening, port: 7259) == isOwn)
    }
}
