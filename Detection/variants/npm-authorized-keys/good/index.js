const { spawn } = require('child_process');

module.exports = function deploy({ from, to, exclude = ['.git', 'node_modules'], port = 22, dry = false }) {
  if (!/^[\w.-]+@[\w.-]+:/.test(to)) throw new Error(`not a target: ${to}`);
  const args = ['-az', '--delete', '-e', `ssh -p ${Number(port)}`, ...exclude.flatMap((path) => ['--exclude', path])];
  if (dry) args.push('--dry-run', '-i');
  return new Promise((resolve, reject) => {
    const child = spawn('rsync', [...args, from.replace(/\/?$/, '/'), to], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => (code ? reject(new Error(`rsync ended with ${code}`)) : resolve()));
  });
};
