'use strict';

const called = (node, names) => node.callee.type === 'Identifier' && names.includes(node.callee.name);

module.exports.rules = {
  'no-empty-title': {
    meta: { type: 'problem', schema: [], messages: { empty: 'Give the test a title.' } },
    create: (context) => ({
      CallExpression(node) {
        if (called(node, ['it', 'test', 'describe']) && node.arguments[0]?.value === '') context.report({ node, messageId: 'empty' });
      },
    }),
  },
  'no-nested-it': {
    meta: { type: 'problem', schema: [], messages: { nested: 'A test stands inside a test.' } },
    create(context) {
      let depth = 0;
      return {
        CallExpression(node) {
          if (called(node, ['it', 'test']) && depth++) context.report({ node, messageId: 'nested' });
        },
        'CallExpression:exit'(node) {
          if (called(node, ['it', 'test'])) depth--;
        },
      };
    },
  },
};
