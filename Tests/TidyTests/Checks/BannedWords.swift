/// Finds calls that a layer must not make.
enum BannedWords {
    /// A place where one stands.
    struct Use: Equatable, CustomStringConvertible {
        let line: Int
        let word: String
        var description: String { "line \(line): `\(word)`" }
    }

    /// Nowhere in what ships.
    static let everywhere = ["fatalError(", "try!", "as!", "unowned(unsafe)", "unsafeBitCast("]

    /// Not outside the program: the terminal is its business.
    static let outsideProgram = ["print(", "debugPrint(", "exit("]

    /// Not in the core: clocks, randomness, unstructured tasks, the world.
    static let core = [
        "import Foundation", "import FoundationEssentials", "import Glibc", "Date()", "Date.now", "UUID()",
        "ContinuousClock", "SuspendingClock", "SystemRandomNumberGenerator", ".random(", ".shuffled()",
        ".randomElement()", "Task.sleep", "Task {", "Task.detached", "ProcessInfo", "FileManager", "DispatchQueue",
        "Logger(",
    ]

    static func words(for layer: Layer) -> [String] {
        switch layer {
        case .program: everywhere
        case .edge: everywhere + outsideProgram
        case .testing: everywhere + outsideProgram + core.filter { $0 != "import Glibc" }
        case .core: everywhere + outsideProgram + core
        }
    }

    static func uses(of words: [String], in code: SwiftCode) -> [Use] {
        words.flatMap { word in code.lines(holding: word).map { Use(line: $0, word: word) } }
            .sorted { ($0.line, $0.word) < ($1.line, $1.word) }
    }

    /// The modules that a file imports, without submodules.
    static func imports(in code: SwiftCode) -> [String] {
        code.lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
                words[..<keyword].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) })
            else { return nil }
            let kinds: Set<String> = ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"]
            let isScoped = kinds.contains(words[keyword + 1]) && keyword + 2 < words.count
            return String(words[keyword + (isScoped ? 2 : 1)].prefix { $0 != "." })
        }
    }

    private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
}
