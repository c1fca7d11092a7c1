import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemPyPI

@Suite("Rendered pages")
struct RenderingTests {
    /// What uv and pip read of a file in JSON.
    struct Page: Decodable {
        struct Meta: Decodable {
            let apiVersion: String
            enum CodingKeys: String, CodingKey { case apiVersion = "api-version" }
        }
        struct File: Decodable {
            let filename: String
            let url: String
            let hashes: [String: String]
        }
        let meta: Meta
        let name: String
        let versions: [String]
        let files: [File]
    }

    private let wheel = "demo-1.1-py3-none-any.whl"
    private let forms = SimpleForm.allCases.map(\.indexForm)

    private func text(_ index: SimpleIndex, _ form: SimpleForm, _ view: IndexView) -> String {
        String(decoding: index.render(form.indexForm, view: view).body, as: UTF8.self)
    }

    private func page(_ index: SimpleIndex, _ view: IndexView) throws -> Page {
        try JSONDecoder().decode(Page.self, from: Data(index.render(SimpleForm.json.indexForm, view: view).body))
    }

    @Test("in no known form are 404", arguments: [IndexForm("xml"), IndexForm("json", selector: "1.0"), IndexForm("")])
    func unknownForm(form: IndexForm) throws {
        let index = try PageForge.read(PageForge.json([]))
        #expect(index.render(form, view: PageForge.view(of: index)).status == 404)
    }

    @Test("name their media type and what it depends on")
    func headers() throws {
        let index = try PageForge.read(PageForge.json([]))
        for form in SimpleForm.allCases {
            let answer = index.render(form.indexForm, view: PageForge.view(of: index))
            #expect(answer.status == 200)
            #expect(answer.headers.contains(Header("content-type", form.contentType)))
            #expect(answer.headers.contains(Header("vary", "Accept")))
        }
    }

    @Test(
        "show a withheld file as yanked with our reason, and offer nothing of it",
        arguments: ["true", "\"theirs\"", "false"]
    )
    func withheld(yanked: String) throws {
        let members = """
            ,"yanked":\(yanked),"core-metadata":{"sha256":"\(PageForge.digest)"},"provenance":"https://registry.example.invalid/integrity/demo/1.1/\(wheel)/provenance"
            """
        let index = try PageForge.read(PageForge.json([PageForge.file(wheel, members)]))
        let reason = "Held by Sallyport: demo 1.1 <new> \"hook\""
        var view = PageForge.view(of: index, withheld: [wheel: reason])
        view = IndexView(
            mountURL: view.mountURL,
            standings: view.standings,
            companions: [0: try #require(index.artifacts[0].companionDigest)]
        )
        let json = text(index, .json, view)
        #expect(
            json.contains(
                #""yanked":"Held by Sallyport: demo 1.1 <new> \"hook\"","core-metadata":false,"dist-info-metadata":false}"#
            )
        )
        let html = text(index, .html, view)
        #expect(html.contains("data-yanked=\"Held by Sallyport: demo 1.1 &lt;new&gt; &quot;hook&quot;\""))
        #expect(!html.contains("metadata=") && !html.contains("provenance") && !json.contains("provenance"))
    }

