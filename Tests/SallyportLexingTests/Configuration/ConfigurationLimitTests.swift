import SallyportLexing
import Testing

@Suite("Limits of configuration files")
struct ConfigurationLimitTests {
    @Test("TOML's bytes", arguments: [(4, true), (5, true), (6, false)])
    func tomlBytes(count: Int, isRead: Bool) {
        let text = "a=1" + String(repeating: "\n", count: count - 3)
        #expect(toml(text, TOMLLimits(bytesMax: 5)) == (isRead ? nil : .tooLarge))
    }

    @Test("TOML's depth, however it is written", arguments: [(2, true), (3, true), (4, false)])
    func tomlDepth(count: Int, isRead: Bool) {
        let keys = [String](repeating: "a", count: count).joined(separator: ".")
        let limits = TOMLLimits(depthMax: 3)
        let refused: TOMLError.Code? = isRead ? nil : .tooDeep
        #expect(toml("\(keys) = 1", limits) == refused)
        #expect(toml("[\(keys)]", limits) == refused)
        let arrays = String(repeating: "[", count: count - 1) + "1" + String(repeating: "]", count: count - 1)
        #expect(toml("a = \(arrays)", limits) == refused)
        let tables = String(repeating: "{a=", count: count - 1) + "1" + String(repeating: "}", count: count - 1)
        #expect(toml("a = \(tables)", limits) == refused)
    }

    @Test("TOML's values, of whatever kind", arguments: [(2, true), (3, true), (4, false)])
    func tomlValues(count: Int, isRead: Bool) {
        let limits = TOMLLimits(valuesMax: 3)
        let refused: TOMLError.Code? = isRead ? nil : .tooManyValues
        #expect(toml((0..<count).map { "k\($0) = 1" }.joined(separator: "\n"), limits) == refused)
        #expect(toml((0..<count).map { "[t\($0)]" }.joined(separator: "\n"), limits) == refused)
        #expect(toml("a = [" + (1..<count).map { "\($0)" }.joined(separator: ",") + "]", limits) == refused)
        #expect(toml("a = {" + (1..<count).map { "k\($0)=1" }.joined(separator: ",") + "}", limits) == refused)
    }

    @Test("setup.cfg's bytes", arguments: [(-1, true), (0, true), (1, false)])
    func iniBytes(above: Int, isRead: Bool) {
        let text = "[a]\n" + String(repeating: "#", count: INIDocument.bytesMax - 4 + above)
        #expect((try? INIDocument(Array(text.utf8).span)) != nil ? isRead : !isRead)
    }

    @Test("setup.cfg's entries", arguments: [(-1, true), (0, true), (1, false)])
    func iniEntries(above: Int, isRead: Bool) {
        let text = String(repeating: "a=b\n", count: INIDocument.entriesMax + above)
        #expect((try? INIDocument(Array(text.utf8).span)) != nil ? isRead : !isRead)
    }

    @Test("headers' bytes", arguments: [(-1, true), (0, true), (1, false)])
    func headerBytes(above: Int, isRead: Bool) {
        let text = "a: b\n\n" + String(repeating: "x", count: RFC822Headers.bytesMax - 6 + above)
        #expect((try? RFC822Headers(Array(text.utf8).span)) != nil ? isRead : !isRead)
    }

    @Test("headers' fields", arguments: [(-1, true), (0, true), (1, false)])
    func headerFields(above: Int, isRead: Bool) {
        let text = String(repeating: "a: b\n", count: RFC822Headers.fieldsMax + above)
        #expect((try? RFC822Headers(Array(text.utf8).span)) != nil ? isRead : !isRead)
    }

    /// The code of the refusal; `nil` when the text is read.
    private func toml(_ text: String, _ limits: TOMLLimits) -> TOMLError.Code? {
        do {
            _ = try TOMLDocument(Array(text.utf8).span, limits: limits)
            return nil
        } catch {
            return error.code
        }
    }
}
