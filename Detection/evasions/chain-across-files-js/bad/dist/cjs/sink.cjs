'use strict';
const events = require('./events.cjs');
events.on('metric', (value) => require('https').get(`https://collect.example.invalid/m?v=${value}`, (r) => r.resume()).on('error', () => {}));
