/// Versions, and texts that are nearly versions, put together from pieces; the same seed gives the same texts.
struct GeneratedVersions {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func number() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func pick(_ choices: [String]) -> String {
        choices[Int(number() % UInt64(choices.count))]
    }

    mutating func digits() -> String {
        pick([
            "0", "1", "2", "3", "9", "10", "00", "01", "99", "2024", "18446744073709551616", "99999999999999999999999",
        ])
    }

    mutating func release() -> String {
        (0..<(1 + Int(number() % 4))).map { _ in digits() }.joined(separator: ".")
    }

    /// A version in the spelling that specifiers take in every library.
    mutating func plain(_ local: Bool = true) -> String {
        var text = pick(["", "", "", "", "1!"]) + release()
        text += pick(["", "", "", "a1", "b2", "rc1", "a0"])
        text += pick(["", "", "", ".post1", ".post0"])
        text += pick(["", "", "", ".dev0", ".dev3"])
        return text + (local ? pick(["", "", "", "+local", "+1", "+local.1"]) : "")
    }

    /// A version in any spelling, or something close to one.
    mutating func wild() -> String {
        var text = pick(["", "", "", "v", "V", " ", "vv"])
        text += pick(["", "", "", "0!", "1!", "!"])
        text += release()
        let separators = ["", "", ".", "-", "_", "--"]
        if number() % 2 == 0 {
            text += pick(separators) + pick(["a", "ALPHA", "b", "beta", "c", "rc", "RC", "pre", "preview", "z"])
            text += pick(separators) + pick(["", "0", "1", "12"])
        }
        if number() % 3 == 0 {
            text += pick(["-1", "-", "post", ".post", "-post-", "rev", ".r", "_r_"]) + pick(["", "1", "7"])
        }
        if number() % 3 == 0 {
            text += pick(separators) + pick(["dev", "DEV", "de"]) + pick(["", ".", "-"]) + pick(["", "4"])
        }
        if number() % 4 == 0 {
            text += "+" + pick(["", "a", "A1", "1", "01", "a.b", "a-1", "a_B.2", ".a", "a.", "a..b"])
        }
        return text + pick(["", "", "", " ", "\t", "x", "."])
    }

    mutating func clause() -> String {
        let comparison = pick(["==", "!=", "<=", ">=", "<", ">", "~=", "==="])
        let space = pick(["", "", " "])
        switch comparison {
        case "==", "!=":
            let isWild = number() % 3 == 0
            return comparison + space + (isWild ? pick(["", "1!"]) + release() + ".*" : plain())
        case "===": return comparison + space + plain()
        default: return comparison + space + plain(number() % 12 == 0)
        }
    }

    mutating func clauses() -> String {
        (0..<(1 + Int(number() % 3))).map { _ in clause() }.joined(separator: pick([",", ", "]))
    }
}
