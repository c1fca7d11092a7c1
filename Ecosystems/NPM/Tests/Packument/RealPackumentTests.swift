import Foundation
import SallyportEcosystem
import SallyportModel
import Testing

@testable import EcosystemNPM

@Suite(
    "Real packuments",
    .enabled(if: NodeOracle.packuments != nil, "../shared/upstreams/npm is missing: no real packument was read")
)
struct RealPackumentTests {
    struct Item: Encodable {
        let original: String
        let open: String
        let full: String
        let abbreviated: String
        let base: String
        let withheld: [String]
    }

    @Test("are read completely: no version is left out")
    func complete() throws {
        for packument in try RealPackument.all() {
            #expect(packument.index.omissions.isEmpty, "\(packument.package)")
            #expect(!packument.index.artifacts.isEmpty, "\(packument.package)")
        }
    }

    @Test(
        "equal what node makes of them: nothing withheld by bytes, every tenth version by parsing and filtering",
        .enabled(if: try NodeOracle.isNeeded(), "node and npm are not installed")
    )
    func filtered() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sallyport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var items: [Item] = []
        for (number, packument) in try RealPackument.all().enumerated() {
            let withheld = packument.withheldPositions
            let view = packument.view(withholding: withheld)
            let open = folder.appending(path: "\(number).open.json")
            let full = folder.appending(path: "\(number).full.json")
            let abbreviated = folder.appending(path: "\(number).abbreviated.json")
            try Data(packument.index.render(.full, view: packument.view(withholding: [])).body).write(to: open)
            try Data(packument.index.render(.full, view: view).body).write(to: full)
            try Data(packument.index.render(.abbreviated, view: view).body).write(to: abbreviated)
            items.append(
                Item(
                    original: packument.file.path,
                    open: open.path,
                    full: full.path,
                    abbreviated: abbreviated.path,
                    base: "http://127.0.0.1:7259/npm/\(packument.package.name)",
                    withheld: withheld.map { packument.index.artifacts[$0].artifact.release.version }
                )
            )
        }
        let problems = try NodeOracle.ask("packument.js", items, as: [String].self)
        #expect(problems.isEmpty)
    }
}
