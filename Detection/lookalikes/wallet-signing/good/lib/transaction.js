'use strict';

class Transaction {
  constructor({ feePayer, recentBlockhash } = {}) {
    this.feePayer = feePayer;
    this.recentBlockhash = recentBlockhash;
    this.instructions = [];
    this.signatures = [];
  }
  add(...items) {
    this.instructions.push(...items);
    return this;
  }
  compileMessage() {
    return Buffer.from(JSON.stringify({
      payer: this.feePayer.toString('hex'),
      blockhash: this.recentBlockhash,
      instructions: this.instructions.map((i) => ({ program: i.program, data: i.data.toString('base64') })),
    }));
  }
  sign(...signers) {
    const message = this.compileMessage();
    for (const signer of signers) this.signatures.push({ publicKey: signer.publicKey, signature: signer.sign(message) });
  }
  serialize() {
    if (this.signatures.length === 0) throw new Error('Transaction has not been signed');
    return Buffer.concat([Buffer.from([this.signatures.length]), ...this.signatures.map((s) => s.signature), this.compileMessage()]);
  }
}

exports.Transaction = Transaction;
