var CryptoJS = { lib: {}, enc: {}, algo: {} };

var WordArray = CryptoJS.lib.WordArray = {
	create: function (words, sigBytes) {
		var array = Object.create(this);
		array.words = words || [];
		array.sigBytes = sigBytes === undefined ? array.words.length * 4 : sigBytes;
		return array;
	},
	concat: function (other) {
		for (var i = 0; i < other.sigBytes; i++) {
			var byte = (other.words[i >>> 2] >>> (24 - (i % 4) * 8)) & 0xff;
			this.words[(this.sigBytes + i) >>> 2] |= byte << (24 - ((this.sigBytes + i) % 4) * 8);
		}
		this.sigBytes += other.sigBytes;
		return this;
	},
	toString: function (encoder) { return (encoder || CryptoJS.enc.Hex).stringify(this); }
};

module.exports = CryptoJS;
