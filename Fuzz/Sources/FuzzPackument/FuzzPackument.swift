import EcosystemNPM
import FuzzDriver
import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// libFuzzer's entry point: a packument of the package `once`, whatever it says.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    let body = unsafe [UInt8](buffer)
    guard let package = Package(.npm, "once"), let index = parse(body, package) else { return 0 }
    for step in 0..<3 {
        let hidden = Set(index.artifacts.indices.filter { step == 1 || step == 2 && $0 % 2 == 0 })
        check(index, hidden)
    }
    return 0
}

private func parse(_ body: [UInt8], _ package: Package) -> (any PackageIndex)? {
    let document = IndexDocument(body: body, contentType: "application/json", url: "http://127.0.0.1/once")
    do {
        return try NPMEcosystem().parseIndex(document, of: package)
    } catch {
        precondition(!error.code.isEmpty && !error.description.isEmpty, "an error without a word")
        return nil
    }
}

/// What is rendered is JSON that reads back as what is visible, and as nothing else.
private func check(_ index: any PackageIndex, _ hidden: Set<Int>) {
    let view = IndexView(
        mountURL: "http://127.0.0.1:7259/npm",
        standings: index.artifacts.indices.map { hidden.contains($0) ? .withheld("held") : .visible },
        namesRestrictions: hidden.count % 2 == 1
    )
    for form in [IndexForm("full"), IndexForm("abbreviated")] {
        let answer = index.render(form, view: view)
        precondition(answer.status == 200, "an index that breaks installs")
        guard let again = parse(answer.body, index.package) else { preconditionFailure("a rendering that is refused") }
        precondition(again.omissions.isEmpty, "a rendering of what was left out")
        let visible = index.artifacts.indices.filter { !hidden.contains($0) }.map { index.artifacts[$0] }
        precondition(again.artifacts.map(\.artifact) == visible.map(\.artifact), "other artifacts")
        precondition(again.artifacts.map(\.digests) == visible.map(\.digests), "other digests")
        precondition(again.artifacts.allSatisfy { $0.url.hasPrefix(view.mountURL) }, "an address elsewhere")
    }
    precondition(index.likely(in: view).allSatisfy { !hidden.contains($0) }, "withheld and proposed")
    precondition(index.newerWithheld(in: view).allSatisfy { hidden.contains($0) }, "visible and announced")
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzPackument_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}
