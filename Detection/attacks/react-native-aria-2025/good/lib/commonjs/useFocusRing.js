"use strict";

Object.defineProperty(exports, "__esModule", {
  value: true
});
exports.useFocusRing = useFocusRing;
var _useFocus = require("./useFocus");
function useFocusRing() {
  const {
    isFocused,
    focusProps
  } = (0, _useFocus.useFocus)();
  return {
    focusProps,
    isFocusVisible: isFocused
  };
}
//# sourceMappingURL=useFocusRing.js.map
