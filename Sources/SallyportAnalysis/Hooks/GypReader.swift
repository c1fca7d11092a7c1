import SallyportLexing
import SallyportModel

/// What one gyp file runs and which other files it brings in.
///
/// gyp runs expansions while it reads its files, and actions and rules while it builds. A file is read as gyp because it is
/// named by another one, whatever its own name is.
enum GypReader {
    /// States what a file does; one that can't be read is itself a finding.
    static func read(_ bytes: Span<UInt8>, into collector: inout FindingsCollector) {
        let document: GypDocument
        do {
            document = try GypDocument(bytes)
        } catch {
            collector.add(
                .hookUnreadable,
                "a gyp file that can't be read: \(error.code.rawValue)",
                at: error.offset,
                .sensitive
            )
            return
        }
        for expansion in document.commandExpansions { run(expansion, &collector) }
        if document.commandExpansions.count >= GypCommandExpansion.countMax {
            collector.add(.hookUnreadable, "a gyp file with more commands than are read", at: 0, .sensitive)
        }
        for action in document.actions {
            let words = action.command.map { known($0) }
            CommandReader.read(words: words, at: action.offset, into: &collector)
        }
        for condition in document.conditions where isProgram(condition.value) {
            collector.add(.hookUnreadable, "a gyp condition that is a program", at: condition.offset, .sensitive)
        }
        follow(document.root, &collector)
    }

    private static func run(_ expansion: GypCommandExpansion, _ collector: inout FindingsCollector) {
        let offset = expansion.offset
        guard !expansion.isComposed else {
            collector.add(.hookUnreadable, "a gyp command that is put together", at: offset, .sensitive)
            return
        }
        switch expansion.function {
        case "":
            CommandReader.read(known(expansion.command), at: offset, into: &collector)
        case "pymod_do_main":
            // gyp imports the module with the file's own folder in front of the search path.
            let module = expansion.command.words.first ?? ""
            collector.add(Reference(.module, String(module), as: .python))
        default:
            collector.add(.hookUnreadable, "a gyp function that is not known", at: offset, .sensitive)
        }
    }

    /// gyp's own names for the package's folder are a dot; any other variable is not known.
    private static func known(_ text: String) -> String {
        var output = text
        for name in ["module_root_dir", "DEPTH", "PRODUCT_DIR_ABS"] {
            output = output.replacing("<(\(name))", with: ".").replacing("<@(\(name))", with: ".")
        }
        return output
    }

    /// Whether a condition does more than compare: gyp evaluates it as Python without the names of Python.
    private static func isProgram(_ text: String) -> Bool {
        text.contains("__") || text.contains("lambda") || text.contains(" for ")
    }

    /// `includes`, and the files in which `dependencies` stand, at any depth and under any condition.
    private static func follow(_ root: GypValue, _ collector: inout FindingsCollector) {
        var waiting: [(key: String, value: GypValue)] = [("", root)]
        while let (key, value) = waiting.popLast() {
            switch value {
            case .literal: break
            case .string(let string):
                if key == "includes" { bringIn(string.value, at: string.offset, &collector) }
                if key == "dependencies" || key == "export_dependent_settings" {
                    depend(string.value, at: string.offset, &collector)
                }
            case .list(let elements): waiting += elements.map { (key, $0) }
            case .dictionary(let members): waiting += members.map { (plain($0.key.value), $0.value) }
            }
        }
    }

    /// A key without gyp's merge operators.
    private static func plain(_ key: String) -> String {
        var name = key[...]
        while let last = name.last, "=+?!/%".contains(last) { name = name.dropLast() }
        return String(name)
    }

    private static func bringIn(_ path: String, at offset: Int, _ collector: inout FindingsCollector) {
        let path = known(path)
        guard !path.contains("("), path.utf8.count <= pathBytesMax else {
            collector.add(.hookUnreadable, "a gyp file that a variable names", at: offset, .sensitive)
            return
        }
        collector.add(Reference(.path, path, as: .gyp))
    }

    /// `folder/file.gyp:target#toolset`
    private static func depend(_ text: String, at offset: Int, _ collector: inout FindingsCollector) {
        let text = known(text)
        if text.contains("(") {
            if !isOfAnotherPackage(text) {
                collector.add(.hookUnreadable, "a gyp dependency that is put together", at: offset, .sensitive)
            }
            return
        }
        let path = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard !path.isEmpty else { return }
        bringIn(String(path), at: offset, &collector)
    }

    /// `<!(node -p "require('node-addon-api').gyp"):target`: the build file of a package that stands on its own account.
    private static func isOfAnotherPackage(_ text: String) -> Bool {
        let bare = text.filter { $0 != "'" && $0 != "\"" && $0 != "\\" }
        for start in ["<!(node -p require(", "<!@(node -p require(", "<!(node --print require("]
        where bare.hasPrefix(start) {
            let rest = bare.dropFirst(start.count)
            guard let first = rest.first, first == "@" || first.isLetter, !rest.contains("..") else { return false }
            return rest.count { $0 == "(" } == 0 && rest.count { $0 == ")" } == 2
                && rest.allSatisfy { $0.isLetter || $0.isNumber || "@/._-):".contains($0) }
        }
        return false
    }

    private static let pathBytesMax = 1024
}
