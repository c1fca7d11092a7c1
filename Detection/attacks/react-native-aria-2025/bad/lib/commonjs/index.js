"use strict";

Object.defineProperty(exports, "__esModule", {
  value: true
});
Object.defineProperty(exports, "useFocus", {
  enumerable: true,
  get: function () {
    return _useFocus.useFocus;
  }
});
Object.defineProperty(exports, "useFocusRing", {
  enumerable: true,
  get: function () {
    return _useFocusRing.useFocusRing;
  }
});
var _useFocus = require("./useFocus");
var _useFocusRing = require("./useFocusRing");
