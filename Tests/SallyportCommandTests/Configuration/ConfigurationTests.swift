import FoundationEssentials
import Logging
import SallyportModel
import SallyportPolicy
import SallyportUpstream
import Testing

@testable import sallyport

@Suite("Configuration")
struct ConfigurationTests {
    @Test("what can't be meant is refused where it stands", arguments: ConfigurationCases.refused)
    func refusals(_ refused: ConfigurationCases.Refused) throws {
        let folder = try ScratchFolder()
        let file = try folder.write("sallyport.yaml", refused.yaml)
        let error = #expect(throws: ConfigurationError.self) { try Configuration.load(file: file) }
        #expect(error?.code == refused.code)
        #expect(error?.line == refused.line, "\(error?.description ?? "")")
        #expect(error?.column == refused.column, "\(error?.description ?? "")")
        #expect(error?.message.contains(refused.says) == true, "\(error?.description ?? "")")
        #expect(error?.description.hasPrefix(file) == true)
    }

    @Test("a missing file, a folder and a file that is too long are refused by name")
    func unreadable() throws {
        let folder = try ScratchFolder()
        let long = try folder.write("long.yaml", String(repeating: "#", count: ConfigurationDocument.bytesMax + 1))
        let longest = try folder.write("longest.yaml", String(repeating: "#", count: ConfigurationDocument.bytesMax))
        for path in [folder.path + "/none.yaml", folder.path, long] {
            let error = #expect(throws: ConfigurationError.self) { try Configuration.load(file: path) }
            #expect(error?.code == .unreadable)
            #expect(error?.description.contains(path) == true)
        }
        #expect(try Configuration.load(file: longest) == Configuration())
    }

    @Test("the complete example is read as it stands, with paths from its folder")
    func example() throws {
        let folder = try ScratchFolder()
        try folder.write("policy.yaml", "version: 1\n")
        let file = try folder.write(
            "sallyport.yaml",
            """
            listen: 127.0.0.1:7259
            data: ./data
            upstreams:
              npm:  { url: "http://127.0.0.1:4873/" }
              pypi: { url: "http://127.0.0.1:3141/simple/" }
            policy: ./policy.yaml
            """
        )
        let configuration = try Configuration.load(file: file)
        #expect(configuration.listen == ListenAddress(host: "127.0.0.1", port: 7259))
        #expect(configuration.data == folder.path + "/data")
        #expect(configuration.upstreams[.npm]?.url.description == "http://127.0.0.1:4873/")
        #expect(configuration.upstreams[.pypi]?.url.description == "http://127.0.0.1:3141/simple/")
        #expect(configuration.policyPath == folder.path + "/policy.yaml")
        #expect(try configuration.policy() == .standard)
    }

    @Test("the further keys are read")
    func furtherKeys() throws {
        let folder = try ScratchFolder()
        try folder.write("ca.pem", "")
        let file = try folder.write(
            "sallyport.yaml",
            """
            url: https://packages.example.invalid/gate/
            owned: ["pkg:npm/@acme/*", "pkg:pypi/Acme_Billing"]
            log: { format: json, level: debug }
            upstreams:
              npm: { url: "https://registry.example.invalid/npm", token: secret, ca: ca.pem }
            """
        )
        let configuration = try Configuration.load(file: file)
        #expect(configuration.publicURL == "https://packages.example.invalid/gate")
        #expect(configuration.log == LogSettings(format: .json, level: .debug))
        #expect(configuration.upstreams[.npm]?.credentials == .bearer("secret"))
        #expect(configuration.upstreams[.npm]?.caFile == folder.path + "/ca.pem")
        #expect(configuration.owned.patterns.map(\.description) == ["pkg:npm/@acme/*", "pkg:pypi/acme-billing"])
    }

    @Test("an empty file is the defaults", arguments: ["", "# nothing\n", "---\n"])
    func empty(yaml: String) throws {
        let folder = try ScratchFolder()
        #expect(try Configuration.load(file: folder.write("sallyport.yaml", yaml)) == Configuration())
    }

    @Test("the command line has the last word, and what it overrules need not be there")
    func changes() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(
            "sallyport.yaml",
            "listen: 127.0.0.1:1\ndata: ./none/data\npolicy: ./none.yaml\n"
        )
        let listen = ListenAddress(host: "::1", port: 0)
        let configuration = try Configuration.load(
            file: file,
            changes: ConfigurationChanges(listen: listen, data: "here", policyPath: "p.yaml")
        )
        #expect(configuration.listen == listen)
        #expect(configuration.data == "here")
        #expect(configuration.policyPath == "p.yaml")
    }

    @Test("an upstream that is the server itself is refused, whoever says where it listens")
    func ownUpstream() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(
            "sallyport.yaml",
            "upstreams: { npm: { url: \"http://localhost:4873/npm/\" } }\n"
        )
        _ = try Configuration.load(file: file)
        let changes = ConfigurationChanges(listen: ListenAddress(host: "0.0.0.0", port: 4873))
        let error = #expect(throws: ConfigurationError.self) { try Configuration.load(file: file, changes: changes) }
        #expect(error?.code == .ambiguousOwner)
        #expect(error?.line == 1)
        #expect(error?.column == 26)
        #expect(error?.description.hasPrefix("\(file):1:26: the upstream of `npm` is this server itself") == true)
    }

    @Test("names are owned by pattern, in their normal form")
    func ownedNames() throws {
        var names = OwnedNames()
        for text in ["pkg:npm/@acme/*", "pkg:npm/acme", "pkg:pypi/Acme_*"] {
            names.patterns.append(try OwnedNames.Pattern(text))
        }
        for (ecosystem, name, isOwned) in [
            (Ecosystem.npm, "@acme/billing", true), (.npm, "acme", true), (.npm, "acme2", false),
            (.npm, "@acm/x", false), (.pypi, "acme-billing", true), (.pypi, "acme", false), (.gem, "acme", false),
        ] {
            let package = try #require(Package(ecosystem, name))
            #expect(names.contains(package) == isOwned, "\(package)")
        }
    }
}
