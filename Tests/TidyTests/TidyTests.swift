import Foundation
import Testing

/// What a formatter and a compiler can't see, held over the whole checkout.
@Suite("The checkout is tidy")
struct TidyTests {
    /// Files above ``fileLinesMax`` lines, each with the reason; none may go beyond ``fileLinesEver``.
    private static let longFiles: [String: String] = [:]
    private static let fileLinesMax = 500
    private static let fileLinesEver = 800
    private static let functionLinesMax = 70
    private static let folderFilesMax = 15

    @Test("files are short")
    func fileLengths() {
        #expect(Checkout.swift.count > 100, "the checkout was not found")
        for file in Checkout.swift {
            let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            let limit = Self.longFiles[file.path] == nil ? Self.fileLinesMax : Self.fileLinesEver
            #expect(count <= limit, "\(file.path) has \(count) lines")
        }
        for path in Self.longFiles.keys { #expect(Checkout.exists(path), "\(path) is gone, and its exception with it") }
    }

    @Test("functions fit a screen")
    func functionLengths() {
        for file in Checkout.swift {
            for function in FunctionLengths.functions(in: file.code)
            where function.lineCount > Self.functionLinesMax {
                Issue.record("\(file.path):\(function.line) `\(function.name)` has \(function.lineCount) lines")
            }
        }
    }

    @Test("folders hold what belongs together, and not more")
    func folderSizes() {
        let folders = Dictionary(grouping: Checkout.swift) { file in
            file.path.split(separator: "/").dropLast().joined(separator: "/")
        }
        for (folder, files) in folders {
            #expect(files.count <= Self.folderFilesMax, "\(folder) holds \(files.count) files")
        }
    }

    @Test("no layer does what is not its business")
    func bannedWords() throws {
        for file in Checkout.shipped {
            let layer = try #require(Layer(path: file.path))
            let uses = BannedWords.uses(of: BannedWords.words(for: layer), in: file.code)
            #expect(uses == [], "\(file.path)")
        }
    }

    @Test("the core imports what it was given, and nothing else")
    func imports() throws {
        for file in Checkout.shipped {
            guard let allowed = try #require(Layer(path: file.path)).foreignModules else { continue }
            let foreign = BannedWords.imports(in: file.code).filter { module in
                !module.hasPrefix("Sallyport") && !module.hasPrefix("Ecosystem") && !allowed.contains(module)
            }
            #expect(foreign == [], "\(file.path)")
        }
    }

    @Test("unsafe code says why it is safe")
    func safety() {
        for file in Checkout.shipped {
            #expect(SafetyNotes.unexplained(in: file.text, code: file.code) == [], "\(file.path)")
        }
    }

    @Test("nothing is left for later in a comment")
    func leftovers() {
        let marks = [["TO", "DO"], ["FIX", "ME"], ["XX", "X:"]].map { $0.joined() }
        for file in Checkout.swift + Checkout.files(["sh", "md", "yaml", "yml"]) {
            for mark in marks { #expect(!SwiftCode.holds(file.text, mark), "\(file.path) says \(mark)") }
        }
    }

    @Test("no public registry is named")
    func hostNames() {
        let files = Checkout.files(["swift", "md", "sh", "yaml", "yml", "json", "txt", "toml", "html", "py", "js", ""])
        #expect(files.count > 100)
        for file in files { #expect(HostNames.found(in: file.text) == [], "\(file.path)") }
    }

    @Test("links in documents lead somewhere")
    func links() {
        for file in Checkout.files(["md"]) {
            let broken = MarkdownLinks.broken(in: file.text, at: file.path) { path in
                guard Checkout.exists(path) else { return nil }
                return (try? String(contentsOf: Checkout.root.appending(path: path), encoding: .utf8)) ?? ""
            }
            #expect(broken == [], "\(file.path)")
        }
    }

    @Test("nothing is tracked that a build makes")
    func tracked() throws {
        guard let tracked = Checkout.tracked() else { return }
        let made = tracked.filter { path in
            // The packages of the corpora may have folders of any name.
            guard !path.hasPrefix("Detection/") else { return false }
            return path.hasSuffix("Package.resolved")
                || path.split(separator: "/").contains { $0 == ".build" || $0 == "data" }
        }
        #expect(made == [])
    }
}
