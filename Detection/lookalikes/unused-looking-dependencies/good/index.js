module.exports = {
  parserOptions: { ecmaVersion: 2023, sourceType: 'module' },
  env: { es2022: true, node: true },
  plugins: ['import-tidy'],
  rules: {
    'no-var': 'error',
    'prefer-const': ['error', { destructuring: 'all' }],
    eqeqeq: ['error', 'smart'],
    'no-eval': 'error',
    'import-tidy/order': ['warn', { alphabetize: { order: 'asc' } }],
  },
  overrides: [{ files: ['*.test.js'], env: { jest: true } }],
};
