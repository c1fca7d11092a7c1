/*
 * ATTENTION: An "eval-source-map" devtool has been used.
 * This devtool is neither made for production nor for readable output files.
 */
(function webpackUniversalModuleDefinition(root, factory) {
	if(typeof exports === 'object' && typeof module === 'object')
		module.exports = factory();
	else if(typeof define === 'function' && define.amd)
		define([], factory);
	else
		root["MiniCarousel"] = factory();
})(this, () => {
return /******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ "./src/index.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

eval("__webpack_require__.r(__webpack_exports__);\n/* harmony import */ var _slide__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(/*! ./slide */ \"./src/slide.js\");\n\nclass Carousel {\n  constructor(element, options) {\n    this.element = element;\n    this.options = Object.assign({ interval: 4000 }, options);\n    this.slides = Array.from(element.children).map((child) => new _slide__WEBPACK_IMPORTED_MODULE_0__.Slide(child));\n    this.current = 0;\n  }\n  next() {\n    this.slides[this.current].hide();\n    this.current = (this.current + 1) % this.slides.length;\n    this.slides[this.current].show();\n  }\n  start() {\n    this.timer = setInterval(() => this.next(), this.options.interval);\n  }\n  stop() {\n    clearInterval(this.timer);\n  }\n}\n/* harmony default export */ __webpack_exports__[\"default\"] = (Carousel);//# sourceURL=[module]\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjogMywgImZpbGUiOiAiLi9zcmMvaW5kZXguanMiLCAic291cmNlcyI6IFsid2VicGFjazovL01pbmlDYXJvdXNlbC8uL3NyYy9pbmRleC5qcyJdLCAic291cmNlc0NvbnRlbnQiOiBbImltcG9ydCB7IFNsaWRlIH0gZnJvbSAnLi9zbGlkZSc7XG5cbmV4cG9ydCBkZWZhdWx0IGNsYXNzIENhcm91c2VsIHtcbiAgY29uc3RydWN0b3IoZWxlbWVudCwgb3B0aW9ucykge1xuICAgIHRoaXMuZWxlbWVudCA9IGVsZW1lbnQ7XG4gICAgdGhpcy5vcHRpb25zID0gT2JqZWN0LmFzc2lnbih7IGludGVydmFsOiA0MDAwIH0sIG9wdGlvbnMpO1xuICB9XG59XG4iXSwgIm5hbWVzIjogW10sICJtYXBwaW5ncyI6ICJBQUFBO0FBQ0E7In0=\n//# sourceURL=webpack-internal:///./src/index.js\n");

/***/ }),

/***/ "./src/dots.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

eval("__webpack_require__.r(__webpack_exports__);\nfunction dots(count) {\n  const list = document.createElement('ol');\n  for (let i = 0; i < count; i++) list.appendChild(document.createElement('li'));\n  return list;\n}\n/* harmony default export */ __webpack_exports__[\"default\"] = (dots);//# sourceURL=[module]\n//# sourceURL=webpack-internal:///./src/dots.js\n");

/***/ }),

/***/ "./src/slide.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

eval("__webpack_require__.r(__webpack_exports__);\n/* harmony export */ __webpack_require__.d(__webpack_exports__, {\n/* harmony export */   \"Slide\": () => (/* binding */ Slide)\n/* harmony export */ });\nclass Slide {\n  constructor(element) {\n    this.element = element;\n  }\n  show() {\n    this.element.classList.add('is-active');\n  }\n  hide() {\n    this.element.classList.remove('is-active');\n  }\n}\n//# sourceURL=[module]\n//# sourceURL=webpack-internal:///./src/slide.js\n");

/***/ })

/******/ 	});
/******/ 	var __webpack_module_cache__ = {};
/******/ 	function __webpack_require__(moduleId) {
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		var module = __webpack_module_cache__[moduleId] = { exports: {} };
/******/ 		__webpack_modules__[moduleId](module, module.exports, __webpack_require__);
/******/ 		return module.exports;
/******/ 	}
/******/ 	(() => {
/******/ 		__webpack_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(Object.prototype.hasOwnProperty.call(definition, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 		__webpack_require__.r = (exports) => {
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	var __webpack_exports__ = __webpack_require__("./src/index.js");
/******/ 	return __webpack_exports__["default"];
/******/ })()
;
});
