import EcosystemRubyGems
import FuzzDriver
import SallyportEcosystem
import SallyportModel

/// libFuzzer's entry point. What the readers promise of every input is checked by `check`.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    check(unsafe Array(buffer))
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzCompactIndex_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

private struct NoHashing: ContentHashing {
    func sha256(_ bytes: Span<UInt8>) -> Digest {
        guard let digest = Digest(.sha256, bytes: [UInt8](repeating: UInt8(truncatingIfNeeded: bytes.count), count: 32))
        else { preconditionFailure("32 bytes are a SHA-256.") }
        return digest
    }
}

private let gems = RubyGemsEcosystem(hashing: NoHashing())

/// The input is a page, the list of all gems, and a path. A page that is read is served as it is where nothing is withheld
/// and left out; what is withheld is read back as a line that asks for what nobody has; no line is lost.
private func check(_ input: [UInt8]) {
    checkPage(input)
    checkPath(input)
    guard case .index(let listing, let form) = gems.route(ClientRequest(method: "GET", path: "/versions")) else {
        preconditionFailure("the list of all gems has a path")
    }
    let document = IndexDocument(body: input, contentType: "text/plain", url: "http://127.0.0.1/versions")
    guard let list = try? gems.parseIndex(document, of: listing) as? any PackageListing else { return }
    let view = IndexView(mountURL: "", standings: [])
    let text = list.render(form, view: view).body
    precondition(text.count <= input.count + 1, "a list grows by itself")
    let again = IndexDocument(body: text, contentType: "text/plain", url: "http://127.0.0.1/versions")
    guard let read = try? gems.parseIndex(again, of: listing), read.omissions.isEmpty else {
        preconditionFailure("what is served is not what is read")
    }
}

private func checkPage(_ input: [UInt8]) {
    guard let package = Package(.gem, "demo") else { return }
    let document = IndexDocument(
        body: input,
        contentType: "text/plain",
        url: "http://127.0.0.1/info/demo",
        supplement: input
    )
    guard let index = try? gems.parseIndex(document, of: package) else { return }
    let all = IndexView(mountURL: "", standings: index.artifacts.map { _ in .visible })
    let none = IndexView(mountURL: "", standings: index.artifacts.map { _ in .withheld("Held\r\nby a test") })
    for form in ["info", "gem", "versions-of", "latest-of"] {
        _ = index.render(IndexForm(form), view: all)
        _ = index.render(IndexForm(form), view: none)
    }
    let whole = index.render(IndexForm("info"), view: all).body
    precondition(!index.omissions.isEmpty || whole == input, "a page without omissions is not passed through")
    for view in [all, none] {
        let body = index.render(IndexForm("info"), view: view).body
        let read = try? gems.parseIndex(
            IndexDocument(body: body, contentType: "text/plain", url: "http://127.0.0.1/info/demo"),
            of: package
        )
        precondition(read?.artifacts.map(\.artifact) == index.artifacts.map(\.artifact), "a line is lost")
    }
}

private func checkPath(_ input: [UInt8]) {
    let path = "/" + String(decoding: input, as: UTF8.self)
    guard case .artifact(let package, let filename) = gems.route(ClientRequest(method: "GET", path: path)) else {
        return
    }
    precondition(filename.hasPrefix("\(package.name)-"), "a file of another gem")
}
