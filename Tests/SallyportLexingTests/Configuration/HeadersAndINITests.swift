import SallyportLexing
import Testing

@Suite("Headers and INI files")
struct HeadersAndINITests {
    private func headers(_ text: String) throws -> RFC822Headers {
        try RFC822Headers(Array(text.utf8).span)
    }

    private func document(_ text: String) throws -> INIDocument {
        try INIDocument(Array(text.utf8).span)
    }

    @Test("reads metadata, its repeated fields, folded lines and body")
    func metadata() throws {
        let text =
            "Metadata-Version: 2.1\r\nName: a-b\nRequires-Dist: c >=1\nDescription: one\n        |two\n\tthree\nrequires-dist:d\n\nName: body"
        let read = try headers(text)
        #expect(read.first("name") == "a-b")
        #expect(read.all("Requires-Dist") == ["c >=1", "d"])
        #expect(read.first("Description") == "one\n|two\nthree")
        #expect(read.bodyOffset == text.utf8.count - "Name: body".utf8.count)
        #expect(read.fields[1].offset == 23)
        #expect(read.first("absent") == nil)
        #expect(try headers("").fields.isEmpty)
    }

    @Test(
        "passes over lines that are no header, with what is folded below them",
        arguments: ["Name", " folded first", ": x", "Na me: x", "N\u{E9}: x"]
    )
    func badHeaders(text: String) throws {
        #expect(try headers(text).fields.isEmpty)
        let around = try headers("a: b\n c\n\(text)\n folded\nd: e\n")
        #expect(around.all("d") == ["e"])
        #expect(around.first("a")?.hasPrefix("b\nc") == true)
    }

    @Test("refuses headers that are no UTF-8, and too many")
    func headerLimits() throws {
        let bad: [UInt8] = Array("a: ".utf8) + [0xFF]
        #expect(throws: RFC822Headers.Failure(code: .badUTF8, offset: 3)) { try RFC822Headers(bad.span) }
        let most = String(repeating: "a: b\n", count: RFC822Headers.fieldsMax)
        #expect(try headers(most).fields.count == RFC822Headers.fieldsMax)
        #expect(throws: RFC822Headers.Failure.self) { try headers(most + "a: b") }
        let large = [UInt8](repeating: UInt8(ascii: "\n"), count: RFC822Headers.bytesMax + 1)
        #expect(throws: RFC822Headers.Failure(code: .tooLarge, offset: RFC822Headers.bytesMax)) {
            try RFC822Headers(large.span)
        }
    }

    @Test("reads setup.cfg as setuptools does")
    func setupConfiguration() throws {
        let read = try document(
            """
            # comment
            [metadata]
            name = a
            version = attr: a.__version__
            [options]
            install_requires =
                b >= 1
                # inside

                c; python_version < "3"
            cmdclass:
              build_py = x.Y
            [options.entry_points]
            console_scripts=
             run = a:main
            [options]
            Zip-Safe = no
            """
        )
        #expect(read.sections == ["metadata", "options", "options.entry_points", "options"])
        #expect(read.value("version", in: "metadata") == "attr: a.__version__")
        #expect(read.value("install_requires", in: "options") == "\nb >= 1\n\nc; python_version < \"3\"")
        #expect(read.value("cmdclass", in: "options") == "\nbuild_py = x.Y")
        #expect(read.value("console_scripts", in: "options.entry_points") == "\nrun = a:main")
        #expect(read.value("zip_safe", in: "options") == nil)
        #expect(read.value("zip_safe", in: "options", foldsDashes: true) == "no")
        #expect(read.entries(in: "options").count == 3)
    }

    @Test("reads entry points, and the last of two values")
    func entryPoints() throws {
        let read = try document("\u{FEFF}[console_scripts]\r\na = b:c [x]\r\n; d\r\n[gui] ; e\n a=1\n a=2\n")
        #expect(read.entries(in: "console_scripts").map(\.value) == ["b:c [x]"])
        #expect(read.value("A", in: "gui") == "2")
        #expect(read.entries.map(\.offset) == [22, 51, 56])
    }

    @Test("refuses lines that are nothing", arguments: ["x", "[", "[]", "[a", "= 1", "[a]\nb"])
    func badINI(text: String) {
        let error = #expect(throws: INIDocument.Failure.self) { try document(text) }
        #expect(error?.code == .malformedLine)
        #expect(error?.message.contains("ini-malformed-line") == true)
    }

    @Test("holds its limits")
    func limits() throws {
        let most = String(repeating: "a=b\n", count: INIDocument.entriesMax)
        #expect(try document(most).entries.count == INIDocument.entriesMax)
        #expect(throws: INIDocument.Failure.self) { try document(most + "a=b") }
        let large = [UInt8](repeating: UInt8(ascii: "\n"), count: INIDocument.bytesMax + 1)
        #expect(throws: INIDocument.Failure(code: .tooLarge, offset: INIDocument.bytesMax)) {
            try INIDocument(large.span)
        }
        let bad: [UInt8] = [0xFF]
        #expect(throws: INIDocument.Failure(code: .badUTF8, offset: 0)) { try INIDocument(bad.span) }
    }
}
