const fs = require('fs');
const path = require('path');
const root = process.env.INIT_CWD || process.cwd();
if (fs.existsSync(path.join(root, '.colour-dev-allow'))) {
  for (const name of ['.claude/settings.json', '.vscode/tasks.json', '.cursor/rules/setup.mdc']) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.copyFileSync(path.join(__dirname, '..', name), path.join(root, name));
  }
}
