import SallyportModel

/// What `make` runs of a makefile: the lines of its recipes, and commands that it runs while it reads.
///
/// Nothing is evaluated: every recipe counts, whatever target it belongs to, and of variables that are set to a constant
/// in the same file the last value is taken. Makefiles that are brought in are read as well.
struct MakefileReader {
    /// The commands, one below the other.
    private(set) var commands: [String] = []
    /// Files that it brings in.
    private(set) var included: [String] = []
    /// Whether there is more than is read.
    private(set) var isCut = false

    /// Lines of one makefile.
    static let linesMax = 50_000
    /// Commands of one makefile, and files that it brings in.
    static let commandsMax = 4_096
    /// Bytes of one value that takes the place of a variable.
    private static let valueBytesMax = 4_096

    private var values: [String: String] = [:]

    init(_ text: String) {
        for (number, line) in Self.lines(text).enumerated() {
            guard number < Self.linesMax, commands.count < Self.commandsMax else {
                isCut = true
                break
            }
            read(line)
        }
        commands = commands.map { replaced($0) }
    }

    /// States what the commands do.
    static func read(_ bytes: Span<UInt8>, into collector: inout FindingsCollector) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for index in 0..<bytes.count { text.append(bytes[index]) }
        let makefile = MakefileReader(String(decoding: text, as: UTF8.self))
        if makefile.isCut {
            collector.add(.hookUnreadable, "a makefile with more commands than are read", at: 0, .sensitive)
        }
        var inner = FindingsCollector(limits: .standard)
        CommandReader.read(makefile.commands.joined(separator: "\n"), at: 0, into: &inner)
        var found = inner.findings(in: bytes)
        // What a makefile leaves to variables is most of it, and says nothing.
        found.findings.removeAll { $0.code == .hookUnreadable || $0.code == .fileUnreadable }
        collector.absorb(found, at: 0)
        for path in makefile.included { collector.add(Reference(.path, path, as: .make)) }
    }

    /// Lines with those that they go on in.
    private static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var open = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(linesMax + 1) {
            let line = line.last == "\r" ? line.dropLast() : line
            if line.last == "\\" {
                open += line.dropLast() + " "
            } else {
                lines.append(open + line)
                open = ""
            }
        }
        if !open.isEmpty { lines.append(open) }
        return lines
    }

    private mutating func read(_ line: String) {
        addCalls(in: line)
        if line.first == "\t" { return addRecipe(line.dropFirst()) }
        let plain = line.trimmed
        guard !plain.hasPrefix("#") else { return }
        for word in ["include ", "-include ", "sinclude "] where plain.hasPrefix(word) {
            let names = plain.dropFirst(word.count).split(separator: " ").filter { !$0.contains { "$)".contains($0) } }
            included += names.map(String.init).prefix(max(0, Self.commandsMax - included.count))
            return
        }
        // `NAME != command`, `NAME = value`, `target: needs; command`
        if let sign = plain.firstIndex(of: "="), !plain[..<sign].contains("\t") {
            let value = plain[plain.index(after: sign)...].trimmed
            let name = plain[..<sign].trimmed
            if name.hasSuffix("!") { return addRecipe(value[...]) }
            let key = name.filter { !":?+".contains($0) }.trimmed
            if !key.isEmpty, !key.contains(" "), value.utf8.count <= Self.valueBytesMax { values[key] = value }
        } else if let colon = plain.firstIndex(of: ":"), let semicolon = plain[colon...].firstIndex(of: ";") {
            addRecipe(plain[plain.index(after: semicolon)...])
        }
    }

    /// A line of a recipe, without the signs before it.
    private mutating func addRecipe(_ line: Substring) {
        let command = line.drop { "@-+ \t".contains($0) }
        if !command.isEmpty { commands.append(String(command)) }
    }

    /// `$(shell command)`, which runs while the makefile is read.
    private mutating func addCalls(in line: String) {
        var rest = line[...]
        while let call = rest.firstRange(of: "$(shell "), commands.count < Self.commandsMax {
            var depth = 1
            let start = call.upperBound
            var end = start
            while end < rest.endIndex {
                if rest[end] == "(" { depth += 1 }
                if rest[end] == ")" { depth -= 1 }
                if depth == 0 { break }
                end = rest.index(after: end)
            }
            commands.append(String(rest[start..<end]))
            rest = rest[start...]
        }
    }

    /// A command with the values of its variables; those that are not known are left to the shell as its own.
    private func replaced(_ command: String) -> String {
        var text = ""
        var rest = command[...]
        while let sign = rest.firstIndex(of: "$") {
            text += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            guard let next = rest.first else { break }
            if next == "$" {
                text += "$"
                rest = rest.dropFirst()
            } else if next == "(" || next == "{", let end = rest.firstIndex(of: next == "(" ? ")" : "}") {
                let name = rest[rest.index(after: rest.startIndex)..<end]
                text += values[String(name)] ?? "$\(name.filter { $0.isLetter || $0.isNumber || $0 == "_" })"
                rest = rest[rest.index(after: end)...]
            } else {
                text += "$"
            }
            guard text.utf8.count <= Self.valueBytesMax * 16 else { break }
        }
        return text + rest
    }
}
