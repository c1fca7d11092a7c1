import Testing

@testable import sallyport

@Suite("The environment of a run")
struct ClientEnvironmentTests {
    private let client = ClientEnvironment(addresses: GateAddresses(base: "http://127.0.0.1:7259"))

    @Test("every client is pointed at the gate")
    func pointed() {
        let changes = client.changes(to: [:])
        for name in ["npm_config_registry", "NPM_CONFIG_REGISTRY", "YARN_REGISTRY"] {
            #expect(changes[name] == "http://127.0.0.1:7259/npm/")
        }
        for name in ["PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "UV_DEFAULT_INDEX", "UV_INDEX_URL"] {
            #expect(changes[name] == "http://127.0.0.1:7259/pypi/simple/")
        }
        #expect(changes["BUNDLE_MIRROR__ALL"] == "http://127.0.0.1:7259/rubygems/")
        #expect(changes["GEMRC"] == nil)
        #expect(changes["NO_PROXY"] == nil)
        #expect(changes["npm_config_replace_registry_host"] == nil)
    }

    @Test(
        "second sources are taken away",
        arguments: ["PIP_FIND_LINKS", "PIP_NO_INDEX", "UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS", "UV_NO_INDEX"]
    )
    func secondSources(name: String) {
        #expect(client.changes(to: [name: "x"])[name] == .some(.none))
        #expect(client.changes(to: [:])[name] == nil)
    }

    @Test("npm's setting is found in any case, and other settings are left alone")
    func npmNames() {
        let changes = client.changes(to: ["Npm_Config_Registry": "x", "npm_config_loglevel": "warn", "PATH": "/bin"])
        #expect(changes["Npm_Config_Registry"] == .some(.none))
        #expect(changes["npm_config_loglevel"] == nil)
        #expect(changes["PATH"] == nil)
    }

    @Test("gem reads the user's settings first and the gate's last; Bundler has no mirror but the gate")
    func ruby() {
        var client = client
        client.gemSettings = "/data/gemrc"
        #expect(client.changes(to: ["HOME": "/home/u"])["GEMRC"] == "/home/u/.gemrc:/data/gemrc")
        #expect(client.changes(to: ["HOME": "/home/u", "GEMRC": "/a:/b"])["GEMRC"] == "/a:/b:/data/gemrc")
        let mirrors = ["BUNDLE_MIRROR__ALL": "x", "BUNDLE_MIRROR__ALL__FALLBACK_TIMEOUT": "1", "BUNDLE_MIRROR__X": "y"]
        let changes = client.changes(to: mirrors)
        #expect(changes["BUNDLE_MIRROR__ALL"] == "http://127.0.0.1:7259/rubygems/")
        #expect(changes["BUNDLE_MIRROR__ALL__FALLBACK_TIMEOUT"] == .some(.none))
        #expect(changes["BUNDLE_MIRROR__X"] == .some(.none))
    }

    @Test("a proxy is not asked for the gate")
    func proxy() {
        let changes = client.changes(to: ["https_proxy": "http://proxy.example.invalid", "no_proxy": "a.invalid"])
        #expect(changes["no_proxy"] == "a.invalid,127.0.0.1,localhost,::1")
        #expect(changes["NO_PROXY"] == "127.0.0.1,localhost,::1")
    }

    @Test("npm asks the gate for what a lockfile has elsewhere")
    func lockfile() {
        var client = client
        client.replacedLockfileHost = "registry.example.invalid"
        #expect(client.changes(to: [:])["npm_config_replace_registry_host"] == "registry.example.invalid")
    }
}
