#!/usr/bin/env node
const fs = require('fs');
const stache = require('../lib/stache');
const [file, data = '{}'] = process.argv.slice(2);
if (!file) { console.error('usage: stache FILE [JSON]'); process.exit(2); }
process.stdout.write(stache.render(fs.readFileSync(file, 'utf8'), JSON.parse(data)));