    @Test("make one printable line of a reason")
    func reason() throws {
        let index = try PageForge.read(PageForge.json([PageForge.file(wheel)]))
        let view = PageForge.view(of: index, withheld: [wheel: "a\u{1B}[2J\nb"])
        #expect(text(index, .json, view).contains(#""yanked":"a?[2J?b""#))
        #expect(
            text(index, .json, PageForge.view(of: index, withheld: [wheel: ""])).contains(
                #""yanked":"Held by Sallyport""#
            )
        )
    }

    @Test("withhold a file for which the view has no standing")
    func missingStanding() throws {
        let index = try PageForge.read(PageForge.json([PageForge.file(wheel)]))
        let view = IndexView(mountURL: "http://127.0.0.1:7259/pypi", standings: [])
        #expect(text(index, .json, view).contains(#""yanked":"Held by Sallyport""#))
    }

    @Test(
        "keep the publisher's own yank of a visible file",
        arguments: [("true", "true", ""), ("\"bad & old\"", "\"bad & old\"", "bad &amp; old")]
    )
    func ownYank(value: String, json: String, html: String) throws {
        let index = try PageForge.read(PageForge.json([PageForge.file(wheel, ",\"yanked\":\(value)")]))
        let view = PageForge.view(of: index)
        #expect(text(index, .json, view).contains("\"yanked\":\(json)"))
        #expect(text(index, .html, view).contains("data-yanked=\"\(html)\""))
    }

    @Test("offer the metadata whose digest is known, ours before the upstream's, and for wheels only")
    func metadata() throws {
        let upstream = ",\"core-metadata\":{\"sha256\":\"\(PageForge.digest)\"}"
        let index = try PageForge.read(
            PageForge.json([
                PageForge.file(wheel, upstream), PageForge.file("demo-1.0-py3-none-any.whl"),
                PageForge.file("demo-1.1.tar.gz", upstream),
            ])
        )
        let theirs =
            "\"core-metadata\":{\"sha256\":\"\(PageForge.digest)\"},\"dist-info-metadata\":{\"sha256\":\"\(PageForge.digest)\"}"
        let view = PageForge.view(of: index)
        #expect(text(index, .json, view).components(separatedBy: theirs).count == 2)
        #expect(
            text(index, .html, view).components(
                separatedBy: "data-core-metadata=\"sha256=\(PageForge.digest)\" data-dist-info-metadata"
            ).count == 2
        )
        let own = try #require(Digest(.sha256, hex: String(repeating: "0f", count: 32)))
        let known = IndexView(mountURL: view.mountURL, standings: view.standings, companions: [0: own, 1: own, 2: own])
        #expect(
            text(index, .json, known).components(separatedBy: "\"core-metadata\":{\"sha256\":\"\(own.hex)\"}").count
                == 3
        )
    }

    @Test("do not offer metadata that the inspected file turned out not to have", arguments: SimpleForm.allCases)
    func noMetadata(form: SimpleForm) throws {
        let members = ",\"core-metadata\":{\"sha256\":\"\(PageForge.digest)\"}"
        let index = try PageForge.read(PageForge.json([PageForge.file(wheel, members)]))
        let view = PageForge.view(of: index)
        let read = IndexView(mountURL: view.mountURL, standings: view.standings, lackingCompanions: [0])
        let offer = form == .json ? "metadata\":{" : "metadata="
        #expect(text(index, form, view).contains(offer))
        #expect(!text(index, form, read).contains(offer))
    }

    @Test("point every link back to us, in a path that is routed to the same file")
    func links() throws {
        let names = [wheel, "demo-1!1.0+x.1.tar.gz", "Demo-2.0.zip"]
        let provenance = ",\"provenance\":\"/integrity/demo/1.1/\(wheel)/provenance\""
        let index = try PageForge.read(
            PageForge.json(names.map { PageForge.file($0, $0 == wheel ? provenance : "") })
        )
        let view = PageForge.view(of: index)
        for (file, name) in zip(try page(index, view).files, names) {
            let path = try #require(file.url.components(separatedBy: "/pypi").last)
            let route = PyPIEcosystem().route(ClientRequest(method: "GET", path: path))
            #expect(route == .artifact(index.package, filename: name))
            #expect(file.hashes == ["sha256": PageForge.digest])
        }
        for form in SimpleForm.allCases {
            #expect(!text(index, form, view).contains("registry.example.invalid"))
            #expect(
                text(index, form, view).contains(
                    "http://127.0.0.1:7259/pypi/integrity/demo/1.1/demo-1.1-py3-none-any.whl/provenance"
                )
            )
        }
    }

    @Test("promise sizes only when every file has one", arguments: [(",\"size\":5", "1.4"), ("", "1.0")])
    func apiVersion(members: String, version: String) throws {
        let index = try PageForge.read(
            PageForge.json([PageForge.file("demo-1.0.tar.gz", ",\"size\":1"), PageForge.file(wheel, members)])
        )
        #expect(try page(index, PageForge.view(of: index)).meta.apiVersion == version)
    }

    @Test("list each version once, older first, withheld ones too")
    func versions() throws {
        let names = [
            "demo-1.10.tar.gz", "demo-1.9.tar.gz", "demo-1.10-py3-none-any.whl", "demo-1.10rc1.tar.gz",
            "demo-1.9.0.zip",
        ]
        let index = try PageForge.read(PageForge.json(names.map { PageForge.file($0) }))
        let view = PageForge.view(of: index, withheld: ["demo-1.10rc1.tar.gz": "held"])
        #expect(try page(index, view).versions == ["1.9", "1.10rc1", "1.10"])
    }

    @Test("are ASCII in HTML, and escape what strangers wrote")
    func escaping() throws {
        let members = ",\"yanked\":\"</a><script>é\",\"requires-python\":\">=3\\\" onload=\\\"x\""
        let index = try PageForge.read(PageForge.json([PageForge.file(wheel, members)]))
        let html = index.render(SimpleForm.html.indexForm, view: PageForge.view(of: index)).body
        #expect(html.allSatisfy { $0 < 0x80 })
        let text = String(decoding: html, as: UTF8.self)
        #expect(
            text.contains(
                "data-requires-python=\"&gt;=3&quot; onload=&quot;x\" data-yanked=\"&lt;/a&gt;&lt;script&gt;&#233;\""
            )
        )
    }

    @Test("are read back to the same files, in both forms")
    func roundTrip() throws {
        let members = """
            ,"size":5,"upload-time":"2026-01-02T03:04:05Z","requires-python":">=3.8,<4","yanked":"a & <b>","core-metadata":{"sha256":"\(PageForge.digest)"}
            """
        let status = ",\"project-status\":{\"status\":\"archived\",\"reason\":\"gone & over\"}"
        let index = try PageForge.read(
            PageForge.json([PageForge.file(wheel, members), PageForge.file("demo-1.0.tar.gz")], members: status)
        )
        let view = PageForge.view(of: index)
        for form in SimpleForm.allCases {
            let answer = index.render(form.indexForm, view: view)
            let again = try PageForge.read(
                IndexDocument(body: answer.body, contentType: form.contentType, url: PageForge.url)
            )
            #expect(again.project == index.project)
            #expect(again.files.map(\.yank) == index.files.map(\.yank))
            #expect(again.files.map(\.requiresPython) == index.files.map(\.requiresPython))
            #expect(again.artifacts.map(\.artifact) == index.artifacts.map(\.artifact))
            #expect(again.artifacts.map(\.digests) == index.artifacts.map(\.digests))
            #expect(again.artifacts.map(\.companionDigest) == index.artifacts.map(\.companionDigest))
            if form == .json {
                #expect(again.files.map(\.uploadTime) == index.files.map(\.uploadTime))
                #expect(again.artifacts.map(\.size) == index.artifacts.map(\.size))
            }
            #expect(index.render(form.indexForm, view: view) == answer)
        }
    }
}
