;(function (root, factory) {
	if (typeof exports === "object") {
		module.exports = exports = factory(require("./core"), require("./md5"), require("./enc-hex"));
	}
	else if (typeof define === "function" && define.amd) {
		define(["./core", "./md5", "./enc-hex"], factory);
	}
	else {
		root.CryptoJS = factory(root.CryptoJS);
	}
}(this, function (CryptoJS) {

	return CryptoJS;

}));
