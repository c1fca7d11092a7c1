/// What a makefile runs (GNU make): the recipes of its rules, `$(shell …)` wherever it stands, and which files it includes.
///
/// Every recipe counts, whichever target is asked for. What the file itself sets is put in where it is used; what it does not
/// set is left to the shell, which knows the same environment, and what is computed becomes U+0001, as in ``ShellCommand``. Linear but for what variables unfold to, which has a budget; no recursion.
struct Makefile {
    /// Text for a shell, and where it stands.
    struct Command: Hashable {
        let text: String
        let offset: Int
    }

    /// What is run, in order.
    private(set) var commands: [Command] = []
    /// Files that are read as parts of this one.
    private(set) var includes: [String] = []
    /// Whether there was more than is read.
    private(set) var isCut = false

    /// What names hold.
    private var values: [String: String] = ["MAKE": "make", "SHELL": "sh"]
    /// Bytes that variables have unfolded to.
    private var unfolded = 0
    private var recipe: (text: String, offset: Int)?
    private var definition: (name: String, lines: [String])?
    /// Recipes are unfolded when all is read: make knows every value by then.
    private var recipes: [Command] = []

    /// Commands of one makefile.
    static let commandsMax = 16_384
    /// Bytes that all variables of one makefile unfold to.
    static let unfoldedMax = 1 << 20
    /// Variables in variables.
    static let depthMax = 32

    init(_ text: String) {
        for line in MakefileLine.lines(text) { read(line) }
        endRecipe()
        for recipe in recipes { run(unfold(recipe.text, at: recipe.offset), at: recipe.offset) }
    }

    private mutating func read(_ line: MakefileLine) {
        if definition != nil { return readDefinition(line.text) }
        if line.isRecipe { return readRecipe(line.text, at: line.offset) }
        endRecipe()
        let text = line.withoutComment
        let words = text.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
        guard let first = words.first else { return }
        switch first {
        case "define":
            let name = words.dropFirst().first?.prefix { !" \t:?+!=".contains($0) } ?? ""
            definition = (String(name), [])
        case "include", "-include", "sinclude":
            let names = unfold(words.count > 1 ? String(words[1]) : "", at: line.offset)
            for name in names.split(whereSeparator: { $0 == " " || $0 == "\t" }) where includes.count < 256 {
                // Behind a variable stands at least where it goes on.
                includes.append(name.first == "$" ? "\u{1}" + name.drop { $0 != "/" } : String(name))
            }
        default: readStatement(text, at: line.offset)
        }
    }

    private mutating func readDefinition(_ line: String) {
        guard line.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("endef") else {
            definition?.lines.append(line)
            return
        }
        if let open = definition { values[open.name] = open.lines.joined(separator: "\n") }
        definition = nil
    }

    private mutating func readRecipe(_ line: String, at offset: Int) {
        let text = line.drop { " \t@-+".contains($0) }
        if recipe == nil { recipe = (String(text), offset) } else { recipe?.text += "\n" + text }
    }

    /// An assignment, or a rule.
    private mutating func readStatement(_ text: String, at offset: Int) {
        if let assignment = MakefileAssignment(text) { return assign(assignment, at: offset) }
        // What a rule needs may be computed; behind a semicolon stands the first line of its recipe.
        let parts = text.split(separator: ";", maxSplits: 1)
        _ = unfold(String(parts.first ?? ""), at: offset)
        if parts.count == 2 { readRecipe(String(parts[1]), at: offset) }
    }

    private mutating func assign(_ assignment: MakefileAssignment, at offset: Int) {
        let name = assignment.name
        switch assignment.kind {
        case .lazy:
            values[name] = assignment.value
            _ = unfold(assignment.value, at: offset)
        case .now: values[name] = unfold(assignment.value, at: offset)
        case .unlessSet:
            _ = unfold(assignment.value, at: offset)
            if values[name] == nil { values[name] = assignment.value }
        case .more:
            _ = unfold(assignment.value, at: offset)
            values[name, default: ""] += " " + assignment.value
        case .shell:
            run(unfold(assignment.value, at: offset), at: offset)
            values[name] = "\u{1}"
        }
    }

    private mutating func endRecipe() {
        guard let open = recipe else { return }
        recipe = nil
        guard recipes.count < Self.commandsMax else { return isCut = true }
        recipes.append(Command(text: open.text, offset: open.offset))
    }

    private mutating func run(_ text: String, at offset: Int) {
        guard !text.isEmpty else { return }
        guard commands.count < Self.commandsMax else { return isCut = true }
        let command = Command(text: text, offset: offset)
        if commands.last != command { commands.append(command) }
    }

    /// A text that is being unfolded.
    private struct Unfolding {
        enum Purpose {
            case value, command, argument
        }

        let bytes: [UInt8]
        let purpose: Purpose
        var index = 0
        /// What stands in front of a command, or of an argument.
        var outside: [UInt8] = []
    }

    /// The text with the values of its variables; every `$(shell …)` in it is run.
    private mutating func unfold(_ text: String, at offset: Int) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var output: [UInt8] = []
        var open = [Unfolding(bytes: Array(text.utf8), purpose: .value)]
        while var top = open.popLast() {
            let dollar = top.bytes[top.index...].firstIndex(of: UInt8(ascii: "$")) ?? top.bytes.count
            output += top.bytes[top.index..<dollar]
            guard dollar + 1 < top.bytes.count else {
                if top.purpose == .command { run(String(decoding: output, as: UTF8.self), at: offset) }
                // What a command prints, and what a function makes of its arguments, is not known.
                if top.purpose != .value { output = top.outside + [1] }
                continue
            }
            let use = MakefileUse(top.bytes, at: dollar)
            top.index = use.end
            open.append(top)
            switch use.kind {
            case .dollar: output.append(UInt8(ascii: "$"))
            case .unknown: output.append(1)
            case .name(let name):
                guard let value = values[name] else {
                    // A variable of the environment, which a shell knows by the same name.
                    output += "$\(name)".utf8
                    continue
                }
                guard mayOpen(value.utf8.count, open.count) else {
                    output.append(1)
                    continue
                }
                open.append(Unfolding(bytes: Array(value.utf8), purpose: .value))
            case .shell(let text), .function(let text):
                guard mayOpen(text.count, open.count) else { continue }
                let purpose = use.isShell ? Unfolding.Purpose.command : .argument
                open.append(Unfolding(bytes: text, purpose: purpose, outside: output))
                output = []
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether so many bytes may be unfolded at a depth.
    private mutating func mayOpen(_ count: Int, _ depth: Int) -> Bool {
        unfolded += count
        if depth >= Self.depthMax || unfolded > Self.unfoldedMax { isCut = true }
        return depth < Self.depthMax && unfolded <= Self.unfoldedMax
    }
}
