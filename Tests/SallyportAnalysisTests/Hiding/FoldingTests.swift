import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("Constants are computed")
struct FoldingTests {
    @Test(
        "and what is left out of an expression stops nothing",
        arguments: [
            (Language.python, "x = bytes(map(lambda a, b: a ^ b, p, q))\n"),
            (.python, "x = ''.join(map(lambda a, b: chr(a + b), p, q))\n"),
            (.python, "x = str(list(map(lambda a, b: a, p)))\n"),
            (.python, "x = int(map(lambda a, b))\n"),
            (.python, "x = bytes(map(lambda: 1, p))\n"),
            (.python, "x = bytes(map(lambda a:, p))\n"),
            (.python, "x = bytes(map(lambda a))\n"),
            (.python, "x = bytes(map(lambda a, b, c: a, p, q, r))\n"),
            (.python, "x = bytes(map(lambda *a: a, p))\n"),
            (.python, "x = bytes(map(lambda a, b=(1, 2): a, p))\n"),
            (.python, "x = bytes(map())\n"),
            (.python, "x = bytes(a for a,b in zip(x,y)+())\n"),
            (.python, "x = bytes(a for a,b in zip(x,))\n"),
            (.python, "x = bytes(a for a,b in zip)\n"),
            (.python, "x = bytes(a for a,b in zip(x, cycle())))\n"),
            (.python, "x = bytes(a for a in)\n"),
            (.python, "x = bytes([for a in b])\n"),
            (.python, "x = bytes([] for [])\n"),
            (.python, "x = f''\ny = f'{f\"{}\"}'\n"),
            (.javaScript, #""a".replace(c=>c.)"#),
            (.javaScript, #""a".replace(c=>c.charCodeAt)"#),
            (.javaScript, #""a".replace("a",)"#),
            (.javaScript, #"["a"].map(c=>String.fromCharCode(c.)).join("")"#),
            (.javaScript, #"["a"].map(c=>String.fromCharCode()).join("")"#),
            (.javaScript, #"["a"].map((c)=>{return}).join("")"#),
            (.javaScript, #"["a"].map(function(c"#),
            (.javaScript, #"String.fromCharCode(new Uint8Array())"#),
        ]
    )
    func incomplete(language: Language, source: String) {
        // To its end, and broken off at every place.
        for count in 1...source.count { _ = Evasion.findings(String(source.prefix(count)), language) }
    }

    @Test("also through a function of two lists")
    func twoLists() {
        let text = Array("import os; os.system('id')".utf8)
        let key: [UInt8] = [7, 11, 13]
        let numbers = text.enumerated().map { String($1 ^ key[$0 % 3]) }.joined(separator: ", ")
        let keys = text.indices.map { String(key[$0 % 3]) }.joined(separator: ", ")
        let source = "exec(bytes(map(lambda a, b: a ^ b, [\(numbers)], [\(keys)])))\n"
        let found = Evasion.findings(source, .python)
        #expect(found.findings.contains { $0.code == .hidingPayload }, "\(found.hiding)")
        #expect(found.findings.contains { $0.code == .capabilityProcess })
    }

    @Test(
        "in steps that grow as the source does",
        arguments: [
            (Language.python, "getattr(", "x", ")"), (.python, "exec(getattr(a, ", "x", "))"),
            (.python, "f'{", "x", "}'"), (.javaScript, "eval(", "x", ")"),
            (.javaScript, "atob(", "'YQ=='", ")"), (.javaScript, "require(a, ", "x", ")"),
        ]
    )
    func linear(language: Language, open: String, middle: String, close: String) {
        func steps(_ count: Int) -> Int {
            var scratch = CodeScratch()
            let reader = CodeReader(hashing: TestHashing(), store: nil, limits: .standard)
            let source = String(repeating: open, count: count) + middle + String(repeating: close, count: count)
            _ = reader.read(Array(source.utf8).span, as: language, scratch: &scratch)
            return scratch.stream.stepsTaken
        }
        let few = steps(500)
        #expect(steps(2_000) <= 5 * few + 10_000)
    }

    @Test("and brackets that hold a whole source are not looked through at each of their ends")
    func wholeSource() {
        let functions =
            "require('child_process');" + String(repeating: "function f(a=", count: 4_000)
            + String(repeating: "1){}", count: 4_000)
        _ = Evasion.findings(functions, .javaScript)
        let strings =
            String(repeating: "f'''a {f\"b {", count: 4_000) + "x" + String(repeating: "}\"}'''", count: 4_000)
        _ = Evasion.findings(strings, .python)
        _ = Evasion.findings(String(repeating: "getattr(", count: 9_000) + "x", .python)
    }
}
