import SallyportModel

/// Files in Python's own format of objects, which calls what it names while it is read.
enum PickleContent {
    private static let endings = [
        ".pkl", ".pickle", ".pck", ".pcl", ".joblib", ".dill", ".p", ".model", ".bin", ".dat", ".pt", ".pth",
    ]
    /// What may be called of a module; empty for anything of it.
    private static let calls: [(module: [UInt8], names: Set<String>)] = [
        ("os", starting), ("posix", starting), ("nt", starting), ("subprocess", []), ("pty", []), ("runpy", []),
        ("commands", []), ("builtins", evaluating), ("__builtin__", evaluating), ("webbrowser", ["open"]),
        ("importlib", ["import_module"]), ("shutil", ["rmtree"]), ("socket", ["create_connection"]),
    ].map { (Array($0.0.utf8), $0.1) }
    private static let starting: Set<String> = [
        "system", "popen", "execv", "execve", "execvp", "execl", "execlp", "spawnv", "spawnve", "spawnl", "spawnvp",
        "posix_spawn", "startfile",
    ]
    private static let evaluating: Set<String> = ["eval", "exec", "execfile", "compile", "__import__"]

    /// Bytes behind a module's name in which the name of what is called must begin.
    private static let distanceMax = 32

    /// What a file calls when it is read as such; `nil` where it is none, or names nothing of the kind.
    static func call(_ bytes: Span<UInt8>, at path: String) -> String? {
        guard bytes.count >= 8 else { return nil }
        let hasHead = bytes[0] == 0x80 && bytes[1] >= 2 && bytes[1] <= 5
        guard hasHead || endings.contains(where: { path.hasSuffix($0) }) else { return nil }
        for index in 0..<(bytes.count - 4) {
            // GLOBAL writes lines; the newer form puts short texts on a stack and joins them.
            let isLine = bytes[index] == UInt8(ascii: "c")
            guard isLine || bytes[index] == 0x8C else { continue }
            let start = isLine ? index + 1 : index + 2
            for (module, names) in calls where matches(module, bytes, at: start) {
                let end = start + module.count
                guard end < bytes.count else { continue }
                if isLine {
                    guard bytes[end] == 0x0A, let name = word(bytes, from: end + 1) else { continue }
                    if names.isEmpty || names.contains(name) { return "\(text(module)).\(name)" }
                } else if Int(bytes[index + 1]) == module.count {
                    guard let name = stacked(bytes, from: end) else { continue }
                    if names.isEmpty || names.contains(name) { return "\(text(module)).\(name)" }
                }
            }
        }
        return nil
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func matches(_ module: [UInt8], _ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard start + module.count <= bytes.count else { return false }
        return module.indices.allSatisfy { bytes[start + $0] == module[$0] }
    }

    /// The short text that comes next on the stack.
    private static func stacked(_ bytes: Span<UInt8>, from start: Int) -> String? {
        var index = start
        let last = min(bytes.count - 2, start + distanceMax)
        while index < last, bytes[index] != 0x8C { index += 1 }
        guard index < last else { return nil }
        let count = Int(bytes[index + 1])
        guard count > 0, count <= 32, index + 2 + count <= bytes.count else { return nil }
        return word(bytes, from: index + 2, countMax: count)
    }

    private static func word(_ bytes: Span<UInt8>, from start: Int, countMax: Int = 32) -> String? {
        var name: [UInt8] = []
        var index = start
        while index < bytes.count, name.count < countMax, bytes[index] == UInt8(ascii: "_") || isLetter(bytes[index]) {
            name.append(bytes[index])
            index += 1
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
