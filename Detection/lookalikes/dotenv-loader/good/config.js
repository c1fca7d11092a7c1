(function () {
  require('./lib/main').config(
    Object.assign({}, process.env.DOTENV_CONFIG_PATH ? { path: process.env.DOTENV_CONFIG_PATH } : {}, { debug: process.env.DOTENV_CONFIG_DEBUG })
  )
})()
