import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

/// Pages as upstreams send them, for a project named `demo`.
enum PageForge {
    static let url = "https://registry.example.invalid/simple/demo/"
    static let digest = String(repeating: "a1", count: 32)

    static func package() throws -> Package { try #require(Package(.pypi, "demo")) }

    static func document(json body: String) -> IndexDocument {
        IndexDocument(body: Array(body.utf8), contentType: "application/vnd.pypi.simple.v1+json", url: url)
    }

    static func document(html body: String) -> IndexDocument {
        IndexDocument(body: Array(body.utf8), contentType: "text/html; charset=UTF-8", url: url)
    }

    /// A JSON page of the files, each an object or anything else.
    static func json(_ files: [String], members: String = "") -> IndexDocument {
        document(
            json: #"{"meta":{"api-version":"1.1"},"name":"demo"\#(members),"files":[\#(files.joined(separator: ","))]}"#
        )
    }

    static func file(_ filename: String, _ members: String = "", digest: String = digest) -> String {
        #"{"filename":"\#(filename)","url":"../../files/\#(filename)","hashes":{"sha256":"\#(digest)"}\#(members)}"#
    }

    static func anchor(_ filename: String, _ attributes: String = "", fragment: String = "#sha256=\(digest)") -> String
    {
        "<a href=\"../../files/\(filename)\(fragment)\" \(attributes)>\(filename)</a><br>"
    }

    static func read(_ document: IndexDocument, limits: SimpleLimits = .standard) throws(IndexError) -> SimpleIndex {
        guard let package = Package(.pypi, "demo") else { throw IndexError(code: "test", description: "") }
        return try PageReader.read(document, of: package, limits: limits)
    }

    static func code(_ document: IndexDocument, limits: SimpleLimits = .standard) -> String? {
        do {
            _ = try read(document, limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    /// A view of everything, but for the file names given.
    static func view(of index: any PackageIndex, withheld: [String: String] = [:]) -> IndexView {
        IndexView(
            mountURL: "http://127.0.0.1:7259/pypi",
            standings: index.artifacts.map { file in
                withheld[file.artifact.filename].map(Standing.withheld) ?? .visible
            }
        )
    }
}
