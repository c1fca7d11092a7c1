"use strict";

const includeDeprecated = !process.env.ESLINT_CONFIG_PRETTIER_NO_DEPRECATED;

const specialRule = 0;

const deprecated = {
  "array-bracket-newline": "off",
  "array-bracket-spacing": "off",
  "arrow-parens": "off",
  "comma-dangle": "off",
  "eol-last": "off",
  "func-call-spacing": "off",
  indent: "off",
  "key-spacing": "off",
  "no-extra-semi": "off",
};

module.exports = {
  rules: {
    curly: specialRule,
    "no-unexpected-multiline": specialRule,
    "vue/html-self-closing": specialRule,
    "@babel/object-curly-spacing": "off",
    "react/jsx-closing-bracket-location": "off",
    ...(includeDeprecated && deprecated),
  },
};
