import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Names put together from pieces")
struct ComputedNameTests {
    private static let scripts: [String] = [
        #"require("child_" + "process").exec("id")"#,
        #"require(["child", "process"].join("_")).exec("id")"#,
        #"require("ssecorp_dlihc".split("").reverse().join("")).exec("id")"#,
        #"require("child_xprocess".replace("x", "")).exec("id")"#,
        #"require("xchild_processx".slice(1, -1)).exec("id")"#,
        #"require("xchild_processx".substring(1, 14)).exec("id")"#,
        #"require("xchild_processx".substr(1, 13)).exec("id")"#,
        #"require("CHILD_PROCESS".toLowerCase()).exec("id")"#,
        #"require("  child_process ".trim()).exec("id")"#,
        #"require("child".concat("_", "process")).exec("id")"#,
        #"require("c-h-i-l-d-_-p-r-o-c-e-s-s".replaceAll("-", "")).exec("id")"#,
        #"require("c-h-i-l-d-_-p-r-o-c-e-s-s".replace(/-/g, "")).exec("id")"#,
        #"require("c" + "h".repeat(1) + "ild_process").exec("id")"#,
        #"require(`child_${"process"}`).exec("id")"#,
        #"require(String.fromCharCode(99,104,105,108,100,95,112,114,111,99,101,115,115)).exec("id")"#,
        #"require(String.fromCharCode(...[99,104,105,108,100,95,112,114,111,99,101,115,115])).exec("id")"#,
        #"require([99,104,105,108,100,95,112,114,111,99,101,115,115].map(c => String.fromCharCode(c)).join("")).exec("id")"#,
        #"require([102,109,108,105,97].map(function (c) { return String.fromCharCode(c ^ 5); }).join("").replace("child", "child_") + "process")"#,
        #"require("fmlia_uwjf`vv".split("").map((c, i) => String.fromCharCode(c.charCodeAt(0) ^ 5)).join("").replace("_", "_").replace("Z", "_"));eval("x" + y); globalThis["ev" + "al"](z)"#,
        #"require(atob("Y2hpbGRfcHJvY2Vzcw==")).exec("id")"#,
        #"require(Buffer.from("Y2hpbGRfcHJvY2Vzcw==", "base64").toString()).exec("id")"#,
        #"require(Buffer.from("6368696c645f70726f63657373", "hex").toString("utf8")).exec("id")"#,
        #"require(decodeURIComponent("%63hild%5Fprocess")).exec("id")"#,
        #"require(unescape("%63hild%5Fprocess")).exec("id")"#,
        #"const a = "child_"; require(a + "process").exec("id")"#,
        #"const a = "child_", b = "process"; const c = require(a + b); c.exec("id")"#,
        #"let s = "child"; s += "_pro"; s += "cess"; require(s).exec("id")"#,
        #"const words = ["exec", "child_process"]; require(words[1])[words[0]]("id")"#,
        #"const o = {a: "child_", b: "process"}; require(o.a + o.b).exec("id")"#,
        #"globalThis["ev" + "al"](code)"#,
        #"global[["req", "uire"].join("")]("child_process").exec("id")"#,
        #"const k = "ev"; globalThis[k + "al"](code)"#,
        #"const p = "Y2hpbGRfcHJvY2Vzcw=="; require(atob(p)).exec("id")"#,
        #"function f(x) { const n = "child_" + "process"; return require(n).execSync(x) }"#,
        #"process["main" + "Module"]["req" + "uire"]("fs")"#,
        #"import(["child", "process"].join("_")).then(m => m.exec("id"))"#,
        #"globalThis[String.fromCharCode(101, 118, 97, 108)](code)"#,
        #"require(new TextDecoder().decode(new Uint8Array([99,104,105,108,100,95,112,114,111,99,101,115,115])))"#,
    ]

