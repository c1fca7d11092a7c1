import SallyportLexing
import SallyportModel

/// What `Cargo.toml` and cargo's configuration make a build fetch and run beside the package's own code.
enum CargoManifest {
    /// States the crates that a build fetches, whose own build scripts it runs, by name and where they come from; and the
    /// code of this package that it runs: a build script of another name, macros, and what a build script is linked with.
    static func read(_ bytes: [UInt8], in folder: String, into hook: inout DeclaredHook) {
        guard let document = try? TOMLDocument(bytes.span) else {
            return folder.isEmpty ? hook.unreadable.append("Cargo.toml") : ()
        }
        if let script = document["package", "build"]?.string {
            hook.doing.insert("runs \(script)")
            // One of the usual name is read already.
            if !script.hasSuffix("build.rs") { hook.references.append(Reference(.path, folder + script, as: .rust)) }
        }
        if document["lib", "proc-macro"] == .bool(true) || document["lib", "proc_macro"] == .bool(true) {
            let path = document["lib", "path"]?.string ?? "src/lib.rs"
            hook.references.append(Reference(.path, folder + path, as: .rust))
        }
        if case .table(let crates)? = document["build-dependencies"] {
            for crate in crates.prefix(64) {
                guard let path = crate.value["path"]?.string else { continue }
                hook.references.append(Reference(.path, folder + path + "/src/lib.rs", as: .rust))
            }
        }
        // An inner crate fetches nothing that the whole does not.
        guard folder.isEmpty else { return }
        var tables: [TOMLValue?] = [
            document["dependencies"], document["build-dependencies"], document["workspace", "dependencies"],
            document["patch"], document["replace"],
        ]
        if case .table(let targets) = document["target"] {
            tables += targets.flatMap { [$0.value["dependencies"], $0.value["build-dependencies"]] }
        }
        // What is patched is one level deeper, by its registry.
        if case .table(let registries) = document["patch"] { tables += registries.map(\.value) }
        for case .table(let crates)? in tables {
            for crate in crates { hook.doing.insert("fetches the crate \(crate.key)\(source(of: crate.value))") }
        }
    }

    private static func source(of value: TOMLValue) -> String {
        for key in ["git", "registry", "registry-index", "package"] {
            if let text = value[key]?.string { return " (\(key) \(text))" }
        }
        return ""
    }

    /// States what cargo runs in place of the compiler, or fetches from elsewhere, as its configuration says.
    static func read(configuration bytes: [UInt8], into hook: inout DeclaredHook) {
        guard let document = try? TOMLDocument(bytes.span) else { return hook.unreadable.append(".cargo/config.toml") }
        var waiting = [(path: "", value: document.value([]))]
        while let (path, value) = waiting.popLast() {
            if case .table(let members)? = value {
                waiting += members.map { (path.isEmpty ? $0.key : "\(path).\($0.key)", $0.value) }
                continue
            }
            guard let key = path.split(separator: ".").last else { continue }
            let texts = value?.string.map { [$0] } ?? value?.strings ?? []
            switch key {
            case "rustc", "rustc-wrapper", "rustc-workspace-wrapper", "rustdoc", "linker", "runner", "ar":
                hook.doing.insert("runs \(texts.joined(separator: " ")) for \(path)")
                hook.references += texts.map { Reference(.path, $0) }
            case "registry", "index", "git", "replace-with", "rustflags":
                hook.doing.insert("\(path) is \(texts.joined(separator: " "))")
            default: continue
            }
        }
    }
}
