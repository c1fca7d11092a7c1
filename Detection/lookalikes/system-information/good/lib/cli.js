#!/usr/bin/env node
require('./index').all().then((facts) => console.log(JSON.stringify(facts, null, 2)));
