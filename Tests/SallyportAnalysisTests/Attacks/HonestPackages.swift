import SallyportAnalysis
import Testing

/// Honest packages that look like attacks: each does the honest version of one.
enum HonestPackages {
    static let npm: [Honest] = [
        Honest(
            "esbuild",
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const fs=require('fs'),https=require('https'),path=require('path'),child_process=require('child_process'),zlib=require('zlib');
                var versionFromPackageJSON = require(path.join(__dirname, 'package.json')).version;
                function validateBinaryVersion(...command) { command.push('--version'); const stdout = child_process.execFileSync(command.shift(), command, {stdio:'pipe'}).toString().trim(); }
                function fetch(url) { return new Promise((resolve, reject) => { https.get(url, (res) => { let chunks=[]; res.on('data', (chunk) => chunks.push(chunk)); res.on('end', () => resolve(Buffer.concat(chunks))); }).on('error', reject); }); }
                function installUsingNPM(pkg, subpath, binPath) {
                  const env = { ...process.env, npm_config_global: void 0 };
                  const installDir = path.join(__dirname, 'tmp'); fs.mkdirSync(installDir);
                  child_process.execSync(`npm install --loglevel=error --prefer-offline ${pkg}`, { cwd: installDir, stdio: 'pipe', env });
                  fs.renameSync(path.join(installDir, subpath), binPath);
                }
                async function downloadDirectlyFromNPM(pkg, subpath, binPath) {
                  const url = `https://registry.example.invalid/${pkg}.tgz`;
                  fs.writeFileSync(binPath, extractFileFromTarGzip(await fetch(url), subpath)); fs.chmodSync(binPath, 493);
                }
                async function checkAndPreparePackage() { const binPath = path.join(__dirname,'bin'); await downloadDirectlyFromNPM('a','b',binPath); validateBinaryVersion(process.execPath, binPath); }
                checkAndPreparePackage();
                """#
            ]
        ),
        Honest(
            "corejs",
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                var env = process.env; var CI = ['BUILD_NUMBER','CI'].some(function (it) { return env[it]; });
                var fs=require('fs'),os=require('os'),path=require('path'); fs.writeFileSync(path.join(os.tmpdir(),'x'), JSON.stringify([Date.now()])); console.log('thanks, see https://x.example.invalid');
                """#
            ]
        ),
        Honest(
            "checksum",
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const https=require('https'),fs=require('fs'),crypto=require('crypto'),{spawnSync}=require('child_process');
                const dest='bin/tool'; https.get(process.env.TOOL_MIRROR || 'https://x.example.invalid/tool', res => { const f = fs.createWriteStream(dest); res.pipe(f); f.on('finish', () => { const h = crypto.createHash('sha256').update(fs.readFileSync(dest)).digest('hex'); if (h !== 'abc') throw 1; fs.chmodSync(dest, 0o755); spawnSync(dest, ['--version']); }) });
                """#
            ]
        ),
        Honest(
            "tar",
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const https=require('https'),fs=require('fs'),cp=require('child_process');
                const out='x.tgz'; https.get('https://x.example.invalid/x.tgz', r => r.pipe(fs.createWriteStream(out)).on('close', () => cp.execSync('tar -xzf ' + out)));
                """#
            ]
        ),
        Honest(
            "gyp",
            scripts: ["install": "node-gyp rebuild"],
            files: [
                "binding.gyp": #"""
                {'targets':[{'target_name':'x','include_dirs':['<!(node -e "require(\'nan\')")']}]}
                """#
            ]
        ),
        Honest(
            "npmrccli",
            scripts: [:],
            files: [
                "index.js": #"""
                const fs=require('fs'),https=require('https'); const rc=fs.readFileSync(require('os').homedir()+'/.npmrc','utf8'); const t=/x=(.*)/.exec(rc)[1]; https.get({host:'registry.example.invalid',headers:{authorization:'Bearer '+t}})
                """#
            ]
        ),
        Honest(
            "doc",
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                // reads ~/.npmrc and child_process.exec("curl | sh")
                console.log("Please check your .npmrc file or run curl https://x.example.invalid | sh");
                """#
            ]
        ),
        Honest(
            "telemetry",
            scripts: ["postinstall": "node install.js"],
            files: [
                "install.js": #"""
                const https=require('https'); if (process.env.CI || process.env.DO_NOT_TRACK) process.exit(0);
                https.request({host:'t.example.invalid',method:'POST'}).end(JSON.stringify({node: process.version, platform: process.platform, v: process.env.npm_package_version}));
                """#
            ]
        ),
    ]

    static let sdist: [Honest] = [
        Honest(
            "version",
            scripts: [:],
            files: [
                "setup.py": #"""
                import os, re, subprocess
                from setuptools import setup, find_packages
                here = os.path.abspath(os.path.dirname(__file__))
                about = {}
                with open(os.path.join(here, "pkg", "__version__.py")) as f:
                    exec(f.read(), about)
                env = os.environ.copy(); env["CFLAGS"] = os.environ.get("CFLAGS", "")
                subprocess.check_call(["make"], env=env)
                setup(name="x", version=about["v"])
                """#
            ]
        ),
        Honest(
            "download",
            scripts: [:],
            files: [
                "setup.py": #"""
                from urllib.request import urlretrieve
                import subprocess, tarfile, os
                urlretrieve("https://x.example.invalid/lib.tar.gz", "lib.tar.gz")
                tarfile.open("lib.tar.gz").extractall("lib")
                subprocess.check_call(["./configure"], cwd="lib", env=dict(os.environ, CC="gcc"))
                subprocess.check_call(["make"], cwd="lib")
                """#
            ]
        ),
        Honest(
            "lib",
            scripts: [:],
            files: [
                "setup.py": #"""
                from setuptools import setup
                from mylib import __version__
                setup(version=__version__)
                """#,
                "mylib/__init__.py": #"""
                from . import utils, sessions
                __version__="1"
                """#,
                "mylib/utils.py": #"""
                import os, netrc
                NETRC_FILES = (".netrc", "_netrc")
                def get(u):
                    for f in NETRC_FILES:
                        return netrc.netrc(os.path.expanduser("~/"+f))
                """#,
                "mylib/sessions.py": #"""
                import urllib.request
                def go(u):
                    return urllib.request.urlopen(u)
                """#,
            ]
        ),
    ]
}
