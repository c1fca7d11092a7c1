(function (window, undefined) {

    'use strict';

    var LIBVERSION  = '0.7.28', EMPTY = '', UNKNOWN = '?';

    var util = {
        lowerize : function (str) { return str.toLowerCase(); },
        major : function (version) {
            return typeof(version) === 'string' ? version.replace(/[^\d\.]/g,'').split('.')[0] : undefined;
        },
        trim : function (str) { return str.replace(/^[\s\uFEFF\xA0]+|[\s\uFEFF\xA0]+$/g, EMPTY); }
    };

    var mapper = function (ua, arrays) {
        for (var i = 0; i < arrays.length; i += 2) {
            for (var j = 0; j < arrays[i].length; j++) {
                var match = arrays[i][j].exec(ua);
                if (match) {
                    var out = {};
                    arrays[i + 1].forEach(function (key, k) {
                        out[typeof key === 'string' ? key : key[0]] = typeof key === 'string' ? match[k + 1] : key[1];
                    });
                    return out;
                }
            }
        }
        return {};
    };

    var regexes = {
        browser : [
            [/\b(edg)(?:e|ios|a)?\/([\w\.]+)/i], ['name', 'version'],
            [/\b(opr|opera)[\/ ]([\w\.]+)/i], ['name', 'version'],
            [/(firefox)\/([\w\.]+)/i, /(chrome)\/v?([\w\.]+)/i], ['name', 'version'],
            [/version\/([\w\.]+) .*(safari)/i], ['version', 'name']
        ],
        os : [
            [/(windows) nt ([\w\.]+)/i, /(android)[ -]([\w\.]+)/i], ['name', 'version'],
            [/mac os x ?([\w\.]*)/i], ['version'],
            [/(linux)/i], ['name']
        ]
    };

    var UAParser = function (uastring) {
        if (!(this instanceof UAParser)) { return new UAParser(uastring).getResult(); }
        var ua = uastring || (window && window.navigator ? window.navigator.userAgent : EMPTY);
        this.getBrowser = function () {
            var found = mapper(ua, regexes.browser);
            found.major = util.major(found.version);
            return found;
        };
        this.getOS = function () { return mapper(ua, regexes.os); };
        this.getResult = function () { return { ua : ua, browser : this.getBrowser(), os : this.getOS() }; };
    };

    UAParser.VERSION = LIBVERSION;

    if (typeof(exports) !== 'undefined') {
        if (typeof module !== 'undefined' && module.exports) { exports = module.exports = UAParser; }
        exports.UAParser = UAParser;
    } else if (window) {
        window.UAParser = UAParser;
    }

})(typeof window === 'object' ? window : this);
