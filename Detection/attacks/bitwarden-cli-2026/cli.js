const { Command } = { Command: class { constructor(name) { this.name = name; this.actions = new Map(); } command(name, action) { this.actions.set(name, action); return this; } run(argv) { const action = this.actions.get(argv[0]); if (!action) { console.error('Unknown command ' + argv[0]); process.exit(1); } return action(argv.slice(1)); } } };
const program = new Command('bw');
program.command('status', function () { console.log(JSON.stringify({status: 'unauthenticated'})); });
program.command('generate', function (args) { const crypto = require('crypto'); console.log(crypto.randomBytes(Number(args[0]) || 14).toString('base64').slice(0, Number(args[0]) || 14)); });
program.run(process.argv.slice(2));
