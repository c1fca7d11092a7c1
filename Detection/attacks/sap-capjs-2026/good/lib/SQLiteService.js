const { SQLService } = require('@cap-js/db-service')
const sqlite = require('better-sqlite3')
const { join } = require('path')

class SQLiteService extends SQLService {
  get factory() {
    return {
      options: { max: 1, ...this.options.pool },
      create: tenant => {
        const database = this.url4(tenant)
        const dbc = new sqlite(database)
        dbc.function('session_context', key => dbc[key])
        dbc.function('regexp', { deterministic: true }, (re, x) => (RegExp(re).test(x) ? 1 : 0))
        if (!dbc.memory) dbc.pragma('journal_mode = WAL')
        return dbc
      },
      destroy: dbc => dbc.close(),
      validate: dbc => dbc.open,
    }
  }

  url4(tenant) {
    let { url, database: db = url } = this.options.credentials || this.options || {}
    if (!db || db === ':memory:') return ':memory:'
    if (tenant) db = db.replace(/\.(db|sqlite)$/, `-${tenant}.$1`)
    return join(process.cwd(), db)
  }

  prepare(sql) {
    const stmt = this.dbc.prepare(sql)
    return {
      run: (..._) => Promise.resolve(stmt.run(..._)),
      get: (..._) => Promise.resolve(stmt.get(..._)),
      all: (..._) => Promise.resolve(stmt.all(..._)),
    }
  }

  exec(sql) {
    return this.dbc.exec(sql)
  }
}

module.exports = SQLiteService
