import FoundationEssentials
import Logging
import Testing

@testable import sallyport

@Suite("The log")
struct LogWriterTests {
    private let lines = LogLines()

    /// Values that would be a second line, an order to a terminal, or another key, were they written as they are.
    static let hostile = [
        "a\nb", "a\r\nb", "\u{1B}[2J", "\u{85}", "\u{2028}", "\u{202E}evil", "\"", "\\", "\0", "a=b", "a b level=error",
        "",
        "\u{1F600}", "{\"level\":\"error\"}",
    ]

    private func object(_ line: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
    }

    @Test("a line of text has the time, the level, the message and the values in order")
    func text() {
        var logger = lines.logger()
        logger[metadataKey: "request"] = "x1-7"
        logger.notice("decided", metadata: ["action": "deny", "reason": "seen it"])
        #expect(lines.text == "1970-01-01T00:00:00Z notice decided action=deny reason=\"seen it\" request=x1-7\n")
    }

    @Test("a line of JSON is one object with the same, each a text")
    func json() throws {
        var logger = lines.logger(LogSettings(format: .json))
        logger[metadataKey: "request"] = "x1-7"
        logger.warning("not judged", metadata: ["artifact": "pkg:npm/demo@1.0.0"])
        #expect(lines.text.filter { $0 == "\n" }.count == 1)
        let object = try object(lines.text)
        #expect(object.count == 5)
        #expect(object["time"] == "1970-01-01T00:00:00Z")
        #expect(object["level"] == "warning")
        #expect(object["message"] == "not judged")
        #expect(object["artifact"] == "pkg:npm/demo@1.0.0")
        #expect(object["request"] == "x1-7")
    }

    @Test("whatever a value holds, JSON stays one line and gives it back", arguments: hostile)
    func hostileJSON(value: String) throws {
        let logger = lines.logger(LogSettings(format: .json))
        logger.error("\(value)", metadata: ["reason": "\(value)", "level": "\(value)"])
        let line = try #require(lines.text.utf8.last == 0x0A ? lines.text.dropLast() : nil)
        #expect(!line.utf8.contains(0x0A) && !line.utf8.contains(0x0D) && !line.utf8.contains(0x1B))
        let object = try object(String(line))
        #expect(object["message"] == value)
        #expect(object["reason"] == value)
        #expect(object["level"] == "error")
    }

    @Test("whatever a value holds, text stays one line of as many words", arguments: hostile)
    func hostileText(value: String) {
        let logger = lines.logger()
        logger.error("refused", metadata: ["reason": "\(value)", "then": "end"])
        #expect(lines.text.unicodeScalars.filter { $0.properties.isWhitespace && $0 != " " } == ["\n"])
        #expect(lines.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(lines.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .format })
        #expect(lines.text.hasPrefix("1970-01-01T00:00:00Z error refused reason="))
        #expect(lines.text.hasSuffix(" then=end\n"))
        // Outside of quotation marks there are exactly five words.
        var words = 1
        var isQuoted = false
        var isEscaped = false
        for character in lines.text.unicodeScalars.dropLast() {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                words += 1
            }
        }
        #expect(words == 5)
        #expect(!isQuoted)
    }

    @Test("what is below the level is not written")
    func level() {
        let logger = lines.logger(LogSettings(level: .warning))
        logger.info("no")
        logger.warning("yes")
        #expect(lines.text == "1970-01-01T00:00:00Z warning yes\n")
    }
}
