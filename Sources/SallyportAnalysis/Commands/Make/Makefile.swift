/// What a makefile runs (GNU make): the recipes of its rules, `$(shell …)` wherever it stands, and which files it includes.
///
/// Every recipe counts, whichever target is asked for, and both branches of every condition. What the file itself sets is
/// put in where it is used; what it does not set is left to the shell, which knows the same environment, and what can't be
/// computed becomes U+0001, as in ``ShellCommand``. Linear but for what variables unfold to, which has a budget; no
/// recursion.
struct Makefile {
    /// Text for a shell, and where it stands.
    struct Command: Hashable {
        let text: String
        let offset: Int
        /// The words of the program that runs it, where `SHELL` names another one than a shell.
        var shell: [String] = []
    }

    /// A recipe that is unfolded when all is read: make knows every value by then.
    private struct Recipe {
        var lines: [String]
        let offset: Int
        let rule: MakefileRule
    }

    /// The values of one branch of all conditions.
    private enum Branch {
        case last, first
    }

    /// What is run, in order.
    private(set) var commands: [Command] = []
    /// Files that are read as parts of this one.
    private(set) var includes: [String] = []
    /// Whether there was more than is read.
    var isCut: Bool { hasMore || last.isCut || first.isCut }

    /// What names hold, where the last assignment counts.
    private var last: MakefileValues
    /// The same, where of the assignments under conditions the first counts.
    private var first: MakefileValues
    /// Names that were assigned under a condition.
    private var conditional: Set<String> = []
    private var conditions = 0
    private var hasMore = false
    private var seen: Set<String> = []
    private var recipe: Recipe?
    private var recipes: [Recipe] = []
    /// The rule to which recipe lines belong; absent behind an assignment, where such lines are none.
    private var rule: MakefileRule?
    private var definition: (assignment: MakefileAssignment, lines: [String], depth: Int, offset: Int)?
    /// With what the lines of recipes begin.
    private var prefixes: Set<UInt8> = [0x09]
    /// Programs that `SHELL` named.
    private var shells: [String] = []
    /// Texts that `$(eval …)` makes part of the makefile.
    private var waiting: [MakefileLine] = []

    /// Commands of one makefile.
    static let commandsMax = 16_384
    /// Files that one makefile includes.
    static let includesMax = 256
    /// Targets of one rule whose name its recipe is unfolded with.
    private static let targetsMax = 8

    init(_ text: String) {
        last = MakefileValues(ofBytes: text.utf8.count)
        first = last
        for line in MakefileLine.lines(text) {
            read(line)
            readEvaluated()
        }
        endRecipe()
        for name in last.assigned.sorted() {
            guard let text = MakefileBuiltins.command(using: name) else { continue }
            recipes.append(Recipe(lines: [text], offset: 0, rule: MakefileRule("")))
        }
        var next = 0
        while next < recipes.count {
            run(recipes[next])
            next += 1
            // What is evaluated now may bring further rules.
            readEvaluated()
            endRecipe()
        }
    }

    /// Reads what was evaluated, which may evaluate again; the budget of values bounds it.
    private mutating func readEvaluated() {
        var next = 0
        while next < waiting.count {
            read(waiting[next])
            next += 1
        }
        waiting.removeAll()
    }

    private mutating func read(_ line: MakefileLine) {
        if definition != nil { return readDefinition(line.raw) }
        if rule != nil, let start = line.first, prefixes.contains(start) {
            return readRecipe(line.recipe(prefixes), at: line.offset)
        }
        let text = line.withoutComment
        let words = text.utf8.split(maxSplits: 1) { $0 == 0x20 || $0 == 0x09 }.map { Substring($0) }
        guard let first = words.first else { return }
        let rest = words.count > 1 ? String(words[1]) : ""
        switch first {
        case "ifeq", "ifneq", "ifdef", "ifndef":
            conditions += 1
            _ = unfold(rest, at: line.offset)
        case "else": _ = unfold(rest, at: line.offset)
        case "endif": conditions = max(0, conditions - 1)
        case "include", "-include", "sinclude": include(rest, at: line.offset)
        case "load", "-load":
            for file in unfold(rest, at: line.offset).words { run(String(file), at: line.offset) }
        default:
            if let assignment = MakefileAssignment(definition: text) {
                endRecipe()
                definition = (assignment, [], 1, line.offset)
            } else {
                readStatement(text, at: line.offset)
            }
        }
    }

    private mutating func include(_ names: String, at offset: Int) {
        for name in unfold(names, at: offset).words {
            guard includes.count < Self.includesMax else { return hasMore = true }
            // Behind a variable stands at least where it goes on.
            includes.append(name.first == "$" ? "\u{1}" + name.drop { $0 != "/" } : String(name))
        }
    }

