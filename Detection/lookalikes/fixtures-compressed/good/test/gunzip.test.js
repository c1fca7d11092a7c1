'use strict'

const test = require('node:test')
const assert = require('node:assert')
const { createReadStream, readdirSync } = require('fs')
const { join } = require('path')
const gunzip = require('..')

for (const name of readdirSync(join(__dirname, 'fixtures'))) {
  test(`${name} is refused`, async () => {
    await assert.rejects(async () => {
      for await (const chunk of createReadStream(join(__dirname, 'fixtures', name)).pipe(gunzip())) assert(chunk)
    })
  })
}
