import Foundation
import Testing

/// What the compiler refuses to other rooms, asked of the compiler itself.
@Suite("The boundary of the gate's room", .serialized)
struct ModuleBoundaryTests {
    /// A piece of code of another room, and what the compiler must say about it.
    struct Attempt: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let refusal: String
    }

    private static let preamble = """
        import SallyportGate
        import SallyportModel
        """

    static let attempts = [
        Attempt(
            testDescription: "makes a clearance",
            code: "func f(_ a: Artifact, _ d: Digest) -> Clearance { Clearance(artifact: a, digest: d, size: 1) }",
            refusal: "'Clearance' initializer is inaccessible due to 'internal' protection level"
        ),
        Attempt(
            testDescription: "makes a quarantine pass",
            code: "func f(_ d: Digest) -> QuarantinePass { QuarantinePass(digest: d) }",
            refusal: "'QuarantinePass' initializer is inaccessible due to 'internal' protection level"
        ),
        Attempt(
            testDescription: "changes a clearance's digest",
            code: "func f(_ c: Clearance, _ d: Digest) { var c = c; c.digest = d }",
            refusal: "cannot assign to property: 'digest' is a 'let' constant"
        ),
        Attempt(
            testDescription: "decodes a clearance",
            code: "func f(_ d: any Decoder) throws -> Clearance { try Clearance(from: d) }",
            refusal: "error:"
        ),
        Attempt(
            testDescription: "adds an initialiser of its own",
            code:
                "extension Clearance { init(stolen d: Digest, _ a: Artifact) { digest = d; artifact = a; size = 1 } }",
            refusal: "error:"
        ),
        Attempt(
            testDescription: "opens a blob by its digest",
            code: "func f(_ b: any Blobs, _ d: Digest) async throws { _ = try await b.open(d) }",
            refusal: "cannot convert value of type 'Digest' to expected argument type 'Clearance'"
        ),
        Attempt(
            testDescription: "reaches the gate's blobs",
            code: "func f(_ g: Gate, _ c: Clearance) async throws { _ = try await g.blobs.open(c) }",
            refusal: "'blobs' is inaccessible due to 'internal' protection level"
        ),
        Attempt(
            testDescription: "judges by itself",
            code: "func f(_ g: Gate) { _ = g.quarantine }",
            refusal: "'quarantine' is inaccessible due to 'internal' protection level"
        ),
        Attempt(
            testDescription: "makes a lease",
            code: "func f() -> Lease { Lease(expiresAt: nil) }",
            refusal: "'Lease' initializer is inaccessible due to 'internal' protection level"
        ),
    ]

    @Test("no other room", arguments: attempts)
    func refused(_ attempt: Attempt) throws {
        let output = try typecheck(attempt.code)
        #expect(output.contains(attempt.refusal), "\(output)")
        #expect(!output.contains("no such module"), "\(output)")
    }

    @Test("what a room may do compiles, so that the refusals above mean something")
    func allowed() throws {
        let output = try typecheck(
            "func f(_ g: Gate, _ c: Clearance) async throws -> Int { try await g.open(c).size + c.size }"
        )
        #expect(output == "")
    }

    /// What the compiler says about code of a room that imports the gate's.
    private func typecheck(_ code: String) throws -> String {
        let modules = try #require(Self.modules, "the folder of built modules is not beside the test binary")
        let source = FileManager.default.temporaryDirectory
            .appending(path: "sallyport-boundary-\(UUID().uuidString).swift")
        try "\(Self.preamble)\n\(code)\n".write(to: source, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: source) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["swiftc", "-typecheck", "-swift-version", "6", "-I", modules.path] + Self.shims(beside: modules)
            + [source.path]
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// The C modules that the rooms below the gate's are built on: a testable build asks for them.
    private static func shims(beside modules: URL) -> [String] {
        let scratch = modules.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let yaml = scratch.appending(path: "checkouts/Yams/Sources/CYaml/include")
        return ["CLibDeflate", "CZlib"].flatMap { shim in
            ["-Xcc", "-fmodule-map-file=\(checkout.appending(path: "Sources/\(shim)/module.modulemap").path)"]
        } + ["-I", yaml.path]
    }

    private static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static var modules: URL? {
        let binary = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let folder = binary.deletingLastPathComponent().appending(path: "Modules")
        let module = folder.appending(path: "SallyportGate.swiftmodule")
        return FileManager.default.fileExists(atPath: module.path) ? folder : nil
    }
}