    private mutating func readDefinition(_ line: String) {
        let word = line.words.first ?? ""
        if word == "define" { definition?.depth += 1 }
        if word == "endef" { definition?.depth -= 1 }
        guard let open = definition, open.depth == 0 else {
            definition?.lines.append(line)
            return
        }
        definition = nil
        var assignment = open.assignment
        assignment.value = open.lines.joined(separator: "\n")
        assign(assignment, at: open.offset)
    }

    private mutating func readRecipe(_ line: String, at offset: Int) {
        if recipe == nil {
            recipe = Recipe(lines: [line], offset: offset, rule: rule ?? MakefileRule(""))
        } else {
            recipe?.lines.append(line)
        }
    }

    /// An assignment, or a rule.
    private mutating func readStatement(_ text: String, at offset: Int) {
        endRecipe()
        rule = nil
        if let assignment = MakefileAssignment(text) { return assign(assignment, at: offset) }
        // What a rule needs may be computed; behind a semicolon stands the first line of its recipe.
        let (head, command) = MakefileRule.parts(of: text)
        let unfolded = unfold(head, at: offset)
        let (needs, computed) = command == nil ? MakefileRule.parts(of: unfolded) : (unfolded, nil)
        guard needs.utf8.contains(UInt8(ascii: ":")) else { return }
        rule = MakefileRule(needs)
        if let command { readRecipe(command, at: offset) }
        if let computed { readRecipe(computed.replacing("$", with: "$$"), at: offset) }
    }

    private mutating func assign(_ assignment: MakefileAssignment, at offset: Int) {
        let value = unfold(assignment.value, at: offset)
        for name in unfold(assignment.name, at: offset).words.suffix(1).map({ String($0) }) {
            if assignment.kind == .shell { run(value, at: offset) }
            let isFirst = conditions == 0 || conditional.insert(name).inserted
            last.assign(name, assignment, value)
            if isFirst { first.assign(name, assignment, value) }
            if name == ".RECIPEPREFIX" { setPrefix(value) }
            if name == "SHELL", shells.count < Self.targetsMax, !shells.contains(value) { shells.append(value) }
        }
    }

    /// The first character; what is not known may be empty, and is for a variable that nobody set.
    private mutating func setPrefix(_ value: String) {
        let known = MakefileValues.withoutUnset(value)
        prefixes = known.utf8.first.map { [$0] } ?? [0x09]
        if known != value || value.contains("\u{1}") { prefixes.formUnion([0x09, 0x20]) }
    }

    private mutating func endRecipe() {
        guard let open = recipe else { return }
        recipe = nil
        guard recipes.count < Self.commandsMax else { return hasMore = true }
        recipes.append(open)
    }

    private mutating func run(_ recipe: Recipe) {
        let usesTarget = recipe.lines.contains { $0.contains("$@") || $0.contains("$(@") || $0.contains("${@") }
        let targets = usesTarget ? recipe.rule.targets.prefix(Self.targetsMax) : recipe.rule.targets.prefix(1)
        for target in targets.isEmpty ? [""] : targets {
            let automatic = recipe.rule.automatic(target)
            let plain = recipe.lines.map { $0.drop { " \t@-+".contains($0) } }.joined(separator: "\n")
            run(unfold(plain, with: automatic, at: recipe.offset), at: recipe.offset)
            if !conditional.isEmpty {
                run(unfold(plain, with: automatic, at: recipe.offset, in: .first), at: recipe.offset)
            }
            for shell in shells { run(recipe, by: shell, with: automatic) }
        }
    }

    /// A recipe for a program that is no shell.
    private mutating func run(_ recipe: Recipe, by shell: String, with automatic: [String: [UInt8]]) {
        let command = ShellText.commands(shell).first
        let words = command?.words ?? []
        guard let program = command?.program, !program.contains("\u{1}"), !BuildTools.isShell(program) else { return }
        let flags = unfold("$(.SHELLFLAGS)", at: recipe.offset).words.map { String($0) }
        let lines = [String(recipe.lines[0].drop { " \t@-+".contains($0) })] + recipe.lines.dropFirst()
        let text = unfold(lines.joined(separator: "\n"), with: automatic, at: recipe.offset)
        run(text, at: recipe.offset, by: words + flags)
    }

    private mutating func run(_ text: String, at offset: Int, by shell: [String] = []) {
        guard !text.isEmpty, seen.insert(shell.joined() + "\n" + text).inserted else { return }
        guard commands.count < Self.commandsMax else { return hasMore = true }
        commands.append(Command(text: text, offset: offset, shell: shell))
    }

    /// The text with the values of its variables; every `$(shell …)` in it is run, every `$(eval …)` read.
    private mutating func unfold(
        _ text: String,
        with automatic: [String: [UInt8]] = [:],
        at offset: Int,
        in branch: Branch = .last
    ) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        let found = branch == .last ? last.unfold(text, with: automatic) : first.unfold(text, with: automatic)
        for command in found.shells { run(command, at: offset) }
        for text in found.evaluated { waiting += MakefileLine.lines(text, at: offset) }
        return found.text
    }
}
