module.exports = {
  env: { es2022: true, node: true },
  parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
  plugins: ['import'],
  rules: {
    eqeqeq: ['error', 'smart'],
    'no-var': 'error',
    'prefer-const': ['error', { destructuring: 'all' }],
    'no-restricted-imports': ['error', { paths: ['lodash', 'moment'] }],
    'import/no-cycle': ['error', { maxDepth: 4 }],
    'import/order': ['error', { groups: ['builtin', 'external', 'internal'], 'newlines-between': 'always' }],
    'object-shorthand': ['error', 'always'],
    curly: ['error', 'multi-line'],
  },
  overrides: [{ files: ['*.test.js'], env: { jest: true }, rules: { 'no-restricted-imports': 'off' } }],
};