    private static let modules: [String] = [
        #"__import__("sub" + "process").run(["id"])"#,
        #"getattr(__import__("o" + "s"), "sys" + "tem")("id")"#,
        #"__import__("ssecorpbus"[::-1]).run(["id"])"#,
        #"__import__("".join(["sub", "process"])).run(["id"])"#,
        #"__import__("%sprocess" % "sub").run(["id"])"#,
        #"__import__("{}process".format("sub")).run(["id"])"#,
        #"__import__(f"sub{'process'}").run(["id"])"#,
        #"__import__(chr(111) + chr(115)).system("id")"#,
        #"__import__("".join(chr(c) for c in [111, 115])).system("id")"#,
        #"__import__("".join(map(chr, [111, 115]))).system("id")"#,
        #"__import__("".join([chr(ord(c) - 1) for c in "pt"])).system("id")"#,
        #"__import__("".join(chr(c ^ 5) for c in [106, 118])).system("id")"#,
        #"__import__(bytes([111, 115]).decode()).system("id")"#,
        #"__import__(bytes(b ^ 5 for b in b"jv").decode()).system("id")"#,
        #"__import__(bytes.fromhex("6f73").decode()).system("id")"#,
        #"import codecs; __import__(codecs.decode("fhocebprff", "rot13")).run(["id"])"#,
        #"import base64; __import__(base64.b64decode("c3VicHJvY2Vzcw==").decode()).run(["id"])"#,
        #"import binascii; __import__(binascii.unhexlify("6f73").decode("utf-8")).system("id")"#,
        "a = \"sub\"\nb = a + \"process\"\n__import__(a + \"process\").run([\"id\"])\n",
        "import importlib\nimportlib.import_module(\"sub\" + \"process\").run([\"id\"])\n",
        "import builtins\ngetattr(builtins, \"ex\" + \"ec\")(code)\n",
        "__builtins__[\"ev\" + \"al\"](code)\n",
        "globals()[\"__bui\" + \"ltins__\"]\n",
        "vars()[\"__bui\" + \"ltins__\"]\n",
        "import base64\nkey = \"k\"\n__import__(\"\".join(chr(ord(c) ^ ord(key[i % len(key)])) for i, c in enumerate(\"\\x04\\x18\"))).system(\"id\")\n",
    ]

    @Test("are seen in JavaScript", arguments: scripts.map { Evasion(.hidingComputedName, .javaScript, $0) })
    func seenInJavaScript(_ evasion: Evasion) {
        let found = evasion.findings
        #expect(found.findings.contains { $0.code == evasion.code }, "\(found.findings)")
    }

    @Test("are seen in Python", arguments: modules.map { Evasion(.hidingComputedName, .python, $0) })
    func seenInPython(_ evasion: Evasion) {
        let found = evasion.findings
        #expect(found.findings.contains { $0.code == evasion.code }, "\(found.findings)")
    }

    @Test(
        "are not what honest code has",
        arguments: [
            (Language.javaScript, #"const fs = require("node:" + name); Object(a.b)("x")"#),
            (.javaScript, #"require("./locale/" + name)"#), (.javaScript, #"require("node:" + "child_process")"#),
            (.javaScript, #"const name = "child_process"; require(name).exec("id")"#),
            (.javaScript, #"var x = "Hello, " + "world"; t("menu." + "open")"#),
            (.javaScript, #"(0, r.default)("a"); (0, eval)("1"); require("child_process")["exec"]("ls")"#),
            (.javaScript, #"function a(e) { return require(e + "process") } var e = "child_"; a("x")"#),
            (.javaScript, #"const e = "child_"; const f = e => require(e + "process")"#),
            (.javaScript, #"const words = ["a", "b"]; words[0] = "c"; el[words[1]] = 1"#),
            (.javaScript, #"const key = "on" + "click"; element[key] = 1; "a,b".split(",").join("")"#),
            (.javaScript, #"a = "x" + "y".toUpperCase(); b = ["a", "b"].reverse()"#),
            (.python, #"x = "a" "b" + "c"; y = "%s" % x; z = "".join(["a", "b"])"#),
            (.python, "import os\nos.path.join(\"a\", \"b\")\ngetattr(obj, \"do_\" + name)(x)\n"),
            (.python, "name = \"os\"\nmodule = __import__(name)\n"),
        ]
    )
    func honest(language: Language, source: String) {
        #expect(Evasion.findings(source, language).hiding.isEmpty)
    }
}
