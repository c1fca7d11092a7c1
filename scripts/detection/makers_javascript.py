"""Makers of JavaScript: minifier, string-array obfuscator, packer, encoders and honest bundles."""

import base64
import hashlib
import random
import re

import aes
from makers import maker

TOKEN = re.compile(
    r"(?P<space>\s+|//[^\n]*|/\*.*?\*/)"
    r"|(?P<string>'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\")"
    r"|(?P<template>`(?:\\.|[^`\\])*`)"
    r"|(?P<number>0[xX][\da-fA-F]+n?|0[oObB][0-7]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?n?|\.\d+)"
    r"|(?P<name>[A-Za-z_$][\w$]*)"
    r"|(?P<mark>\.\.\.|=>|\?\.(?!\d)|===|!==|\*\*=?|>>>=?|<<=?|>>=?|&&=?|\|\|=?|\?\?=?|[=!<>+\-*/%&|^]=|\+\+|--|[{}()\[\];,<>+\-*/%&|^!~?:=.@#])",
    re.DOTALL,
)
REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
OPERAND_WORDS = {"return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "await", "yield", "else", "do"}


def tokens(text):
    """(kind, text) of a source without nested templates; space and comments are left out."""
    found, position = [], 0
    while position < len(text):
        before = found[-1] if found else ("mark", ";")
        operand = before[0] in ("number", "string", "template", "regex") or before[1] in (")", "]", "}")
        operand = operand or (before[0] == "name" and before[1] not in OPERAND_WORDS)
        regex = REGEX.match(text, position) if text[position] == "/" and not operand else None
        if regex and text[position + 1] not in "/*":
            found.append(("regex", regex.group()))
            position = regex.end()
            continue
        match = TOKEN.match(text, position)
        if not match:
            raise ValueError(f"cannot read JavaScript at {text[position:position + 40]!r}")
        if match.lastgroup != "space":
            found.append((match.lastgroup, match.group()))
        position = match.end()
    return found


def joined(pieces):
    """Token texts as one line, with the spaces that are needed."""
    out, last = [], ""
    for piece in pieces:
        word = last and (last[-1].isalnum() or last[-1] in "_$") and (piece[0].isalnum() or piece[0] in "_$#")
        if word or (last and last[-1] in "+-" and piece[0] == last[-1]):
            out.append(" ")
        out.append(piece)
        last = piece
    return "".join(out)


def hexadecimal(rng, digits=6):
    return "_0x" + "".join(rng.choice("0123456789abcdef") for _ in range(digits))


@maker("minify")
def minify(source, options):
    """The source on one line, local names shortened when "rename" is set."""
    read = tokens(source.decode())
    if options.get("rename"):
        names = {name: f"{chr(97 + i % 26)}{i // 26}" for i, name in enumerate(sorted(declared(read)))}
        taken = {text for kind, text in read if kind == "name"}
        names = {name: f"{short}$" if short in taken else short for name, short in names.items()}
        return joined(renamed(read, names)).encode()
    return joined([text for _, text in read]).encode()


@maker("pad")
def pad(source, options):
    """The source on one line behind many spaces, so that an editor does not show it."""
    return b" " * options.get("columns", 1200) + minify(source, {})


def declared(read):
    """Names that the source declares itself: variables, functions and their parameters."""
    names = set()
    for index, (kind, text) in enumerate(read):
        following = read[index + 1] if index + 1 < len(read) else ("mark", "")
        if kind == "name" and text in ("const", "let", "var", "function", "class") and following[0] == "name":
            names.add(following[1])
        if kind == "name" and following[1] == "=>":
            names.add(text)
        if text == "(" and kind == "mark":
            names |= parameters(read, index)
    return {name for name in names if name not in ("async", "arguments", "undefined")}


def parameters(read, start):
    """The names of a plain parameter list that opens at `start`, or none when it is something else."""
    end, names = start + 1, set()
    while end < len(read) and (read[end][0] == "name" or read[end][1] == ","):
        if read[end][0] == "name":
            names.add(read[end][1])
        end += 1
    if end + 1 >= len(read) or read[end][1] != ")":
        return set()
    before = [text for _, text in read[max(0, start - 2) : start]]
    if read[end + 1][1] == "=>" or "function" in before or "catch" in before:
        return names
    return set()


def renamed(read, names):
    out = []
    for index, (kind, text) in enumerate(read):
        before = read[index - 1][1] if index else ""
        following = read[index + 1][1] if index + 1 < len(read) else ""
        key = following == ":" and before in ("{", ",")
        out.append(names[text] if kind == "name" and text in names and before not in (".", "?.") and not key else text)
    return out


class StringArray:
    """The table of an obfuscator: strings, their order after rotation, and the calls that read them."""

    def __init__(self, rng, cipher):
        self.rng, self.cipher = rng, cipher
        self.array, self.decoder = hexadecimal(rng), hexadecimal(rng)
        self.base = rng.randrange(0x80, 0x1F0)
        self.strings, self.places = [], {}
        alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/"
        self.secret = "".join(rng.choice("0123456789abcdef") for _ in range(32))
        if cipher == "pbkdf2":
            alphabet = shuffled(alphabet, self.secret)
        self.alphabet = alphabet

    def call(self, text):
        if text not in self.places:
            self.places[text] = len(self.strings)
            self.strings.append(text)
        return f"{self.decoder}(0x{self.places[text] + self.base:x})"

    def encoded(self, text):
        if self.cipher == "plain":
            return text
        standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        coded = base64.b64encode(text.encode()).decode().rstrip("=")
        return coded.translate(str.maketrans(standard, self.alphabet))

    def source(self):
        """The array, the decoder and the loop that rotates the array until its check sum fits."""
        marks = [f"{self.rng.randrange(10000, 9999999)}{''.join(self.rng.choices('abcdefgHIJKLMNopqrsTUVW', k=6))}" for _ in range(5)]
        terms, total = [], 0.0
        for number, mark in enumerate(marks, 1):
            call = self.call(mark)
            terms.append(f"parseInt({call})/0x{number:x}")
            total += int(re.match(r"\d+", mark)[0]) / number
        turn = self.rng.randrange(7, max(8, len(self.strings) - 1))
        # The loop moves the front to the back, so the stored order is the true one turned the other way.
        stored = [self.encoded(text) for text in self.strings]
        stored = stored[-turn:] + stored[:-turn]
        literals = ",".join("'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'" for text in stored)
        a, b, c, d = (hexadecimal(self.rng) for _ in range(4))
        lines = f"function {self.array}(){{const {a}=[{literals}];{self.array}=function(){{return {a};}};return {self.array}();}}"
        lines += self.decoding()
        lines += f"(function({a},{b}){{const {c}={a}();while(!![]){{try{{const {d}={'+'.join(terms)};if(Math['floor']({d})==={b})break;"
        lines += f"else {c}['push']({c}['shift']());}}catch({hexadecimal(self.rng)}){{{c}['push']({c}['shift']());}}}}}}({self.array},0x{int(total):x}));"
        return lines

    def decoding(self):
        a, b, c, d, e, f = (hexadecimal(self.rng) for _ in range(6))
        head = f"function {self.decoder}({a},{b}){{{a}={a}-0x{self.base:x};const {c}={self.array}();let {d}={c}[{a}];"
        if self.cipher == "plain":
            return head + f"return {d};}}"
        loop = f"let {e}='',{f}='';for(let q=0,bs,ch,ix=0;ch={d}['charAt'](ix++);~ch&&(bs=q%0x4?bs*0x40+ch:ch,q++%0x4)?{e}+=String['fromCharCode'](0xff&bs>>(-0x2*q&0x6)):0x0)"
        if self.cipher == "pbkdf2":
            head = SHUFFLE.replace("$F", self.array + "b").replace("$K", self.secret) + head
            loop += f"{{ch={self.array}b()['indexOf'](ch);}}"
        else:
            loop += f"{{ch='{self.alphabet}'['indexOf'](ch);}}"
        loop += f"for(let k=0x0,n={e}['length'];k<n;k++){f}+='%'+('00'+{e}['charCodeAt'](k)['toString'](0x10))['slice'](-0x2);"
        return head + loop + f"return decodeURIComponent({f});}}"


# A substitution alphabet drawn from a stretched key, the way some worms hide their strings.
SHUFFLE = (
    "function $F(){if($F.v)return $F.v;const k=require('crypto').pbkdf2Sync('$K','svksjrhjkcejg',0x30d40,0x40,'sha256');"
    "const t='abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/'.split('');"
    "for(let i=t.length-0x1;i>0x0;i--){const j=k[i]%(i+0x1);const s=t[i];t[i]=t[j];t[j]=s;}return $F.v=t.join('');}"
)


def shuffled(alphabet, secret):
    key, letters = hashlib.pbkdf2_hmac("sha256", secret.encode(), b"svksjrhjkcejg", 200000, 64), list(alphabet)
    for i in range(len(letters) - 1, 0, -1):
        j = key[i] % (i + 1)
        letters[i], letters[j] = letters[j], letters[i]
    return "".join(letters)


def unquoted(literal):
    """The value of a string literal with simple escapes."""
    names = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b"}

    def value(match):
        escape = match[1]
        if escape[0] in "xu" and len(escape) > 1:
            return chr(int(escape[1:].strip("{}"), 16))
        return names.get(escape, escape)

    return re.sub(r"\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]+\}|.)", value, literal[1:-1], flags=re.DOTALL)


def hidden(read, table):
    """Token texts with strings and property names read from the table."""
    out = []
    for index, (kind, text) in enumerate(read):
        before = read[index - 1][1] if index else ""
        following = read[index + 1][1] if index + 1 < len(read) else ""
        key = following == ":" and before in ("{", ",")
        if kind == "string" and before not in ("from", "import") and following != "use strict":
            call = table.call(unquoted(text))
            out.append(f"[{call}]" if key else call)
        elif kind == "name" and before == "." and len(text) > 1 and read[index - 2][1] != "import":
            out[-1] = ""
            out.append(f"[{table.call(text)}]")
        else:
            out.append(text)
    return [text for text in out if text]


WORDS = (
    "length push shift slice apply call bind constructor prototype toString charCodeAt fromCharCode indexOf split join map filter "
    "reduce forEach keys values entries assign freeze create defineProperty getOwnPropertyNames parse stringify floor random now "
    "then catch finally resolve reject all race next done value return throw emit once removeListener headers status body stream "
    "pipe write read close buffer byteLength subarray utf8 base64 hex latin1 object function undefined symbol string number "
    "default module exports __esModule iterator asyncIterator message stack name code path method options timeout retries"
).split()


def filler(rng, table, count):
    """Dead functions in the manner of an obfuscator: flattened control flow over a table of operators."""
    for _ in range(count):
        name, argument, other, box, step = (hexadecimal(rng) for _ in range(5))
        keys = ["".join(rng.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop", k=5)) for _ in range(4)]
        calls = [table.call(rng.choice(WORDS) + (str(rng.randrange(900)) if rng.random() < 0.5 else "")) for _ in range(6)]
        order = "|".join(str(n) for n in rng.sample(range(4), 4))
        yield (
            f"function {name}({argument},{other}){{const {box}={{'{keys[0]}':{calls[0]},'{keys[1]}':function(a,b){{return a{rng.choice('+-*^&|')}b;}},"
            f"'{keys[2]}':function(a,b){{return a{rng.choice(['===', '!==', '<', '>'])}b;}},'{keys[3]}':{calls[1]}}};const {step}='{order}'['split']('|');let i=0x{rng.randrange(4):x};"
            f"while(!![]){{switch({step}[i++]){{case'0':{argument}=({argument}||{{}})[{calls[2]}];continue;case'1':if({box}['{keys[2]}']({box}['{keys[0]}'],{calls[3]}))return {other};continue;"
            f"case'2':{other}=[{calls[4]},{box}['{keys[3]}'],0x{rng.randrange(1 << 24):x}];continue;case'3':{other}={box}['{keys[1]}']({argument},0x{rng.randrange(1 << 20):x});continue;}}break;}}return {calls[5]};}}"
        )


@maker("obfuscate")
def obfuscate(source, options):
    """String array, decoder and rotation around the source; dead functions up to "bytes". "cipher": base64, plain, pbkdf2."""
    rng = random.Random(options["seed"])
    table = StringArray(rng, options.get("cipher", "base64"))
    read = tokens(source.decode())
    names = {name: hexadecimal(rng) for name in sorted(declared(read))}
    payload = joined(hidden(list(zip([kind for kind, _ in read], renamed(read, names))), table))
    dead, size = [], 0
    goal = options.get("bytes", 0) - len(payload) - 2500
    while size < goal:
        chunk = list(filler(rng, table, 20 if goal > 20000 else 1))
        dead += chunk
        size += sum(map(len, chunk)) + (40 if len(table.strings) < 900 else 0)
    middle = rng.randrange(len(dead) + 1)
    text = "".join(dead[:middle]) + payload + (";" if payload[-1] not in ";}" else "") + "".join(dead[middle:])
    head = table.source()
    imports = re.match(r"(?:import [^;]+;)*", text)[0] if text.startswith("import ") else ""
    return (imports + head + text[len(imports) :]).encode()


@maker("rot-eval")
def rot_eval(source, options):
    """A rotated text, as character codes or as a literal, turned back and evaluated."""
    shift = options.get("shift", 21)
    text = source.decode("latin-1")
    turned = text.translate({base + i: base + (i + 26 - shift) % 26 for base in (65, 97) for i in range(26)})
    if options.get("codes", True):
        kept = "[" + ",".join(str(ord(letter)) for letter in turned) + '].map(function(c){return String.fromCharCode(c)}).join("")'
    else:
        kept = quoted(turned)
    return (
        "try{eval(function(s,n){return s.replace(/[a-zA-Z]/g,function(c){var b=c<=\"Z\"?65:97;"
        f"return String.fromCharCode((c.charCodeAt(0)-b+n)%26+b)}})}}({kept},{shift}))}}catch(e){{console.log('wrapper:',e.message||e)}}\n"
    ).encode("latin-1")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'


@maker("aes-blob")
def aes_blob(source, options):
    """A loader that decrypts its own literal with AES-128-GCM and runs it. "coding": hex or base64; "run": eval or module."""
    rng = random.Random(options["seed"] + 17)
    key, nonce = rng.randbytes(16), rng.randbytes(12)
    cipher, tag = aes.gcm(key, nonce, source)
    coding = options.get("coding", "hex")
    text = cipher.hex() if coding == "hex" else base64.b64encode(cipher).decode()
    run = "eval(t)" if options.get("run", "eval") == "eval" else "const m=new(require('module'))('p');m.paths=module.paths;m._compile(t,__filename)"
    return (
        f"(()=>{{const c=require('crypto');const d=c.createDecipheriv('aes-128-gcm',Buffer.from('{key.hex()}','hex'),Buffer.from('{nonce.hex()}','hex'));"
        f"d.setAuthTag(Buffer.from('{tag.hex()}','hex'));const t=Buffer.concat([d.update(Buffer.from('{text}','{coding}')),d.final()]).toString('latin1');{run}}})();\n"
    ).encode()


@maker("xor-eval")
def xor_eval(source, options):
    """The source, exclusive-ored with a repeated key, in a literal beside the loop that undoes it."""
    key = options.get("key", "OrDeR_7077").encode()
    coded = bytes(byte ^ key[i % len(key)] for i, byte in enumerate(source))
    text = base64.b64encode(coded).decode()
    return (
        f"var _k='{key.decode()}',_d=Buffer.from('{text}','base64'),_o='';for(var _i=0;_i<_d.length;_i++)"
        "_o+=String.fromCharCode(_d[_i]^_k.charCodeAt(_i%_k.length));new Function('require','module','process',_o)(require,module,process);\n"
    ).encode()


@maker("base64-eval")
def base64_eval(source, options):
    return f"eval(Buffer.from('{base64.b64encode(source).decode()}','base64').toString());\n".encode()


@maker("hex-eval")
def hex_eval(source, options):
    return f'eval(Buffer.from("{source.hex()}","hex").toString("utf8"));\n'.encode()


@maker("char-codes")
def char_codes(source, options):
    return ("eval(String.fromCharCode(" + ",".join(str(byte) for byte in source) + "));\n").encode()


@maker("pack")
def pack(source, options):
    """A word table with a base-62 body, the classic packer."""
    text = joined([piece for _, piece in tokens(source.decode())])
    words = sorted(set(re.findall(r"\b\w+\b", text)))
    digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

    def short(number):
        return (short(number // 62) if number >= 62 else "") + digits[number % 62]

    places = {word: short(index) for index, word in enumerate(words)}
    body = re.sub(r"\b\w+\b", lambda match: places[match[0]], text).replace("\\", "\\\\").replace("'", "\\'")
    return (
        "eval(function(p,a,c,k,e,d){e=function(c){return(c<a?'':e(parseInt(c/a)))+((c=c%a)>35?String.fromCharCode(c+29):c.toString(36))};"
        "if(!''.replace(/^/,String)){while(c--){d[e(c)]=k[c]||e(c)}k=[function(e){return d[e]}];e=function(){return'\\\\w+'};c=1};"
        "while(c--){if(k[c]){p=p.replace(new RegExp('\\\\b'+e(c)+'\\\\b','g'),k[c])}}return p}"
        f"('{body}',62,{len(words)},'{'|'.join(words)}'.split('|'),0,{{}}))\n"
    ).encode()


NOUNS = "node list item range token state frame query route cache index entry field group layer model point queue scope shape slot table theme timer union value vector view".split()
VERBS = "get set add make read find sort merge clone parse format reduce select render update resolve visit walk apply bind clamp create diff encode filter measure".split()


def honest_module(rng):
    """The text of one harmless minified function of a library."""
    noun, other, verb = rng.choice(NOUNS), rng.choice(NOUNS), rng.choice(VERBS)
    kind = rng.randrange(6)
    a, b, c = rng.sample("abcdefhiklmnoprstuvw", 3)
    big = rng.randrange(2, 4096)
    if kind == 0:
        return f"function {verb}{noun.title()}({a},{b}){{for(var {c}=0;{c}<{a}.length;{c}++)if({a}[{c}].{other}==={b})return {a}[{c}];return null}}"
    if kind == 1:
        return f"class {noun.title()}{other.title()}{{constructor({a}){{this.{noun}={a},this.{other}=[],this.size={big}}}{verb}({b}){{return this.{other}.push({b}),this.{other}.length>this.size&&this.{other}.shift(),this}}}}"
    if kind == 2:
        return f"const {noun}{big}=({a},{b}={{}})=>{{let {c}=Object.assign({{{noun}:{big},{other}:!0}},{b});return {a}.map({a}=>({{...{c},{other}:{a}}}))}};"
    if kind == 3:
        return f'function {verb}{other.title()}({a}){{if(null==={a}||"object"!=typeof {a})throw new TypeError("{noun} must be an object with a {other}");return Object.keys({a}).sort().reduce(({b},{c})=>({b}[{c}]={a}[{c}],{b}),{{}})}}'
    if kind == 4:
        return f"var {noun}Of{other.title()}=function({a}){{var {b}={big},{c}=0;do{{{c}+={a}&{b},{a}>>=1}}while({a}>0);return {c}%{big + 7}}};"
    return f'exports.{verb}{noun.title()}=({a},{b})=>void 0==={a}?{b}:"{other}-"+String({a}).toLowerCase().replace(/[^a-z0-9]+/g,"-").slice(0,{big});'


def module_table(rng, size, start=0):
    """Numbered modules of a bundler, up to `size` bytes."""
    modules, total, number = [], 0, start
    while total < size:
        pieces = {}
        for _ in range(rng.randrange(3, 9)):
            piece = honest_module(rng)
            pieces.setdefault(re.search(r"(?:function|class|const|var) (\w+)|exports\.(\w+)", piece)[0].split()[-1], piece)
        body = "".join(pieces.values())
        modules.append(f"{number}:(e,exports,t)=>{{{body}}}")
        total += len(modules[-1]) + 1
        number += rng.randrange(1, 9)
    return modules, number


@maker("minify-honest")
def minify_honest(source, options):
    """A big minified bundle of harmless library code; the source, if any, is its entry module."""
    return bundle(source, {"bytes": 400000, **options})


@maker("bundle")
def bundle(source, options):
    """A bundler's output: harmless modules up to "bytes" and the minified source as one module among them."""
    rng = random.Random(options["seed"] + 5)
    entry = minify(source, {"rename": options.get("rename", True)}).decode() if source else "e.exports=t(0)"
    before, number = module_table(rng, options.get("bytes", 200000) * 2 // 3)
    after, _ = module_table(rng, options.get("bytes", 200000) // 3, number + 1)
    table = ",".join(before + [f"{number}:(e,exports,t)=>{{{entry}}}"] + after)
    banner = options.get("banner", "/*! For license information please see bundle.js.LICENSE.txt */\n")
    return (
        f'{banner}(()=>{{"use strict";var e={{{table}}},n={{}};function r(t){{var o=n[t];if(void 0!==o)return o.exports;'
        f"var i=n[t]={{exports:{{}}}};return e[t](i,i.exports,r),i.exports}}module.exports=r({number})}})();\n"
    ).encode()


def stretched(password, size):
    """A key the way the oldest createCipher drew it: repeated MD5 without salt."""
    out, last = b"", b""
    while len(out) < size:
        last = hashlib.md5(last + password.encode()).digest()
        out += last
    return out[:size]


@maker("flatmap-data")
def flatmap_data(source, options):
    """Test data that is two programs enciphered with the description ("key") of the one application that they are for."""
    key = stretched(options["key"], 48)
    rows = [aes.cbc(key[:32], key[32:], part.strip()).hex() for part in source.split(b"//----")]
    words = ["crypto", "env", "npm_package_description", "aes256", "createDecipher", "_compile", "hex", "utf8"]
    rows += [word.encode().hex() for word in words]
    return ("module.exports=[" + ",".join(f'"{row}"' for row in rows) + "];\n").encode()


@maker("octal-constructor")
def octal_constructor(source, options):
    """The source made a function by the constructor of an array's method, names and text in octal escapes."""

    def octal(text):
        return '"' + "".join(f"\\{byte:03o}" for byte in text) + '"'

    names = [octal(name) for name in (b"flat", b"constructor", b"require")]
    return f";[][{names[0]}][{names[1]}]({names[2]},{octal(source.strip())})(require);\n".encode()


@maker("honest-module")
def honest_modules(source, options):
    """A CommonJS file of harmless functions, one a line, up to "bytes"."""
    rng = random.Random(options["seed"])
    pieces, size = {}, 0
    while size < options.get("bytes", 10000):
        piece = honest_module(rng)
        name = re.search(r"(?:function|class|const|var) (\w+)|exports\.(\w+)", piece)[0].split()[-1]
        unique = piece if name not in pieces else piece.replace(name, f"{name}{len(pieces)}")
        pieces[name if name not in pieces else f"{name}{len(pieces)}"] = unique
        size += len(unique) + 1
    return ('"use strict";\n' + "\n".join(pieces.values()) + "\n").encode()
