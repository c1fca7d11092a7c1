"use strict";

const { rules } = require("./index.js");

module.exports = { name: "config-prettier", rules };
