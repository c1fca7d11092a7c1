#!/usr/bin/env node
const { load, save } = require('.');
const [command, file, key, value] = process.argv.slice(2);
const settings = load(file);
if (command === 'get') console.log(settings[key]);
else if (command === 'set') save(file, { ...settings, [key]: value }, process.env.SETTINGS_KEY);
else process.exitCode = 64;
