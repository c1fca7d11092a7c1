"use strict";

Object.defineProperty(exports, "__esModule", {
  value: true
});
exports.useFocus = useFocus;
var _react = require("react");
function useFocus() {
  const [isFocused, setFocused] = (0, _react.useState)(false);
  return {
    focusProps: {
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false)
    },
    isFocused
  };
}
//# sourceMappingURL=useFocus.js.map
