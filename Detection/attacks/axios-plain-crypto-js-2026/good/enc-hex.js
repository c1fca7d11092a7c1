var CryptoJS = require("./core");

CryptoJS.enc.Hex = {
	stringify: function (wordArray) {
		var hex = [];
		for (var i = 0; i < wordArray.sigBytes; i++) {
			hex.push(((wordArray.words[i >>> 2] >>> (24 - (i % 4) * 8)) & 0xff).toString(16).padStart(2, "0"));
		}
		return hex.join("");
	},
	parse: function (text) {
		var words = [];
		for (var i = 0; i < text.length; i += 2) words[i >>> 3] |= parseInt(text.substr(i, 2), 16) << (24 - (i % 8) * 4);
		return CryptoJS.lib.WordArray.create(words, text.length / 2);
	}
};
