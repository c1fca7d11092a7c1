import Foundation
import SallyportEcosystem
import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemPyPI

@Suite("The suite that every ecosystem must pass")
struct ConformanceTests {
    private static let names = [
        "demo-1.0.tar.gz", "demo-1.0-py3-none-any.whl", "demo-1.1.zip", "demo-1.2rc1.tar.gz",
        "demo-1!2.0+local.1-cp312-cp312-manylinux_2_28_x86_64.whl", "Demo-2.0.tar.gz",
    ]

    private static func digest(_ index: Int) -> String {
        let byte = String(index + 16, radix: 16)
        return String(repeating: byte, count: 32)
    }

    private static var json: IndexDocument {
        PageForge.json(
            names.enumerated().map { index, name in
                PageForge.file(name, ",\"size\":1,\"yanked\":false,\"provenance\":\"x\"", digest: digest(index))
            }
        )
    }

    private static var html: IndexDocument {
        let anchors = names.enumerated().map { index, name in
            PageForge.anchor(name, "data-requires-python=\"&gt;=3\"", fragment: "#sha256=\(digest(index))")
        }
        return PageForge.document(html: anchors.joined(separator: "\n"))
    }

    @Test("finds nothing", arguments: [json, html])
    func conforms(document: IndexDocument) throws {
        let sample = EcosystemSample(
            package: try PageForge.package(),
            document: document,
            indexRequests: SimpleForm.allCases.map { form in
                let accept = form == .html ? "text/html" : form.contentType
                return ClientRequest(method: "GET", path: "/simple/demo/", headers: [Header("accept", accept)])
            },
            spellings: ["/simple/demo", "/simple/Demo/", "/simple/DEMO", "/simple/%64emo/"],
            artifactPath: PyPIRoutes.filePath,
            offers: Self.offers,
            digestTexts: { $0.digests.map(\.hex) }
        )
        #expect(EcosystemConformance.violations(of: PyPIEcosystem(), samples: [sample]) == [])
    }

    /// A resolver passes yanked files over.
    private static let offers: @Sendable (Answer, IndexedArtifact) -> Bool = { answer, entry in
        let name = entry.artifact.filename
        let page = String(decoding: answer.body, as: UTF8.self)
        if let object = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any] {
            let files = object["files"] as? [[String: Any]] ?? []
            return files.contains { $0["filename"] as? String == name && $0["yanked"] as? Bool == false }
        }
        return page.split(separator: "\n").contains { $0.contains(">\(name)</a>") && !$0.contains("data-yanked") }
    }
}
