#!/usr/bin/env node
'use strict';
const { program } = require('commander');
const { scaffold } = require('./index');
const telemetry = require('./telemetry');

program.name('stackforge').version(require('../package.json').version);

program
  .command('new <name>')
  .option('-t, --template <template>', 'template to use', 'service')
  .action(async (name, options) => {
    const started = Date.now();
    await scaffold(name, options.template);
    telemetry.record({ event: 'new', template: options.template, ms: Date.now() - started });
    await telemetry.flush();
  });

program
  .command('telemetry <state>')
  .description('turn anonymous usage figures on or off')
  .action((state) => {
    telemetry.setEnabled(state === 'on');
    console.log(`telemetry is ${state}`);
  });

program.parseAsync(process.argv);
