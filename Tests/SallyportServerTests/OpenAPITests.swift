import FoundationEssentials
import HTTPTypes
import Testing
import Yams

@testable import SallyportServer

/// Holds `docs/api/openapi.yaml` against the table of operations, in both directions.
@Suite("The API's description")
struct OpenAPITests {
    private struct Operation: Hashable, CustomStringConvertible {
        let method: String
        let path: String
        let needsToken: Bool

        var description: String { "\(method) \(path), token \(needsToken ? "needed" : "not needed")" }
    }

    private static let methods: Set<String> = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ]

    private let document: [String: Any]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/api/openapi.yaml"), encoding: .utf8)
        document = try #require(try Yams.load(yaml: text) as? [String: Any])
    }

    @Test("every operation is described, and nothing else is")
    func operations() throws {
        let described = try self.described()
        let served = Set(
            APIRoutes.all.map {
                Operation(method: $0.method.rawValue.lowercased(), path: $0.path, needsToken: $0.needsToken)
            }
        )
        #expect(described.subtracting(served).isEmpty, "described and not served")
        #expect(served.subtracting(described).isEmpty, "served and not described")
        #expect(served.count == APIRoutes.all.count, "an operation stands twice in the table")
    }

    @Test("an operation that needs a token says what happens without one, and has an identifier")
    func answers() throws {
        var identifiers: Set<String> = []
        for (path, method, operation) in try self.all() {
            let answers = try #require(operation["responses"] as? [String: Any], "\(method) \(path)")
            #expect((answers["401"] != nil) == (operation["security"] == nil), "\(method) \(path)")
            #expect(answers.keys.contains { $0.hasPrefix("2") }, "\(method) \(path)")
            let identifier = try #require(operation["operationId"] as? String, "\(method) \(path)")
            #expect(identifiers.insert(identifier).inserted, "\(identifier) stands twice")
        }
    }

    @Test("every reference leads somewhere, and every component is referred to")
    func references() throws {
        var references: Set<String> = []
        collect(document, into: &references)
        for reference in references {
            let parts = reference.split(separator: "/").map(String.init)
            #expect(parts.first == "#", "\(reference) leads out of the file")
            var node: Any? = document
            for part in parts.dropFirst() { node = (node as? [String: Any])?[part] }
            #expect(node != nil, "\(reference) leads nowhere")
        }
        let components = try #require(document["components"] as? [String: [String: Any]])
        for (kind, members) in components where kind != "securitySchemes" {
            for name in members.keys {
                #expect(references.contains("#/components/\(kind)/\(name)"), "nothing refers to \(kind)/\(name)")
            }
        }
    }

    private func described() throws -> Set<Operation> {
        Set(
            try all().map { path, method, operation in
                // What an operation does not say, the document's own `security` says: a token.
                Operation(method: method, path: path, needsToken: operation["security"] == nil)
            }
        )
    }

    private func all() throws -> [(path: String, method: String, operation: [String: Any])] {
        #expect((document["security"] as? [[String: Any]])?.first?["token"] != nil)
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        var operations: [(String, String, [String: Any])] = []
        for (path, members) in paths {
            for (method, operation) in members where Self.methods.contains(method) {
                operations.append((path, method, try #require(operation as? [String: Any])))
            }
        }
        return operations
    }

    private func collect(_ node: Any, into references: inout Set<String>) {
        if let map = node as? [String: Any] {
            if let reference = map["$ref"] as? String { references.insert(reference) }
            for value in map.values { collect(value, into: &references) }
        } else if let list = node as? [Any] {
            for value in list { collect(value, into: &references) }
        }
    }
}
