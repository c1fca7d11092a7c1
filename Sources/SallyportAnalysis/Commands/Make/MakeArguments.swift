/// What `make` is told: which makefiles it reads, where, and what it puts in place of their values.
enum MakeArguments {
    /// States the makefiles; gives texts that are shell commands: of values, and of what `--eval` adds.
    static func read(
        _ arguments: [String],
        in folder: String,
        _ collector: inout FindingsCollector
    ) -> [String] {
        var folder = folder
        var names: [String] = []
        var texts: [String] = []
        var index = 0
        while index < arguments.count {
            let (option, inside) = parts(of: arguments[index])
            index += 1
            guard let option else {
                // `NAME=value` comes before what the makefile says.
                if let value = inside, value.contains(" ") { texts.append(value) }
                continue
            }
            let value = inside ?? (index < arguments.count ? arguments[index] : "")
            if inside == nil { index += 1 }
            switch option {
            case .folder: folder += value + "/"
            case .file: names.append(value)
            case .text: texts += Makefile(value).commands.map(\.text)
            }
        }
        if names.isEmpty { names = ["GNUmakefile", "makefile", "Makefile"] }
        for name in names { CommandTargets.addPath("./" + name, .make, in: folder, &collector) }
        return texts
    }

    private enum Option {
        case folder, file, text
    }

    private static let long: [(String, Option)] = [
        ("--directory", .folder), ("--file", .file), ("--makefile", .file), ("--eval", .text),
    ]

    /// The option that a word is, and the value in the same word; of any other word what stands behind an equals sign.
    private static func parts(of word: String) -> (Option?, String?) {
        let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        if word.hasPrefix("--") {
            // A long option may be cut short.
            let option = pair[0].utf8.count > 3 ? long.first { $0.0.hasPrefix(pair[0]) }?.1 : nil
            return (option, option != nil && pair.count > 1 ? pair[1] : nil)
        }
        guard word.hasPrefix("-") else { return (nil, pair.count > 1 ? pair[1] : nil) }
        for (offset, letter) in word.utf8.dropFirst().enumerated() {
            let option: Option
            switch letter {
            case UInt8(ascii: "C"): option = .folder
            case UInt8(ascii: "f"): option = .file
            case UInt8(ascii: "E"): option = .text
            // Options that take a value of their own.
            case UInt8(ascii: "I"), UInt8(ascii: "o"), UInt8(ascii: "W"): return (nil, nil)
            default: continue
            }
            let rest = word.dropFirst(offset + 2)
            return (option, rest.isEmpty ? nil : String(rest))
        }
        return (nil, nil)
    }
}
