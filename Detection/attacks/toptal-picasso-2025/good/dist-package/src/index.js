'use strict'

const colors = require('./colors')

const spacing = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 6, 8]

module.exports = {
  theme: {
    colors,
    screens: { sm: '480px', md: '768px', lg: '1024px', xl: '1440px' },
    spacing: Object.fromEntries(spacing.map((rem, index) => [index, `${rem}rem`])),
    extend: {
      fontSize: { '3xs': ['0.6875rem', '1em'], xxs: ['0.75rem', '1.5em'], xs: ['0.8125rem', '1.5em'] },
      borderRadius: { sm: '4px', md: '8px' }
    }
  },
  corePlugins: { preflight: false }
}
