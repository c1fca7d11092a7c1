import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

/// Packuments made for one test.
struct SmallPackument {
    var name = "once"
    var versions: [String] = []
    var tags: [(String, String)] = []
    var time = true

    static let integrity = "sha512-" + String(repeating: "A", count: 86) + "=="
    static let shasum = String(repeating: "0", count: 40)
    static let view = "http://127.0.0.1:7259/npm"

    var base: Substring { name.split(separator: "/").last ?? "" }

    var text: String {
        let manifests = versions.map { version in
            #""\#(version)":\#(manifest(version))"#
        }
        let times = versions.enumerated().map { #""\#($1)":"2020-01-\#($0 % 9 + 10)T00:00:00.000Z""# }
        let stamps = [#""created":"2019-01-01T00:00:00.000Z","modified":"2021-01-01T00:00:00.000Z""#] + times
        let tagged = tags.map { #""\#($0.0)":"\#($0.1)""# }
        return #"{"_id":"\#(name)","name":"\#(name)","dist-tags":{\#(tagged.joined(separator: ","))},"#
            + #""versions":{\#(manifests.joined(separator: ","))}"#
            + (time ? #","time":{\#(stamps.joined(separator: ","))}"# : "") + "}"
    }

    func manifest(_ version: String) -> String {
        #"{"name":"\#(name)","version":"\#(version)","dist":{"integrity":"\#(Self.integrity)","#
            + #""tarball":"https://registry.example.invalid/\#(name)/-/\#(base)-\#(version).tgz"}}"#
    }

    func index() throws -> PackumentIndex {
        try Self.parse(text, name: name)
    }

    static func parse(_ text: String, name: String = "once", limits: PackumentLimits = .init()) throws -> PackumentIndex
    {
        let package = try #require(NPMName.package(name))
        var parser = PackumentParser(package: package, limits: limits)
        return try parser.parse(document(text))
    }

    static func document(_ text: String) -> IndexDocument {
        IndexDocument(
            body: Array(text.utf8),
            contentType: "application/json",
            url: "https://registry.example.invalid/once"
        )
    }
}

extension PackumentIndex {
    /// A view that withholds versions by their text.
    func view(withholding versions: [String] = [], namesRestrictions: Bool = false) -> IndexView {
        IndexView(
            mountURL: SmallPackument.view,
            standings: artifacts.map { entry in
                let version = entry.artifact.release.version
                return versions.contains(version) ? .withheld("Held by Sallyport: once \(version) is young") : .visible
            },
            namesRestrictions: namesRestrictions
        )
    }

    /// A form as text.
    func text(_ form: IndexForm, withholding versions: [String] = [], namesRestrictions: Bool = false) -> String {
        let view = view(withholding: versions, namesRestrictions: namesRestrictions)
        return String(decoding: render(form, view: view).body, as: UTF8.self)
    }
}
