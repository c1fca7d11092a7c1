import SallyportEcosystem
import SallyportModel

/// A listing of a ``FakeEcosystem``: the upstream's text, and a line for each package that is known, with what is visible of it.
struct FakeListing: PackageListing {
    let package: Package
    let body: [UInt8]
    private var visible: [String: [String]] = [:]
    private var forms = 1

    init(package: Package, body: [UInt8]) {
        self.package = package
        self.body = body
    }

    var artifacts: [IndexedArtifact] { [] }
    var omissions: [String] { [] }
    var byteCount: Int { body.count + 1_024 }

    func likely(in view: IndexView) -> [Int] { [] }

    func newerWithheld(in view: IndexView) -> [Int] { [] }

    func render(_ form: IndexForm, view: IndexView) -> Answer {
        let lines = visible.sorted { $0.key < $1.key }.map { "\n\($0.key): \($0.value.joined(separator: " "))" }
        let text = "form \(forms)\n" + String(decoding: body, as: UTF8.self) + lines.joined()
        return Answer(status: 200, headers: [Header("content-type", "text/plain")], body: Array(text.utf8))
    }

    func showing(
        _ packages: [ListedPackage],
        isRemembered: (Package) -> Bool,
        isOwned: (Package) -> Bool
    ) -> ListingChange {
        var next = self
        next.visible = visible.filter { name, _ in Package(package.ecosystem, name).map(isRemembered) ?? false }
        for listed in packages where !isOwned(listed.index.package) {
            let view = listed.view
            let positions = listed.index.artifacts.indices.filter(view.isVisible)
            next.visible[listed.index.package.name] = positions.map {
                listed.index.artifacts[$0].artifact.release.version
            }
        }
        return next.visible == visible ? .none : .seen(next)
    }

    /// The form `lines`.
    func isAtHand(_ form: IndexForm) -> Bool { form == IndexForm("lines") }

    func continuing(_ earlier: any PackageListing) -> (any PackageListing)? {
        guard let earlier = earlier as? FakeListing else { return nil }
        var next = self
        next.forms = earlier.forms + 1
        return next
    }
}
