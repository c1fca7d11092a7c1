/// Versions and ranges as people write them, and as they should not.
struct VersionGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func versions(_ count: Int) -> [String] {
        (0..<count).map { _ in version() }
    }

    mutating func ranges(_ count: Int) -> [String] {
        (0..<count).map { _ in range() }
    }

    private mutating func number() -> String {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<70: "\(Int.random(in: 0...4, using: &random))"
        case 70..<92: "\(Int.random(in: 0...30, using: &random))"
        case 92..<95: "0\(Int.random(in: 0...9, using: &random))"
        case 95..<97: "9007199254740991"
        case 97..<98: "9007199254740992"
        case 98..<99: "99999999999999999999"
        default: ""
        }
    }

    private mutating func identifier() -> String {
        random.pick([
            "alpha", "beta", "rc", "rc1", "0", "1", "2", "10", "01", "x", "a-b", "-", "--", "BETA", "9007199254740993",
            "",
        ])
    }

    private mutating func tail() -> String {
        var text = ""
        if random.chance(35) {
            let parts = (0...Int.random(in: 0...2, using: &random)).map { _ in identifier() }
            text += (random.chance(85) ? "-" : "") + parts.joined(separator: ".")
        }
        if random.chance(12) { text += "+" + random.pick(["build", "001", "a.b", "a..b", "", "exp.sha-1"]) }
        if random.chance(3) { text += random.pick([".5", ".", "_", " ", "\t", "!"]) }
        return text
    }

    private mutating func version() -> String {
        let prefix = random.chance(8) ? random.pick(["v", "=", " v", "= ", "vv", "V", "=v"]) : ""
        return "\(prefix)\(number()).\(number()).\(number())\(tail())"
    }

    private mutating func part() -> String {
        random.chance(75) ? number() : random.pick(["x", "X", "*"])
    }

    private mutating func partial() -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: part()
        case 1, 2: "\(part()).\(part())"
        case 3, 4: "\(part()).\(part()).\(part())\(tail())"
        default: version()
        }
    }

    private mutating func comparator() -> String {
        let relation = random.pick(["", "", "^", "~", ">", ">=", "<", "<=", "=", "~>", "==", "> =", "^~", "=>"])
        let space = random.chance(15) ? random.pick([" ", "  ", "\t"]) : ""
        return relation + space
            + (random.chance(3) ? random.pick(["latest", "", "*", "1.2.3*", ">", "~", "^"]) : partial())
    }

    private mutating func alternative() -> String {
        if random.chance(15) { return "\(partial()) - \(partial())" }
        let count = random.pick([1, 1, 1, 2, 2, 3])
        return (0..<count).map { _ in comparator() }.joined(separator: random.pick([" ", " ", " ", "  ", ","]))
    }

    private mutating func range() -> String {
        let count = random.pick([1, 1, 1, 2, 3])
        return (0..<count).map { _ in alternative() }.joined(separator: random.pick(["||", " || ", " ||", "|", "|| "]))
    }
}
