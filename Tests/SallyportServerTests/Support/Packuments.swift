import SallyportEcosystem
import SallyportModel
import SallyportTesting

/// A small npm package for the fake upstream.
struct Packument {
    struct Version {
        let number: String
        let bytes: [UInt8]
        var publishedAt = "2026-01-01T00:00:00.000Z"
    }

    var name = "left"
    var versions: [Version]
    /// More text, so that the answer is worth compressing.
    var readme = ""

    func publish(to upstream: FakeUpstream) {
        for version in versions { upstream.serve(version.bytes, as: "\(name)-\(version.number).tgz") }
        let document = IndexDocument(
            body: Array(text.utf8),
            contentType: "application/json",
            url: "https://registry.example.invalid/\(name)",
            etag: "\"\(versions.count)\""
        )
        upstream.serve(document, at: name)
    }

    private var text: String {
        let manifests = versions.map { version in
            let digest = StandInHashing.digests(of: version.bytes).first { $0.algorithm == .sha512 }
            return """
                "\(version.number)":{"name":"\(name)","version":"\(version.number)","dist":{"integrity":\
                "\(digest?.integrity ?? "")","tarball":\
                "https://registry.example.invalid/\(name)/-/\(name)-\(version.number).tgz"}}
                """
        }
        let times = versions.map { "\"\($0.number)\":\"\($0.publishedAt)\"" }
        let latest = versions.last?.number ?? "0.0.0"
        return """
            {"name":"\(name)","dist-tags":{"latest":"\(latest)"},"versions":{\(manifests.joined(separator: ","))},\
            "time":{\(times.joined(separator: ","))},"readme":"\(readme)"}
            """
    }
}

extension FakeTarball {
    /// An honest package of about so many bytes that don't compress.
    static func large(_ name: String, _ version: String, bytes count: Int) -> [UInt8] {
        var state: UInt64 = 1
        let noise = (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        return TarBuilder()
            .file("package/package.json", #"{"name":"\#(name)","version":"\#(version)"}"#)
            .file("package/data.bin", bytes: noise)
            .gzipped()
    }
}
