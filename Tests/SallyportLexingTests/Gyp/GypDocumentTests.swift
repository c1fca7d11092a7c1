import SallyportLexing
import Testing

@Suite("Gyp files")
struct GypDocumentTests {
    private func read(_ text: String) throws -> GypDocument {
        try GypDocument(Array(text.utf8).span)
    }

    @Test("finds the commands that gyp runs while it reads")
    func expansions() throws {
        let document = try read(
            """
            # an addon
            { 'targets': [{
                'target_name': 'a',
                "sources": ["a.cc", '<!@(node -p "f()")'],
                'include_dirs': ['<!(node -e \\'x\\')/inc', r'<(module_root_dir)'],
                '>!(late)': 1, 'b': '^!@(latest) <!pymod_do_main(m --x)', 'c': "<!(a <!(b) c)" '<!' '(joined)',
                'd': '<(sign)!(e)', 'f': 'a<!b', 'g': '<|(list <@(_sources))',
            }], 'variables': {'v%': -1, 'w': None}, }
            """
        )
        let found = document.commandExpansions
        #expect(
            found.map(\.command) == [
                "node -p \"f()\"", "node -e 'x'", "late", "latest", "m --x", "a <!(b) c", "b", "joined", "e",
            ]
        )
        #expect(found.map(\.phase) == [.early, .early, .late, .latest, .early, .early, .early, .early, .early])
        #expect(found.map(\.isList) == [true, false, false, true, false, false, false, false, false])
        #expect(found.map(\.function).filter { !$0.isEmpty } == ["pymod_do_main"])
        #expect(found.map(\.isComposed).last == true)
        #expect(document.root["variables"]?["v%"] == .literal("-1"))
        #expect(document.root["targets"]?.list?.first?["target_name"]?.string == "a")
        #expect(document.strings.first { $0.value == "sources" }?.isKey == true)
    }

    @Test("a command is found whatever escapes spell it")
    func escaped() throws {
        let document = try read("{'a': '\\x3c\\u0021\\050curl\\N{RIGHT PARENTHESIS}'}")
        #expect(document.commandExpansions.map(\.command) == ["curl"])
    }

    @Test("finds what the build runs, at any depth and under any condition")
    func actions() throws {
        let document = try read(
            """
            {'targets': [{'conditions': [['OS=="win"', {'actions+': [{'action_name': 'x', 'action': ['sh', '-c', 'y']}]},
              {'rules': [{'rule_name': 'r', 'action': 'z', 'extension': 'q'}]}]],
              'postbuilds': [{'postbuild_name': 'p', 'action=': ['w']}], 'target_conditions': [['a', {}, 'b', {}]]}],
              'target_defaults': {'run_as': {'action': ['v']}}, 'actions': []}
            """
        )
        #expect(document.actions.map(\.kind) == ["actions", "rules", "postbuilds", "run_as"])
        #expect(document.actions.map(\.name) == ["x", "r", "p", ""])
        #expect(document.actions.map(\.command) == [["sh", "-c", "y"], ["z"], ["w"], ["v"]])
        #expect(document.conditions.map(\.value) == ["OS==\"win\"", "a", "b"])
    }

    @Test(
        "refuses what Python would compute",
        arguments: [
            "{'a': 'b' + 'c'}", "{'a': ''.join(['b'])}", "{'a': f'{b}'}", "{'a': ('b')}", "{'a': b'c'}",
            "{'a': [x for x in y]}",
            "{**a}", "{'a'}", "[1 2]", "{'a': 1 'b': 2}", "{1: 2}", "{'a': --1}", "{'a': 1 if 2 else 3}", "x",
            "lambda: 0",
            "{'a': '\\N{GREEK SMALL LETTER ALPHA}'}", "{'a': not 1}", "[,]", "{,}", "$",
        ]
    )
    func notLiteral(text: String) {
        let error = #expect(throws: GypDocument.Failure.self) { try read(text) }
        #expect(error?.code == .notLiteral)
        #expect(error?.message.contains("gyp-not-literal") == true)
    }

    @Test(
        "refuses what is cut or goes on",
        arguments: [
            ("", GypDocument.Failure.Code.unexpectedEnd), ("{", .unexpectedEnd), ("['a'", .unexpectedEnd),
            ("{'a':", .unexpectedEnd), ("{'a'", .unexpectedEnd),
            ("['a',", .unexpectedEnd), ("{} {}", .trailingData), ("[1], 2", .trailingData), ("'a';", .trailingData),
            ("'a", .notLiteral),
        ]
    )
    func cut(text: String, code: GypDocument.Failure.Code) {
        let error = #expect(throws: GypDocument.Failure.self) { try read(text) }
        #expect(error?.code == code)
    }

    @Test("holds its limits")
    func limits() throws {
        let depth = GypDocument.depthMax
        for count in [depth - 1, depth] {
            _ = try read(String(repeating: "[", count: count) + String(repeating: "]", count: count))
        }
        let deeper = String(repeating: "[", count: depth + 1) + String(repeating: "]", count: depth + 1)
        #expect(throws: GypDocument.Failure(code: .tooDeep, offset: depth)) { try read(deeper) }
        #expect(throws: GypDocument.Failure.self) { try read(String(repeating: "[", count: 100_000)) }
        let large = [UInt8](repeating: 0x20, count: GypDocument.bytesMax + 1)
        #expect(throws: GypDocument.Failure(code: .tooLarge, offset: GypDocument.bytesMax)) {
            try GypDocument(large.span)
        }
        let commands = String(repeating: "<!(a", count: GypCommandExpansion.countMax + 10)
        #expect(try read("['\(commands)', '\(commands)']").commandExpansions.count == GypCommandExpansion.countMax)
    }

    @Test("time grows with the number of elements only", arguments: [("[", "0,", "]"), ("{", "'a':0,", "}")])
    func linear(open: String, piece: String, close: String) throws {
        _ = try read(open + String(repeating: piece, count: 100_000) + close)
    }
}
