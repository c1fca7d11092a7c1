import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

/// `Fixtures/pages/NAME.upstream.{json,html}` is what an upstream sends; `NAME.page.{json,html}` is what we make of it.
///
/// With `SALLYPORT_RECORD=1` in the environment the pages are written anew instead of compared.
@Suite("Golden pages")
struct GoldenPageTests {
    @Test(
        "are rendered byte by byte",
        arguments: [("demo", "json"), ("legacy", "html"), ("quarantined", "json"), ("empty", "html")],
        [SimpleForm.json, .html]
    )
    func golden(source: (name: String, kind: String), form: SimpleForm) throws {
        let document = IndexDocument(
            body: try Fixture.bytes("pages/\(source.name).upstream.\(source.kind)"),
            contentType: source.kind == "json" ? "application/vnd.pypi.simple.v1+json" : "text/html",
            url: PageForge.url
        )
        let index = try PageForge.read(document)
        let view = PageForge.view(
            of: index,
            withheld: [
                "demo-1.2-py3-none-any.whl":
                    "Held by Sallyport: demo 1.2 is 2 hours old; run: sallyport why pkg:pypi/demo@1.2",
                "demo-1.2.tar.gz": "Denied by Sallyport: demo 1.2 runs setup.py that reads ~/.aws/credentials",
            ]
        )
        let body = index.render(form.indexForm, view: view).body
        let path = Fixture.path("pages/\(source.name).page.\(form.rawValue)")
        if ProcessInfo.processInfo.environment["SALLYPORT_RECORD"] == "1" {
            try Data(body).write(to: URL(fileURLWithPath: path))
        }
        let expected = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(String(decoding: body, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }
}
