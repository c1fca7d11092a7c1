'use strict'
const dns = require('dns')
const dgram = require('dgram')
const https = require('https')
const { encodeQuery, decodeAnswer } = require('./packet')

const types = { A: 1, NS: 2, CNAME: 5, MX: 15, TXT: 16, AAAA: 28 }

function overUDP (name, type, { server = dns.getServers()[0], timeout = 3000 } = {}) {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket(server.includes(':') ? 'udp6' : 'udp4')
    const timer = setTimeout(() => { socket.close(); reject(new Error('timed out')) }, timeout)
    socket.on('error', (error) => { clearTimeout(timer); reject(error) })
    socket.on('message', (message) => {
      clearTimeout(timer)
      socket.close()
      resolve(decodeAnswer(message))
    })
    const query = encodeQuery(name, types[type])
    socket.send(query, 0, query.length, 53, server)
  })
}

function overHTTPS (name, type, { endpoint }) {
  const url = new URL(endpoint)
  url.searchParams.set('dns', encodeQuery(name, types[type]).toString('base64url'))
  return new Promise((resolve, reject) => {
    https.get(url, { headers: { accept: 'application/dns-message' } }, (response) => {
      const chunks = []
      response.on('data', (c) => chunks.push(c))
      response.on('end', () => resolve(decodeAnswer(Buffer.concat(chunks))))
    }).on('error', reject)
  })
}

async function lookup (name, type = 'A', options = {}) {
  if (!types[type]) throw new TypeError(`${type} is not a record type`)
  const started = process.hrtime.bigint()
  const answers = options.endpoint ? await overHTTPS(name, type, options) : await overUDP(name, type, options)
  return { answers, ms: Number((process.hrtime.bigint() - started) / 1000000n) }
}

module.exports = { lookup, resolveTxt: (name) => dns.promises.resolveTxt(name) }
