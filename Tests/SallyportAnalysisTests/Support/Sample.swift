import SallyportModel
import SallyportTesting

@testable import SallyportAnalysis

/// SHA-256 without a cryptography library, and in place of SHA-512 the same one twice.
struct TestHashing: ContentHashing {
    func sha256(_ bytes: Span<UInt8>) -> Digest {
        var digest = StreamingSHA256()
        digest.update(bytes)
        guard let result = digest.finish() else { preconditionFailure("SHA-256 has 32 bytes.") }
        return result
    }

    func sha512(_ bytes: Span<UInt8>) -> Digest? {
        let half = sha256(bytes).bytes
        return Digest(.sha512, bytes: half + half)
    }
}

/// Packages made for tests.
enum Sample {
    static let inspector = Inspector(hashing: TestHashing())

    /// An npm tarball; `extra` is put into the manifest as it is.
    static func npm(
        _ files: [String: String],
        scripts: [String: String] = [:],
        version: String = "1.0.0",
        extra: String = "",
        binaries: [String: [UInt8]] = [:]
    ) -> [UInt8] {
        let lines = scripts.sorted { $0.key < $1.key }.map { "    \(quoted($0.key)): \(quoted($0.value))" }
        var manifest = "{\n  \"name\": \"sample\",\n  \"version\": \"\(version)\""
        if !lines.isEmpty { manifest += ",\n  \"scripts\": {\n\(lines.joined(separator: ",\n"))\n  }" }
        if !extra.isEmpty { manifest += ",\n  \(extra)" }
        manifest += "\n}\n"
        var builder = TarBuilder().file("package/package.json", manifest)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { builder = builder.file("package/" + path, text) }
        for (path, bytes) in binaries.sorted(by: { $0.key < $1.key }) {
            builder = builder.file("package/" + path, bytes: bytes, mode: 0o755)
        }
        return builder.gzipped()
    }

    /// A source distribution.
    static func sdist(_ files: [String: String], version: String = "1.0", metadata: String = "") -> [UInt8] {
        let root = "sample-\(version)/"
        let headers = "Metadata-Version: 2.1\nName: sample\nVersion: \(version)\n\(metadata)"
        var builder = TarBuilder().file(root + "PKG-INFO", headers)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { builder = builder.file(root + path, text) }
        return builder.gzipped()
    }

    /// A wheel.
    ///
    /// - Parameter record: makes the list of files another one, from the honest lines.
    static func wheel(
        _ files: [String: String],
        version: String = "1.0",
        metadata: String = "",
        binaries: [String: [UInt8]] = [:],
        record: ([String]) -> [String] = { $0 }
    ) -> [UInt8] {
        let folder = "sample-\(version).dist-info/"
        var contents = binaries.merging(files.mapValues { Array($0.utf8) }) { $1 }
        let headers = "Metadata-Version: 2.1\nName: sample\nVersion: \(version)\n\(metadata)"
        contents[folder + "METADATA"] = Array(headers.utf8)
        contents[folder + "WHEEL"] = Array("Wheel-Version: 1.0\n".utf8)
        var builder = ZipBuilder()
        var lines: [String] = []
        for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
            builder = builder.file(path, bytes: bytes)
            lines.append("\(path),\(recordHash(bytes)),\(bytes.count)")
        }
        lines = record(lines + [folder + "RECORD,,"])
        return builder.file(folder + "RECORD", lines.joined(separator: "\n") + "\n").bytes()
    }

    /// A wheel that no installer takes.
    static func wheelWithoutRecord() -> [UInt8] {
        ZipBuilder().file("sample-1.0.dist-info/METADATA", "Name: sample\nVersion: 1.0\n").bytes()
    }

    /// A digest as `RECORD` writes it.
    static func recordHash(_ bytes: [UInt8]) -> String {
        let integrity = TestHashing().sha256(bytes.span).integrity.replacing("-", with: "=", maxReplacements: 1)
        return integrity.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
            .replacing("sha256", with: "sha256=")
    }

    /// The report of an artifact.
    static func report(
        _ bytes: [UInt8],
        _ name: String = "sample.tgz",
        expected: Manifest? = nil,
        stated: IndexStatement? = nil
    ) -> Report {
        let artifact = InspectedArtifact(ecosystem: nil, filename: name, expected: expected, stated: stated)
        return inspector.inspect(bytes.span, artifact: artifact)
    }

    /// The report of a wheel.
    static func report(wheel bytes: [UInt8]) -> Report { report(bytes, "sample-1.0-py3-none-any.whl") }

    private static func quoted(_ text: String) -> String {
        var output = "\""
        for character in text {
            switch character {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            default: output.append(character)
            }
        }
        return output + "\""
    }
}

extension Report {
    /// The facts of a code, at a reach when one is given.
    func facts(_ code: FactCode, _ reach: Reach? = nil) -> [Fact] {
        facts.filter { $0.code == code && (reach == nil || $0.reach == reach) }
    }

    /// Facts on which the default policy denies.
    var denied: [Fact] { facts.filter { $0.code.isChain && $0.code != .chainTokenUse && $0.reach == .install } }
}
