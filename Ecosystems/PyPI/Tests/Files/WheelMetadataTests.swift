import SallyportModel
import SallyportTesting
import Testing

@testable import EcosystemPyPI

@Suite("A wheel's metadata")
struct WheelMetadataTests {
    private static let text = "Metadata-Version: 2.1\nName: Demo.Kit\nVersion: 1.0\n"

    private static var wheel: ZipBuilder {
        ZipBuilder()
            .file("demo_kit/__init__.py", "")
            .file("demo_kit/vendored-2.0.dist-info/METADATA", "Name: vendored\n")
            .file("demo_kit-1.0.dist-info/METADATA", text)
            .file("demo_kit-1.0.dist-info/licenses/METADATA", "none")
            .file("demo_kit-1.0.dist-info/RECORD", "")
    }

    private func read(_ zip: ZipBuilder, filename: String = "demo_kit-1.0-py3-none-any.whl") throws -> [UInt8]? {
        try read(zip.bytes(), filename: filename)
    }

    private func read(_ bytes: [UInt8], filename: String = "demo_kit-1.0-py3-none-any.whl") throws -> [UInt8]? {
        let package = try #require(Package(.pypi, "demo-kit"))
        let release = try #require(Release(package, "1.0"))
        let artifact = try #require(Artifact(release, filename: filename))
        return PyPIEcosystem().companion(of: artifact, in: bytes.span)
    }

    @Test("is taken out of the one folder at the root")
    func found() throws {
        #expect(try read(Self.wheel) == Array(Self.text.utf8))
    }

    @Test(
        "has the folder's name in any spelling",
        arguments: [
            "demo_kit-1.0", "Demo.Kit-1.0", "demo-kit-1.0".replacing("demo-kit", with: "DEMO_KIT"), "demo_kit-1.0.0",
        ]
    )
    func spellings(stem: String) throws {
        #expect(try read(ZipBuilder().file("\(stem).dist-info/METADATA", Self.text)) != nil)
    }

    @Test(
        "is none where it is not clear whose it is",
        arguments: [
            ZipBuilder(), ZipBuilder().file("demo_kit-1.0.dist-info/WHEEL", ""),
            ZipBuilder().file("other-1.0.dist-info/METADATA", text),
            ZipBuilder().file("demo_kit-2.0.dist-info/METADATA", text),
            ZipBuilder().file("demo_kit.dist-info/METADATA", text),
            ZipBuilder().file("x/demo_kit-1.0.dist-info/METADATA", text),
            ZipBuilder().directory("demo_kit-1.0.dist-info/METADATA"),
            wheel.file("other-1.0.dist-info/RECORD", ""), wheel.file("Demo_Kit-1.0.0.dist-info/RECORD", ""),
            ZipBuilder().symbolicLink("demo_kit-1.0.dist-info/METADATA", to: "../x"), wheel.prefixed(by: [1]),
        ]
    )
    func unclear(zip: ZipBuilder) throws {
        #expect(try read(zip) == nil)
    }

    @Test(
        "is none of other files, or of bytes that are no archive",
        arguments: ["demo_kit-1.0.tar.gz", "demo-kit-1.0.zip"]
    )
    func otherFiles(filename: String) throws {
        #expect(try read(Self.wheel, filename: filename) == nil)
        #expect(try read(Array("no archive".utf8)) == nil)
        #expect(try read([UInt8](Self.wheel.bytes().dropLast())) == nil)
    }

    @Test("is as long as the limit and not longer", arguments: [(-1, true), (0, true), (1, false)])
    func limit(excess: Int, isRead: Bool) throws {
        // Every 64 bytes differ, so that the archive's own limit on ratios stays out of it.
        var bytes: [UInt8] = []
        var state: UInt64 = 1
        while bytes.count < WheelMetadata.bytesMax + excess {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            bytes.append(UInt8(truncatingIfNeeded: state >> 56))
        }
        let found = try read(ZipBuilder().file("demo_kit-1.0.dist-info/METADATA", bytes: bytes, method: .stored))
        #expect(isRead ? found == bytes : found == nil)
    }
}
