import SallyportModel

/// What a package states of itself through its manifests: what runs, what is loaded, what it needs.
struct PackageStatement {
    /// The kind of package.
    let kind: PackageKind
    /// Name and version; absent when the manifest is missing or broken.
    var manifest: Manifest?
    /// The name of the file that it says it is, where its kind has one; absent for the others.
    var filename: String?
    /// What runs by itself.
    var hooks: [DeclaredHook] = []
    /// What other tools run of what the package ships for them.
    var planted: [PlantedHook] = []
    /// Scripts that commands name (`npm run NAME`).
    var scripts: [String: String] = [:]
    /// What runs when the package is imported or its command is called.
    var loadRoots: [Reference] = []
    /// Whether every module that is no test can be imported by its path, so that all of them count as loaded.
    var loadsEverything = false
    /// Packages that this one brings along in `node_modules`, by their folder with its slash: their entry points.
    var bundled: [String: [String]] = [:]
    /// Commands of the package, and of those that it brings along, by name: paths from the root.
    var programs: [String: [String]] = [:]
    /// Files behind the names that the package gives to its own parts (`#name`).
    var imports: [String] = []
    /// Folders in which modules are looked for, with their slash.
    var moduleFolders: [String] = [""]
    /// The folder that everything lies in, with its slash.
    var root = ""
    /// Declared dependencies.
    var dependencies: [Dependency] = []
    /// Facts about the manifests themselves.
    var facts: [Fact] = []

    init(_ kind: PackageKind) {
        self.kind = kind
    }
}

/// One thing that runs by itself, before it is followed into the package.
struct DeclaredHook {
    /// What triggers it.
    let trigger: String
    /// The command or the file.
    let command: String
    /// Where it is declared.
    let place: Place
    /// The folder in which it runs, with its slash, where that is not the package's own: a package brought along.
    var root: String?
    /// What the command itself says.
    var findings = FileFindings()
    /// Files that it runs besides those that the command names.
    var references: [Reference] = []
    /// Files that decide what it runs and that can't be read.
    var unreadable: [String] = []
    /// Why a part of what it runs can't be known.
    var unknown: [String] = []
    /// What else, if it changes, makes this another hook.
    var marks: [String] = []
    /// What it does, as far as it is known by other means than by reading code: see ``HookDoing``.
    var doing: Set<String> = []
    /// Whether it runs a program, or code of Python, of which nothing says where it is.
    var runsUnknown = false
    /// Whether nothing declares it: the build may run it, and no report lists it. What it does counts all the same.
    var isImplied = false
    /// Whether the build imports its files for a value that they define, so that of the package's own code only what is
    /// followed from end to end counts.
    var onlyImports = false

    /// A hook of which nothing is known but the file that would say it.
    static func unreadable(_ trigger: String, _ path: String) -> DeclaredHook {
        var hook = DeclaredHook(trigger: trigger, command: PathText.name(of: path), place: Place(path: path))
        hook.unreadable = [path]
        return hook
    }
}
