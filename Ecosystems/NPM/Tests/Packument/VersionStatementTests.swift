import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite("What a packument says of an installation")
struct VersionStatementTests {
    private func statement(_ members: String) throws -> IndexStatement? {
        let manifest = SmallPackument(versions: []).manifest("1.0.0").dropLast()
        let text =
            #"{"name":"once","versions":{"0.9.0":\#(SmallPackument().manifest("0.9.0")),"#
            + #""1.0.0":\#(manifest)\#(members.isEmpty ? "" : "," + members)}}}"#
        let index = try SmallPackument.parse(text)
        #expect(index.statement(at: 0) == IndexStatement())
        #expect(index.statement(at: 2) == nil)
        return index.statement(at: 1)
    }

    @Test("is the scripts that npm runs, without empty ones and those for repositories")
    func scripts() throws {
        let members = #""scripts":{"preinstall":"a","install":"","postinstall":"b","prepare":"c","test":"d"}"#
        #expect(try statement(members)?.scripts == ["preinstall": "a", "postinstall": "b"])
    }

    @Test("is what is installed with it, and what it brings along")
    func dependencies() throws {
        let members =
            #""gypfile":false,"dependencies":{"x":"1"},"optionalDependencies":{"y":"2"},"peerDependencies":{"z":"3"},"#
            + #""devDependencies":{"w":"4"},"bundleDependencies":true"#
        let found = try #require(try statement(members))
        #expect(found.dependencies.map(\.name) == ["x", "y", "z"])
        #expect(found.dependencies.map(\.role) == ["runtime", "optional", "peer"])
        #expect(found.bundled == ["x", "y"])
        #expect(found.deniesImplicitBuild)
    }

    @Test(
        "is empty where its form is none that npm reads",
        arguments: ["", #""scripts":[],"dependencies":null,"bundleDependencies":false"#, #""scripts":{"install":1}"#]
    )
    func empty(_ members: String) throws {
        #expect(try statement(members) == IndexStatement())
    }
}
