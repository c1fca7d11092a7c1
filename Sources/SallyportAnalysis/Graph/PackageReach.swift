import SallyportModel

/// Which files of a package run, and when.
struct PackageReach {
    /// Each hook with the files that it leads to.
    let hooks: [(hook: DeclaredHook, files: Reachable)]
    /// What other tools run, with the files that it leads to.
    let planted: [(planted: PlantedHook, files: Reachable)]
    /// Everything that runs by itself, whoever starts it.
    let started: [(hook: DeclaredHook, files: Reachable)]
    /// What an import, or a call of the package's command, leads to.
    let load: Reachable
    /// Files that run on import, by position.
    let loaded: Set<Int>
    /// Files that run at installation, by position.
    let installed: Set<Int>
    /// Files that are no code, with the sources that run and name them.
    let reads: [Int: [Int]]
    /// Files that are to be read as code first.
    let wanted: [Reachable.Node]

    init(_ statement: PackageStatement, _ shelf: Shelf, limits: AnalysisLimits) {
        let graph = FileGraph(shelf, statement)
        let searching = graph.searching()
        var hooks: [(hook: DeclaredHook, files: Reachable)] = []
        var budget = FollowBudget(limits)
        for hook in statement.hooks.prefix(limits.hooksMax) {
            let references = hook.references + hook.findings.references
            let graph = hook.root.map { searching.rooted(at: $0) } ?? searching
            let files = Reachable(from: references, in: graph, files: shelf.files, limits: limits, budget: &budget)
            hooks.append((hook, files))
        }
        self.hooks = hooks
        budget = FollowBudget(limits)
        planted = statement.planted.map { planted in
            let references = planted.hook.references + planted.hook.findings.references
            let graph = planted.hook.root.map { graph.rooted(at: $0) } ?? graph
            return (
                planted, Reachable(from: references, in: graph, files: shelf.files, limits: limits, budget: &budget)
            )
        }
        budget = FollowBudget(limits)
        load = Reachable(
            from: statement.loadRoots,
            in: graph,
            files: shelf.files,
            limits: limits,
            budget: &budget
        )
        started = hooks + planted.filter(\.planted.isAutomatic).map { ($0.planted.hook, $0.files) }
        installed = Set(started.flatMap { $0.files.nodes.map(\.file) })
        var loaded = Set(load.nodes.map(\.file))
        if statement.loadsEverything {
            let modules = shelf.files.indices.filter { position in
                let file = shelf.files[position]
                return Self.isModule(file) && Self.isImportable(file.path, of: statement)
            }
            budget = FollowBudget(limits)
            loaded.formUnion(Self.imported(by: modules, in: graph, shelf, &budget))
        }
        self.loaded = loaded
        reads = DataReads(installed.union(loaded).sorted(), shelf, root: statement.root).reads
        wanted = hooks.flatMap(\.files.wanted) + load.wanted + planted.flatMap(\.files.wanted)
    }

    /// These modules with the ones that they name, wherever those lie: a folder's name says what is not looked for by
    /// itself, and nothing about what is imported. Beyond the budget every module counts.
    private static func imported(
        by modules: [Int],
        in graph: FileGraph,
        _ shelf: Shelf,
        _ budget: inout FollowBudget
    ) -> Set<Int> {
        var found = Set(modules)
        var waiting = modules
        while let position = waiting.popLast() {
            let file = shelf.files[position]
            for reference in file.ownFindings?.references ?? [] {
                budget.references -= 1
                guard budget.references >= 0, budget.comparisons >= 0 else {
                    return Set(shelf.files.indices.filter { isModule(shelf.files[$0]) })
                }
                for next in graph.resolve(reference, from: file.path, &budget)
                where isModule(shelf.files[next]) && found.insert(next).inserted { waiting.append(next) }
            }
        }
        return found
    }

    /// Whether a file is code of the package's own language.
    private static func isModule(_ file: PackageFile) -> Bool { file.language != nil && !isOther(file.language) }

    /// When a file runs.
    func reach(of file: Int) -> Reach {
        if installed.contains(file) { return .install }
        return loaded.contains(file) ? .load : .shipped
    }

    /// Whether a file is code of the installation for any hook.
    func isPrivate(_ file: Int) -> Bool {
        started.contains { $0.files.distance[file] != nil && isPrivate(file, of: $0.files, startedBy: $0.hook) }
    }

    /// Whether a file that a hook leads to is code of the installation, rather than the package's own code which the hook
    /// imports to read a version from: it is what the hook starts directly, or nothing else loads it.
    func isPrivate(_ file: Int, of files: Reachable, startedBy hook: DeclaredHook) -> Bool {
        (files.distance[file] == 0 && !hook.onlyImports) || !loaded.contains(file)
    }

    /// Whether a language is none of the package's own: what a command or another file must start.
    private static func isOther(_ language: Language?) -> Bool {
        switch language {
        case .gyp, .manifest, .make, .cmake, .rust, .shell, .javaScript: true
        default: false
        }
    }

    /// Whether a path lies in a folder of tests or of examples.
    static func isTest(_ path: String, below root: String) -> Bool {
        path.dropFirst(root.count).split(separator: "/").dropLast().contains { testFolders.contains($0) }
    }

    private static let testFolders: Set<Substring> = [
        "test", "tests", "_tests", "testing", "testdata", "test_data", "example", "examples", "doc", "docs",
        "benchmark", "benchmarks",
    ]

    private static let buildFolders: Set<Substring> = [
        "build", "buildutils", "build_tools", "tools", "tool", "scripts", "script", "ci", "setup", "bin", "util",
        "utils",
    ]

    /// Whether a module can be imported once the package is installed: all that is in folders and no test. Scripts
    /// beside `setup.py` are not installed.
    private static func isImportable(_ path: String, of statement: PackageStatement) -> Bool {
        let root = statement.root
        let parts = path.dropFirst(root.count).split(separator: "/")
        guard let first = parts.first else { return false }
        // Beside `setup.py` lie scripts; a project of one module has that one's name.
        if !root.isEmpty, parts.count == 1 { return statement.kind == .sdist && isNamed(first, statement.manifest) }
        if !root.isEmpty, first.hasPrefix("_") || buildFolders.contains(first) { return false }
        return !isTest(path, below: root)
    }

    private static func isNamed(_ file: Substring, _ manifest: Manifest?) -> Bool {
        guard let manifest, file.hasSuffix(".py") else { return false }
        let module = manifest.name.lowercased().map { $0 == "-" || $0 == "." ? "_" : $0 }
        return file.dropLast(3).lowercased().elementsEqual(module)
    }
}
