import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Code that hides")
struct HidingTests {
    private static let spaces = String(repeating: " ", count: 220)
    private static let command = "require('child_process').execSync('id')"

    private static let evasions: [Evasion] = [
        Evasion(.hidingOffScreen, .javaScript, "const a = 1;\(spaces)\(command)\nmodule.exports = a"),
        Evasion(.hidingOffScreen, .python, "a = 1;\(spaces)import os; os.system('id')\n"),
        Evasion(.hidingOffScreen, .javaScript, "a();" + String(repeating: "\t", count: 80) + command),
        Evasion(.hidingEscapedName, .javaScript, #"glob\u0061lThis.\u0065val(x)"#),
        Evasion(.hidingEscapedName, .javaScript, #"window["\x65\x76\x61\x6c"](x)"#),
        Evasion(.hidingEscapedName, .python, "\u{1D452}\u{1D465}\u{1D452}\u{1D450}(code)\n"),
        Evasion(.hidingPayload, .javaScript, #"eval(atob("\#(base64(command))"))"#),
        Evasion(.hidingPayload, .javaScript, #"const p = "\#(base64(command))"; new Function(atob(p))()"#),
        Evasion(
            .hidingPayload,
            .python,
            #"import base64; exec(base64.b64decode("\#(base64("import os; os.system('id')"))"))"#
        ),
        Evasion(.hidingPayload, .javaScript, #"eval("\#(String(command.reversed()))".split("").reverse().join(""))"#),
        Evasion(.hidingPayload, .javaScript, decoderBeside),
        Evasion(.hidingPacker, .javaScript, "eval(function(p,a,c,k,e,d){return p}('0',1,1,'x'.split('|'),0,{}))"),
        Evasion(.hidingPacker, .javaScript, String(repeating: "[][(![]+[])[+[]]+", count: 60)),
        Evasion(
            .hidingPacker,
            .python,
            "from pyarmor_runtime_000000 import __pyarmor__\n__pyarmor__(__name__, __file__, b'x')\n"
        ),
        Evasion(.hidingStringArray, .javaScript, stringArray),
        Evasion(.hidingCipher, .javaScript, cipher),
        Evasion(.fileHiddenUnicode, .javaScript, "eval(d(`" + selectors(command) + "`))"),
        Evasion(.hidingPayload, .javaScript, "eval(d(`" + selectors(command) + "`))"),
    ]

    /// A long encoded text, and a decoder that is given it by a way that nobody follows.
    private static let decoderBeside: String = {
        let code = String(repeating: "const fs = require('fs');\n", count: 30) + command
        return "const t = [\"\(base64(code))\"]; const f = s => Buffer.from(s, 'base64'); run(t.map(f)); eval(x)"
    }()

    private static let stringArray: String = {
        let words = (0..<24).map { "'w\($0)'" }.joined(separator: ",")
        let calls = (0..<24).map { "a(0x\(String($0 + 100, radix: 16)))" }.joined(separator: ";")
        let sum = (0..<4).map { "parseInt(a(0x\(String($0 + 100, radix: 16))))/0x\($0 + 1)" }.joined(separator: "+")
        return """
            function b(){const t=[\(words)];b=function(){return t};return b()}
            function a(n,k){const t=b();return a=function(i,k){i=i-0x64;return t[i]},a(n,k)}
            (function(c,d){const e=c();while(!![]){try{const f=\(sum);if(f===d)break;else e.push(e.shift())}catch(g){e.push(e.shift())}}}(b,0x1));
            \(calls)
            """
    }()

    private static let cipher: String = {
        let text = (0..<96).map { String(($0 * 37) % 16, radix: 16) }.joined()
        return """
            const crypto = require('crypto');
            const d = crypto.createDecipheriv('aes-256-cbc', '0123456789abcdef0123456789abcdef', '0123456789abcdef');
            eval(d.update('\(text)', 'hex', 'utf8') + d.final('utf8'));
            """
    }()

    private static func base64(_ text: String) -> String { Base64.encode(Array(text.utf8)) }

    /// A text as variation selectors, one for each byte.
    private static func selectors(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in text.utf8 {
            let value = byte < 16 ? 0xFE00 + UInt32(byte) : 0xE0100 + UInt32(byte) - 16
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    @Test("is seen", arguments: evasions)
    func seen(_ evasion: Evasion) {
        let found = evasion.findings
        #expect(
            found.findings.contains { $0.code == evasion.code },
            "\(found.findings.map { "\($0.code) \($0.detail)" })"
        )
    }

    @Test(
        "is not what honest code looks like",
        arguments: [
            (Language.javaScript, "const a = 1;\(spaces)// a comment far away\n"),
            (.javaScript, "a = {\n" + String(repeating: "  x:\(spaces)[1, 2],\n", count: 9) + "}"),
            (.javaScript, #"const image = "data:image/png;base64,\#(String(repeating: "QUJD", count: 900))"; atob(x)"#),
            (.javaScript, #"const r = /[\u0041-\u005a]/; const s = "\x1b[0m"; const t = "\u00e9t\u00e9""#),
            (.javaScript, String(repeating: "n(123);", count: 99) + "var t = ['a','b','c','d','e','f','g','h','i']"),
            (.javaScript, "queue.push(queue.shift()); parseInt('1', 10)"),
            (.javaScript, "const key = Buffer.from(process.env.KEY); crypto.createDecipheriv('aes-256-gcm', key, iv)"),
            (.javaScript, "var _ = require('lodash'); _.map($('a'), $)"),
            (.javaScript, "module.exports = eval('1 + 1'); new Function('return this')()"),
            (.python, "import base64\nx = base64.b64decode('aGVsbG8gd29ybGQ=')\n"),
            (.python, "d\u{E9}j\u{E0} = 1\nprint(d\u{E9}j\u{E0})\n"),
            (.python, "import zlib\ndata = zlib.decompress(open('x', 'rb').read())\n"),
        ]
    )
    func honest(language: Language, source: String) {
        #expect(Evasion.findings(source, language).hiding.isEmpty)
    }

    @Test("is computed within its budget, however it is nested")
    func budget() {
        let deep = String(repeating: "(", count: 20_000) + "'a'" + String(repeating: ")", count: 20_000) + ".join('')"
        let chain = "'a'" + String(repeating: ".concat('b')", count: 5_000)
        let joins = "x" + String(repeating: ".join('')", count: 20_000)
        let lists = String(repeating: "[", count: 20_000) + String(repeating: "].reverse()", count: 20_000)
        for source in [deep, chain, joins, lists] {
            _ = Evasion.findings("eval(\(source))", .javaScript)
            _ = Evasion.findings("exec(\(source))", .python)
        }
    }
}
