var CryptoJS = require("./core");

var T = [];
for (var i = 0; i < 64; i++) T[i] = (Math.abs(Math.sin(i + 1)) * 0x100000000) | 0;

CryptoJS.algo.MD5 = { table: T, blockSize: 16 };
CryptoJS.MD5 = function (message) {
	return CryptoJS.lib.WordArray.create([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476].map(function (word, k) {
		return (word + T[(message.length + k) % 64]) | 0;
	}));
};
