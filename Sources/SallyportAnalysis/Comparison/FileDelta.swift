import SallyportModel

/// Files that came, went or changed, and native binaries among them.
enum FileDelta {
    static func facts(from previous: Report, to current: Report) -> [Fact] {
        let earlier = records(of: previous)
        let later = records(of: current)
        var added: [String] = []
        var changed: [String] = []
        var facts: [Fact] = []
        let nativesBefore = NativeFamily(natives(of: previous).map(\.path))
        let natives = Set(natives(of: current).map(\.path))
        for file in current.files {
            if let before = earlier[PathKey.comparable(file.path)] {
                if before.digest != file.digest { changed.append(file.path) }
            } else {
                added.append(file.path)
            }
            if natives.contains(file.path), !nativesBefore.contains(file.path) {
                facts.append(native(file))
            }
        }
        let removed = previous.files.map(\.path).filter { later[PathKey.comparable($0)] == nil }
        facts += summary(.deltaFileAdded, "added", added)
        facts += summary(.deltaFileRemoved, "removed", removed)
        facts += summary(.deltaFileChanged, "changed", changed)
        return facts
    }

    /// How many new binaries are listed one by one.
    static let nativesMax = 16

    private static func native(_ file: FileRecord) -> Fact {
        Fact(
            code: .deltaNativeAdded,
            reach: .load,
            detail: Excerpt.detail("\(file.content), \(file.size) bytes"),
            place: Place(path: file.path)
        )
    }

    /// What runs without being read: native code and, in a package of Python, bytecode that can be imported.
    private static func natives(of report: Report) -> [FileRecord] {
        let paths = Set(report.files.map(\.path))
        return report.files.filter { file in
            if NativeContent.isNative(file.content) { return true }
            return report.kind != PackageKind.npm.rawValue
                && Bytecode.isImportable(file, isThere: { paths.contains($0) })
        }
    }

    private static func records(of report: Report) -> [String: FileRecord] {
        Dictionary(report.files.map { (PathKey.comparable($0.path), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func summary(_ code: FactCode, _ verb: String, _ paths: [String]) -> [Fact] {
        guard let first = paths.first else { return [] }
        let noun = paths.count == 1 ? "file" : "files"
        var detail = "\(paths.count) \(noun) \(verb): "
        detail += paths.prefix(3).joined(separator: ", ")
        if paths.count > 3 { detail += " and others" }
        return [Fact(code: code, reach: .shipped, detail: Excerpt.detail(detail), place: Place(path: first))]
    }
}
