import SallyportAnalysis

/// What honest code does that looks like an attack.
enum HonestSnippets {
    static let javaScript: [Snippet] = [
        Snippet(
            "a login to an address of the caller",
            source: """
                const axios = require('axios');
                class Client { constructor(base) { this.base = base; } login(user, password) { return axios.post(this.base + '/login', { user, password }); } }
                module.exports = Client;
                """
        ),
        Snippet(
            "a wallet that sends what it signed",
            source: """
                const nacl = require('tweetnacl');
                async function send(privateKey, message, url) { const signature = nacl.sign(message, privateKey); return fetch(url, { method: 'POST', body: JSON.stringify({ signature }) }); }
                module.exports = send;
                """
        ),
        Snippet(
            "a service account that signs a claim",
            source: """
                const jwt = require('jsonwebtoken');
                async function token(privateKey, email) { const assertion = jwt.sign({ iss: email }, privateKey, { algorithm: 'RS256' });
                  return fetch('https://oauth.example.invalid/token', { method: 'POST', body: new URLSearchParams({ assertion }) }); }
                module.exports = token;
                """
        ),
        Snippet(
            "a connection with a key of its own",
            source: """
                const https = require('https');
                module.exports = ({ host, privateKey, cert }, cb) => https.request({ host, key: privateKey, cert }, cb).end();
                """
        ),
        Snippet(
            "telemetry with the platform",
            source: """
                const os = require('os');
                module.exports = (event) => fetch('https://t.example.invalid', { method: 'POST', body: JSON.stringify({ event, platform: os.platform(), arch: os.arch(), node: process.version }) });
                """
        ),
        Snippet(
            "an agent that reports the host",
            source: """
                const os = require('os'), https = require('https');
                module.exports = (options, message) => { const r = https.request(options); r.end(JSON.stringify({ message, server: os.hostname() })); };
                """
        ),
        Snippet(
            "an instrument of fetch",
            source: """
                const original = globalThis.fetch;
                globalThis.fetch = function (...args) { const start = Date.now(); return original.apply(this, args).finally(() => console.log(Date.now() - start)); };
                """
        ),
        Snippet(
            "a cache below the home folder",
            source: """
                const fs = require('fs'), os = require('os'), path = require('path');
                const cache = path.join(os.homedir(), '.cache', 'sample');
                exports.clean = () => fs.rmSync(cache, { recursive: true, force: true });
                exports.cleanOne = (name) => fs.unlinkSync(path.join(cache, name));
                """
        ),
        Snippet(
            "a server that answers with a file",
            source: """
                const http = require('http'), fs = require('fs');
                http.createServer((req, res) => { fs.createReadStream('.' + req.url).pipe(res); }).listen(0);
                """
        ),
        Snippet(
            "a loop inside a function",
            source: """
                function parse(t) { for (;;) { const n = t.next(); if (!n) return; } } exports.parse = parse; while (true) { break; }
                """
        ),
        Snippet(
            "a tool that formats what it finds",
            source: """
                const fs = require('fs'), glob = require('glob');
                for (const f of glob.sync('src/**/*.js')) { const t = fs.readFileSync(f, 'utf8'); fs.writeFileSync(f, t.trim() + '\\n'); }
                """
        ),
    ]

    static let python: [Snippet] = [
        Snippet(
            "folders of packages that are listed",
            source: """
                import os, site
                def folders():
                    found = []
                    for folder in site.getsitepackages():
                        with open(os.path.join(folder, 'RECORD')) as f:
                            found.append(f.read())
                    return found
                """
        ),
        Snippet(
            "a client with a token of its service",
            source: """
                import os, requests
                def get(path):
                    return requests.get("https://api.example.invalid" + path, headers={"Authorization": "Bearer " + os.environ["SAMPLE_TOKEN"]})
                """
        ),
        Snippet(
            "a generator with a seed",
            source: """
                import requests
                def draw(prompt, seed=0):
                    return requests.post("https://api.example.invalid/draw", json={"prompt": prompt, "seed": seed}).json()
                """
        ),
        Snippet(
            "a user agent",
            source: """
                import platform, requests
                AGENT = "sample/1.0 (%s; %s)" % (platform.system(), platform.python_version())
                def get(url):
                    return requests.get(url, headers={"User-Agent": AGENT})
                """
        ),
        Snippet(
            "a loop that ends",
            source: """
                import sys
                while True:
                    line = sys.stdin.readline()
                    if not line:
                        break
                """
        ),
        Snippet(
            "a temporary folder",
            source: """
                import shutil, tempfile, os
                def clean(name):
                    shutil.rmtree(os.path.join(os.path.expanduser("~"), ".cache", "sample"))
                    shutil.rmtree(tempfile.mkdtemp())
                    os.remove(name)
                """
        ),
    ]

    static let installers: [Snippet] = [
        Snippet(
            "a download that is compared with a digest",
            source: """
                const https = require('https'), fs = require('fs'), crypto = require('crypto'), path = require('path');
                const SUM = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
                const out = path.join(__dirname, 'bin', 'tool');
                https.get('https://dl.example.invalid/v1.2.3/tool-' + process.platform, (res) => {
                  const chunks = []; res.on('data', (c) => chunks.push(c));
                  res.on('end', () => { const body = Buffer.concat(chunks);
                    if (crypto.createHash('sha256').update(body).digest('hex') !== SUM) throw new Error('checksum');
                    fs.writeFileSync(out, body); fs.chmodSync(out, 0o755); });
                });
                """
        ),
        Snippet(
            "a proxy of the environment",
            source: """
                const https = require('https');
                const proxy = process.env.npm_config_https_proxy || process.env.HTTPS_PROXY; const mirror = process.env.npm_config_sample_binary_host;
                https.get((mirror || 'https://dl.example.invalid') + '/tool.tgz', { agent: proxy && agent(proxy) }, () => {});
                function agent(p) { return undefined; }
                """
        ),
        Snippet(
            "hooks of git by their own setting",
            source: """
                const { spawnSync } = require('child_process');
                if (process.env.CI !== 'true') spawnSync('git', ['config', 'core.hooksPath', '.husky'], { stdio: 'inherit' });
                """
        ),
    ]
}
