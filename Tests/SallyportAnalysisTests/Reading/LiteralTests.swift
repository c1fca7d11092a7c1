import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Literals")
struct LiteralTests {
    @Test(
        "name a file of credentials as a path, not in a sentence or an address",
        arguments: [
            (".npmrc", true), ("~/.npmrc", true), ("/home/x/.aws/credentials", true),
            ("C:\\Users\\x\\.ssh\\id_rsa", true),
            (".npmrc2", false), ("my.npmrc", false), ("see .npmrc here", false),
            ("https://x.example.invalid/.npmrc", false),
            (".ssh", true), ("Login Data", true), ("the login data is", false), ("id_rsa.pub", false), ("", false),
            (String(repeating: "a", count: 249) + "/.npmrc", true),
            (String(repeating: "a", count: 250) + "/.npmrc", false),
        ]
    )
    func path(text: String, matches: Bool) {
        #expect((CredentialPaths.match(Array(text.utf8)) != nil) == matches)
    }

    @Test(
        "name a credential's variable by its words",
        arguments: [
            ("NPM_TOKEN", true), ("AWS_SECRET_ACCESS_KEY", true), ("npm_config__authToken", true),
            ("DB_PASSWORD", true),
            ("GOOGLE_API_KEY", true), ("NODE_ENV", false), ("TOKENIZERS_PARALLELISM", false), ("KEYBOARD", false),
            ("npm_config_registry", false), ("PUBLIC_KEY", false), ("PATH", false),
        ]
    )
    func variable(name: String, isCredential: Bool) {
        #expect(CredentialNames.isCredential(name) == isCredential)
    }

    @Test(
        "say where a dependency comes from",
        arguments: [
            ("^1.2.3", Dependency.Source.registry), ("npm:other@1", .registry), ("latest", .registry), ("", .registry),
            ("https://x.example.invalid/a.tgz", .url), ("https://x.example.invalid/a.git#v1", .git),
            ("git+ssh://x/y", .git),
            ("github:o/r", .git), ("owner/repo#semver:^1", .git), ("file:../x", .path), ("./x", .path),
            ("workspace:*", .path),
            (">=1 <2 || 3 - 4", .registry),
        ]
    )
    func source(requirement: String, source: Dependency.Source) {
        #expect(NPMRequirement.source(of: requirement) == source)
    }

    @Test(
        "of Python's requirements as well",
        arguments: [
            ("foo (>=1.0)", "foo", Dependency.Source.registry), ("foo[x]>=1; extra == 'y'", "foo", .registry),
            ("foo @ https://x.example.invalid/foo.zip", "foo", .url),
            ("foo@git+https://x.example.invalid/f", "foo", .git),
        ]
    )
    func requirement(text: String, name: String, source: Dependency.Source) {
        let dependency = PythonMetadata.dependency(text)
        #expect(dependency.name == name)
        #expect(dependency.source == source)
    }

    @Test(
        "are hashed as FIPS 180-4 says, in pieces of any size",
        arguments: [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
            (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
            (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
            (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
        ]
    )
    func digest(count: Int, hex: String) {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        for step in [1, 7, 64, 1001] {
            var digest = StreamingSHA256()
            for start in stride(from: 0, to: count, by: step) {
                digest.update(Array(bytes[start..<min(start + step, count)]).span)
            }
            #expect(digest.finish()?.hex == hex)
        }
    }
}
