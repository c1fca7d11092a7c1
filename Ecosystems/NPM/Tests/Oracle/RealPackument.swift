import Foundation
import SallyportEcosystem
import SallyportLexing
import SallyportModel
import Testing

@testable import EcosystemNPM

/// A packument of `../shared/upstreams/npm`.
struct RealPackument {
    let file: URL
    let package: Package
    let document: IndexDocument
    let index: PackumentIndex

    init(file: URL) throws {
        self.file = file
        let body = Array(try Data(contentsOf: file))
        var cursor = JSONCursor()
        let value = try cursor.value(of: "name", in: body.span)
        let text = value.flatMap { JSONText.string(body.span, $0) }
        let name = try #require(text)
        package = try #require(Package(.npm, name))
        document = IndexDocument(
            body: body,
            contentType: "application/json",
            url: "http://127.0.0.1:4873/\(package.name)"
        )
        var parser = PackumentParser(package: package)
        index = try parser.parse(document)
    }

    /// All of them, the abbreviated ones left out; read once.
    static func all() throws -> [RealPackument] {
        try read.get()
    }

    private static let read = Result { () throws -> [RealPackument] in
        guard let folder = NodeOracle.packuments else { return [] }
        var files: [URL] = []
        for part in ["large", "registry"] {
            let walk = FileManager.default.enumerator(atPath: folder.appending(path: part).path)
            while let path = walk?.nextObject() as? String {
                guard path.hasSuffix(".json"), !path.hasSuffix(".min.json") else { continue }
                files.append(folder.appending(path: "\(part)/\(path)"))
            }
        }
        return try files.sorted { $0.path < $1.path }.map { try RealPackument(file: $0) }
    }

    /// Every tenth version withheld, the last one of the document among them.
    var withheldPositions: Set<Int> {
        Set(index.artifacts.indices.filter { ($0 + 1) % 10 == index.artifacts.count % 10 })
    }

    func view(withholding positions: Set<Int>, namesRestrictions: Bool = false) -> IndexView {
        IndexView(
            mountURL: "http://127.0.0.1:7259/npm",
            standings: index.artifacts.indices.map {
                positions.contains($0) ? .withheld("Held by Sallyport: version \($0)") : .visible
            },
            namesRestrictions: namesRestrictions
        )
    }
}
