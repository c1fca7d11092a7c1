/// Who builds an extension of a gem, and what that one runs.
///
/// RubyGems looks for a word anywhere in the stated path (`Gem::Ext::Builder#builder_for`), and most of its builders then run
/// files of fixed names beside the one that is stated.
struct GemExtension {
    /// The kinds of builders, in the order in which RubyGems asks.
    enum Builder: String, CaseIterable {
        case extconf, configure, rake, cmake, cargo

        init?(of path: String) {
            let lowercased = path.lowercased()
            if path.contains("extconf") {
                self = .extconf
            } else if path.contains("configure") {
                self = .configure
            } else if lowercased.contains("rakefile") || lowercased.contains("mkrf_conf") {
                self = .rake
            } else if path.matches(of: "CMakeLists", "txt") {
                self = .cmake
            } else if path.matches(of: "Cargo", "toml") {
                self = .cargo
            } else {
                return nil
            }
        }
    }

    let builder: Builder?
    /// What is run or read, from the root of the gem.
    private(set) var references: [Reference] = []
    /// Why a part of what runs can't be known.
    private(set) var unknown: [String] = []
    /// Files that have to be there and are not.
    private(set) var missing: [String] = []
    /// Files that are read in part only: the hook is another one when they change.
    private(set) var marked: [String] = []

    private let path: String
    private let folder: String
    private let exists: (String) -> Bool

    /// What RubyGems does with a stated path; `exists` says whether the gem holds a file.
    init(_ path: String, exists: @escaping (String) -> Bool) {
        self.path = path
        self.exists = exists
        folder = PathText.folder(of: path)
        builder = Builder(of: path)
        switch builder {
        case .extconf: run(path, as: .ruby)
        case .configure: run(folder + "configure", as: .shell)
        case .rake: addRake()
        case .cmake:
            run(folder + "CMakeLists.txt", as: .cmake)
            marked = [folder + "CMakeLists.txt"].filter(exists)
        case .cargo: addCargo()
        case nil:
            // RubyGems refuses others; a later one may not.
            run(path, as: nil)
            unknown.append("an extension of an unknown kind")
        }
        if !exists(path), !missing.contains(path) { missing.append(path) }
        if builder != .rake, builder != .cargo, builder != nil { addMakefiles() }
    }

    private mutating func run(_ path: String, as language: Language?) {
        references.append(Reference(.path, path, as: language))
        if !exists(path) { missing.append(path) }
    }

    /// `mkrf_conf` first, then rake, which looks for its file from the folder upwards.
    private mutating func addRake() {
        if PathText.name(of: path).lowercased().contains("mkrf_conf") { run(path, as: .ruby) }
        var folder = folder[...]
        while true {
            let found = Self.rakefiles.map { folder + $0 }.filter(exists)
            references += found.map { Reference(.path, String($0), as: .ruby) }
            if !found.isEmpty || folder.isEmpty { break }
            folder = folder.dropLast()
            folder = folder[..<(folder.lastIndex(of: "/").map { folder.index(after: $0) } ?? folder.startIndex)]
        }
        rakeFolder = String(folder)
        // The one that is stated may be none that rake would find; it is code all the same.
        if !references.contains(where: { $0.name == path }), exists(path) {
            references.append(Reference(.path, path, as: .ruby))
        }
    }

    /// The folder of the file that rake found, with its slash: tasks lie in `rakelib` below it.
    private(set) var rakeFolder: String?

    /// A crate builds what it needs, and runs their build scripts, wherever they come from.
    private mutating func addCargo() {
        let script = folder + "build.rs"
        if exists(script) { references.append(Reference(.path, script, as: .rust)) }
        marked = [folder + "Cargo.toml", folder + "Cargo.lock", script].filter(exists)
        unknown.append("a crate, with the build scripts of all that it needs")
    }

    /// `make` runs after all others, and prefers another file to the one that was just written.
    private mutating func addMakefiles() {
        for name in Self.makefiles where exists(folder + name) {
            references.append(Reference(.path, folder + name, as: .make))
        }
    }

    private static let rakefiles = ["rakefile", "Rakefile", "rakefile.rb", "Rakefile.rb"]
    private static let makefiles = ["GNUmakefile", "makefile", "Makefile", "Makefile.in", "depend"]
}

extension String {
    /// Whether both words stand in it with one byte between them: the dot of a regular expression.
    fileprivate func matches(of first: String, _ second: String) -> Bool {
        let bytes = Array(utf8)
        let (first, second) = (Array(first.utf8), Array(second.utf8))
        let count = first.count + 1 + second.count
        guard bytes.count >= count else { return false }
        return (0...(bytes.count - count)).contains { start in
            bytes[start..<(start + first.count)].elementsEqual(first)
                && bytes[(start + first.count + 1)..<(start + count)].elementsEqual(second)
        }
    }
}
