import SallyportLexing
import SallyportModel

/// A file whose lines an interpreter runs at its start: `.pth`, and since Python 3.15 `.start` (PEP 829).
struct StartFile {
    enum Kind: String {
        case pth, start

        /// The kind of a file's name.
        init?(_ name: String) {
            guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
            self.init(rawValue: name[name.utf8.index(after: dot)...].lowercased())
        }
    }

    /// Lines that run which are read one by one.
    static let linesMax = 16

    private let path: String
    private let kind: Kind
    /// The lines that may run, with their numbers; absent when the file can't be read.
    private let commands: [(number: Int, text: String)]?
    /// Folders that a `.pth` file adds to the path of modules, relative to its own.
    private(set) var folders: Set<String> = []

    init(_ file: PackageFile, _ kind: Kind, _ shelf: Shelf) {
        path = file.path
        self.kind = kind
        guard let bytes = shelf.manifest(at: file.path), let text = String(validating: bytes, as: UTF8.self) else {
            commands = nil
            return
        }
        var commands: [(Int, String)] = []
        for line in StartLines.read(text) {
            if line.text.hasPrefix("#") || line.text.trimmed.isEmpty { continue }
            switch kind {
            case .start: commands.append((line.number, line.text))
            case .pth where line.text.hasPrefix("import ") || line.text.hasPrefix("import\t"):
                commands.append((line.number, line.text))
            case .pth:
                if let folder = PathText.resolve(line.text.trimmed, in: "") { folders.insert(folder + "/") }
            }
        }
        self.commands = commands
    }

    /// One hook for each line that runs; none for a file that only adds folders.
    func hooks(reader: CodeReader, _ scratch: inout CodeScratch) -> [DeclaredHook] {
        guard let commands else {
            var hook = DeclaredHook(trigger: kind.rawValue, command: path, place: Place(path: path))
            hook.unreadable = [path]
            return [hook]
        }
        var hooks: [DeclaredHook] = []
        for (number, text) in commands.prefix(Self.linesMax) {
            let place = Place(path: path, line: number, excerpt: Excerpt.of(text))
            var hook = DeclaredHook(trigger: kind.rawValue, command: text, place: place)
            switch kind {
            case .pth: hook.findings = reader.read(Array(text.utf8).span, as: .python, scratch: &scratch)
            case .start:
                let module = text.split(separator: ":").first.map { $0.trimmed } ?? text
                hook.references = [Reference(.module, module, as: .python)]
            }
            hooks.append(hook)
        }
        if commands.count > Self.linesMax, var last = hooks.popLast() {
            last.unreadable.append(path)
            hooks.append(last)
        }
        return hooks
    }
}

/// Lines as Python splits them, which before 3.13 was at line feeds and carriage returns, and is since at all that
/// `str.splitlines` takes for the end of a line.
enum StartLines {
    static func read(_ text: String) -> [(number: Int, text: String)] {
        var lines: [(number: Int, text: String)] = []
        var number = 1
        var outer = String.UnicodeScalarView()
        var inner = String.UnicodeScalarView()
        var isSplit = false
        func flush(_ view: inout String.UnicodeScalarView) {
            if !view.isEmpty { lines.append((number, String(view))) }
            view = String.UnicodeScalarView()
        }
        let start = text.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
        for scalar in text.unicodeScalars.dropFirst(start) {
            switch scalar {
            case "\n", "\r":
                if isSplit { flush(&outer) }
                outer = String.UnicodeScalarView()
                flush(&inner)
                isSplit = false
                if scalar == "\n" { number += 1 }
            case "\u{0B}", "\u{0C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}":
                flush(&inner)
                outer.append(scalar)
                isSplit = true
            default:
                outer.append(scalar)
                inner.append(scalar)
            }
        }
        if isSplit { flush(&outer) }
        flush(&inner)
        return lines
    }
}
