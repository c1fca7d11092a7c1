import SallyportArchive
import SallyportModel
import SallyportTesting

@testable import SallyportAnalysis

extension Sample {
    /// A gem; `extra` stands in its specification as it is.
    ///
    /// - Parameters:
    ///   - checksum: makes the stated digest of the files another one, from the honest one.
    ///   - algorithm: the algorithm that the digests are said to be of.
    static func gem(
        _ files: [String: String],
        version: String = "1.0.0",
        extensions: [String] = [],
        executables: [String] = [],
        extra: String = "",
        specification: String? = nil,
        checksum: (String) -> String = { $0 },
        algorithm: String = "SHA256",
        isSigned: Bool = false
    ) -> [UInt8] {
        var text =
            "--- !ruby/object:Gem::Specification\nname: sample\nversion: !ruby/object:Gem::Version\n  version: \(version)\n"
        text += "bindir: bin\nrequire_paths:\n- lib\n"
        text += list("extensions", extensions) + list("executables", executables) + extra
        let metadata = Gzip.compress(Array((specification ?? text).utf8).span, level: 6)
        var builder = TarBuilder()
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { builder = builder.file(path, text) }
        let data = builder.gzipped()
        let hashing = TestHashing()
        let sums = """
            ---
            \(algorithm):
              metadata.gz: \(hashing.sha256(metadata.span).hex)
              data.tar.gz: \(checksum(hashing.sha256(data.span).hex))

            """
        let checksums = Gzip.compress(Array(sums.utf8).span, level: 6)
        let members = [("metadata.gz", metadata), ("data.tar.gz", data), ("checksums.yaml.gz", checksums)]
        var gem = TarBuilder()
        for (name, bytes) in members {
            gem = gem.file(name, bytes: bytes)
            if isSigned { gem = gem.file(name + ".sig", bytes: [1, 2, 3]) }
        }
        return gem.bytes()
    }

    private static func list(_ key: String, _ texts: [String]) -> String {
        texts.isEmpty ? "\(key): []\n" : "\(key):\n" + texts.map { "- \($0)\n" }.joined()
    }

    /// The report of a gem.
    static func report(gem bytes: [UInt8]) -> Report { report(bytes, "sample-1.0.0.gem") }

    /// The report of a gem beside what its index says.
    static func report(gem bytes: [UInt8], stated: IndexStatement) -> Report {
        let artifact = InspectedArtifact(
            ecosystem: .gem,
            filename: "sample-1.0.0.gem",
            expected: Manifest(name: "sample", version: "1.0.0"),
            stated: stated
        )
        return inspector.inspect(bytes.span, artifact: artifact)
    }
}
