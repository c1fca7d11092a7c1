import SallyportModel

/// The name of something that reaches out of the program, put together or decoded where it could have been written.
enum ComputedNameRule {
    /// What reaches out, or makes code.
    static let reaching: Meaning = [
        .processModule, .networkModule, .networkLibrary, .evaluationModule, .systemModule, .nativeModule,
        .importModule, .processObject, .globalObject, .spawn, .connect, .evaluate, .require, .loadNative,
    ]

    /// Words that say enough, whatever they are a member of.
    private static let words: Set<String> = [
        "eval", "execSync", "spawnSync", "child_process", "popen", "__import__", "__builtins__", "check_output",
        "subprocess", "execFileSync", "mainModule", "_load", "XMLHttpRequest",
    ]

    /// - Parameters:
    ///   - origin: how the name came about.
    ///   - meaning: what the name gave.
    static func look(
        at name: [UInt8],
        _ origin: Lexeme.Flags,
        _ meaning: Meaning,
        at offset: Int,
        _ reader: inout FlowReader
    ) {
        guard !origin.isDisjoint(with: [.computed, .decoded, .escaped]) else { return }
        let text = String(decoding: name, as: UTF8.self)
        guard !meaning.isDisjoint(with: reaching) || words.contains(text) else { return }
        if !origin.isDisjoint(with: [.computed, .decoded]) {
            let how = origin.contains(.decoded) ? "decoded" : "put together"
            let detail = Excerpt.detail("\(text) is \(how) from pieces")
            reader.collector.add(.hidingComputedName, detail, at: offset, .sensitive)
        } else {
            let detail = Excerpt.detail("\(text) is written in escapes")
            reader.collector.add(.hidingEscapedName, detail, at: offset, .sensitive)
        }
    }
}
