import EcosystemPyPI
import FuzzDriver
import SallyportEcosystem
import SallyportModel

/// libFuzzer's entry point. An input that begins with `{` is a page in JSON, any other one in HTML.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let body = unsafe Array(UnsafeBufferPointer(start: data, count: count))
    let isJSON = body.first == UInt8(ascii: "{")
    guard let package = Package(.pypi, "demo"),
        let index = page(of: body, isJSON ? jsonType : "text/html", package)
    else { return 0 }
    check(index, package)
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzSimple_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

private let jsonType = "application/vnd.pypi.simple.v1+json"
private let pypi = PyPIEcosystem()

private func page(of body: [UInt8], _ contentType: String, _ package: Package) -> (any PackageIndex)? {
    let url = "https://registry.example.invalid/simple/demo/"
    return try? pypi.parseIndex(IndexDocument(body: body, contentType: contentType, url: url), of: package)
}

/// What was read is rendered in both forms, and read back from both: nothing appears, vanishes or changes its digest.
private func check(_ index: any PackageIndex, _ package: Package) {
    let standings = index.artifacts.indices.map { $0 % 3 == 2 ? Standing.withheld("Held by Sallyport") : .visible }
    let view = IndexView(mountURL: "http://127.0.0.1:7259/pypi", standings: standings)
    for (form, contentType) in [("json", jsonType), ("html", "text/html")] {
        let answer = index.render(IndexForm(form), view: view)
        precondition(answer.status == 200, "a page that is not answered")
        guard let again = page(of: answer.body, contentType, package) else { preconditionFailure("an unreadable page") }
        precondition(again.artifacts.map(\.artifact) == index.artifacts.map(\.artifact), "other files")
        for (read, written) in zip(again.artifacts, index.artifacts) {
            precondition(read.digests.first == written.digests.first, "another digest")
            let path = String(read.url.dropFirst("http://127.0.0.1:7259/pypi".count))
            let route = pypi.route(ClientRequest(method: "GET", path: path))
            precondition(
                route == .artifact(package, filename: written.artifact.filename),
                "a link that leads elsewhere"
            )
        }
    }
    precondition(index.likely(in: view).allSatisfy(view.isVisible), "a withheld file judged ahead")
    precondition(!index.newerWithheld(in: view).contains(where: view.isVisible), "a visible file announced")
    for entry in index.artifacts {
        let admitted = index.artifacts.map(\.artifact)
        precondition(pypi.predecessor(of: entry.artifact, among: admitted) != entry.artifact, "its own predecessor")
    }
}
