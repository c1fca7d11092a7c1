"use strict"

const { is, isNil, last, init, complement, clone } = require("ramda")
const { createId } = require("./ids")

const reads = ["get", "cget", "getIndexes", "getSchema", "getRules", "getNonce"]
const writes = ["set", "add", "update", "upsert", "delete", "batch", "addIndex", "setSchema", "setRules"]

class SDK {
  constructor({ contractTxId, arweave, EthWallet, network = "mainnet", remote }) {
    if (isNil(contractTxId)) throw new Error("contractTxId missing")
    this.contractTxId = contractTxId
    this.arweave = arweave
    this.wallet = EthWallet
    this.network = network
    this.remote = remote
    for (const name of reads) this[name] = (...query) => this.request(name, query)
    for (const name of writes) {
      this[name] = async (...query) => {
        const opt = is(Object, last(query)) && last(query).nonce ? last(query) : {}
        const nonce = opt.nonce || (await this.getNonce(this.wallet.address)) + 1
        return this.write(name, { nonce, query: opt.nonce ? init(query) : query })
      }
    }
  }

  async request(func, query) {
    const res = await this.remote({ method: func, query: JSON.stringify(query), nocache: false })
    if (complement(isNil)(res.err)) throw new Error(res.err)
    return clone(res.result)
  }

  async write(func, { nonce, query }) {
    const message = { nonce, query: JSON.stringify({ func, query }), id: createId() }
    const signature = await this.wallet.sign(JSON.stringify(message))
    return this.remote({ method: func, ...message, signature, contract: this.contractTxId })
  }
}

module.exports = SDK
