import SallyportLexing
import SallyportModel

/// Facts about what a file is: native programs by their headers, content that the name denies, bytes behind a format's end.
enum ContentFacts {
    static func facts(_ file: PackageFile, _ when: Reach) -> [WeightedFact] {
        let content = file.record.content
        let isNative = NativeContent.isNative(content)
        let place = Place(path: file.path)
        var facts: [WeightedFact] = []
        if isNative {
            facts.append(fact(.fileNative, max(when, .load), native(file), place))
        } else if content == ContentType.wasm.name {
            facts.append(fact(.fileWasm, when, native(file), place))
        }
        // `CMakeLists.txt` is what its name says, as long as CMake reads it.
        let isOwnName = PathText.name(of: file.path) == "CMakeLists.txt" && Array(file.findings.keys) == [.cmake]
        let isRun = when == .install && !file.findings.isEmpty && Language.ofPath(file.path) == nil && !isOwnName
        if isNative || isRun, let name = DataExtensions.match(file.path) {
            let what = isNative ? content : "run as code"
            facts.append(fact(.fileExtensionMismatch, when, "\(what), named .\(name)", place))
        } else if let name = DataExtensions.binary(file.path), ContentKind.mayBeSource(content), content != "binary",
            content != "empty"
        {
            facts.append(fact(.fileExtensionMismatch, when, "\(content), named .\(name)", place))
        }
        if let call = file.revives, !TestPath.matches(file.path) {
            // Whoever reads it runs it, and who reads it is a matter of a path that may be put together.
            facts.append(fact(.hidingPayload, max(when, .load), "a pickle that calls \(call)", place))
        }
        if let tail = file.tail {
            facts.append(fact(.fileData, when, "\(tail) bytes behind the end of a \(content) file", place))
        }
        return facts
    }

    /// `elf, 12345 bytes; x86_64 executable; calls process (execve)`
    private static func native(_ file: PackageFile) -> String {
        let start = "\(file.record.content), \(file.record.size) bytes"
        if let native = file.native { return Excerpt.detail("\(start); \(native.summary)") }
        return Excerpt.detail("\(start); \(file.nativeFailure ?? "not read")")
    }

    private static func fact(_ code: FactCode, _ reach: Reach, _ detail: String, _ place: Place) -> WeightedFact {
        WeightedFact(Fact(code: code, reach: reach, detail: detail, place: place))
    }
}

/// Extensions of files that no one expects to be programs.
enum DataExtensions {
    private static let names: Set<String> = [
        "txt", "md", "rst", "json", "yml", "yaml", "xml", "html", "css", "svg", "csv", "lock", "map", "toml", "cfg",
        "ini", "png", "jpg", "jpeg", "gif", "webp", "ico", "bmp", "wav", "mp3", "ogg", "mp4", "webm", "ttf", "otf",
        "woff", "woff2", "eot", "pdf", "log", "dat", "license", "js", "mjs", "cjs", "ts", "py",
    ]
    private static let binaries: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "ico", "bmp", "wav", "mp3", "ogg", "mp4", "webm", "ttf", "otf", "woff",
        "woff2", "eot", "flac", "avif",
    ]

    /// The extension of a path when it is one of data or of source text.
    static func match(_ path: String) -> String? { of(path).flatMap { names.contains($0) ? $0 : nil } }

    /// The extension of a path when it is one of pictures, sound, film and fonts.
    static func binary(_ path: String) -> String? { of(path).flatMap { binaries.contains($0) ? $0 : nil } }

    private static func of(_ path: String) -> String? {
        let name = PathText.name(of: path)
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        return name[name.utf8.index(after: dot)...].lowercased()
    }
}
