import Foundation
import SallyportTesting
import Testing

/// gem and Bundler, with a home and folders for gems of their own.
struct Ruby: Sendable {
    let workplace: Workplace
    /// The source that is asked, with a slash at the end.
    let source: String
    /// Gems are installed here; every one that is already there counts.
    let home: URL

    /// The condition of a test that installs gems.
    static func isNeeded() throws -> Bool {
        try Needed.isThere(
            Tool.path(of: "gem") != nil && Tool.path(of: "bundle") != nil,
            "gem and bundler are not installed",
            environment: ProcessInfo.processInfo.environment
        )
    }

    init(_ server: Sallyport) throws {
        try self.init(server.workplace, source: "\(server.url)/rubygems/")
    }

    init(_ workplace: Workplace, source: String) throws {
        self.workplace = workplace
        self.source = source
        home = try workplace.makeFolder("ruby-\(UUID().uuidString)")
    }

    /// Debian's own gems, of which Bundler is one, are on the path; none of the machine's settings are.
    func environment(_ more: [String: String] = [:]) -> [String: String] {
        let own = [
            "GEM_HOME": home.appendingPathComponent("gems").path, "BUNDLE_SILENCE_ROOT_WARNING": "1",
            "BUNDLE_PATH": home.appendingPathComponent("bundle").path, "BUNDLE_RETRY": "0", "BUNDLE_JOBS": "2",
        ]
        return Workplace.environment(home: home, own.merging(more) { $1 })
    }

    func gem(_ words: String...) async throws -> Outcome {
        let command = ["gem"] + words + (words.first == "install" ? ["--no-document"] : [])
        let source = ["--clear-sources", "--source", source]
        return try await Tool.run(command + source, in: home, environment: environment())
    }

    /// Runs Bundler in a project of one gem.
    func bundle(_ words: String..., project: String = "app", more: [String: String] = [:]) async throws -> Outcome {
        let folder = home.appendingPathComponent(project)
        return try await Tool.run(["bundle"] + words, in: folder, environment: environment(more))
    }

    /// Writes the Gemfile of a project.
    func write(gemfile requirement: String, source other: String? = nil, project: String = "app") throws {
        let folder = home.appendingPathComponent(project)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try "source '\(other ?? source)'\n\(requirement)\n"
            .write(to: folder.appendingPathComponent("Gemfile"), atomically: true, encoding: .utf8)
    }

    func lockfile(project: String = "app") throws -> String {
        try String(contentsOf: home.appendingPathComponent("\(project)/Gemfile.lock"), encoding: .utf8)
    }

    func write(lockfile: String, project: String = "app") throws {
        let file = home.appendingPathComponent("\(project)/Gemfile.lock")
        try lockfile.write(to: file, atomically: true, encoding: .utf8)
    }

    /// The versions of a gem that are installed, by gem or by Bundler.
    func installed(_ name: String) -> [String] {
        var found: Set<String> = []
        for folder in ["gems", "bundle"] {
            let files = FileManager.default.enumerator(
                at: home.appendingPathComponent(folder),
                includingPropertiesForKeys: nil
            )
            while let file = files?.nextObject() as? URL {
                let last = file.lastPathComponent
                guard last.hasPrefix("\(name)-"), last.hasSuffix(".gemspec") else { continue }
                found.insert(String(last.dropFirst(name.count + 1).dropLast(".gemspec".count)))
            }
        }
        return found.sorted()
    }

    /// Takes what is installed away, and what Bundler keeps of indexes and gems.
    func forget() {
        for folder in ["gems", "bundle", ".bundle", ".gem", ".cache", ".local"] {
            try? FileManager.default.removeItem(at: home.appendingPathComponent(folder))
        }
    }

    /// What Bundler keeps of an index: a file of the compact index below its cache.
    func kept(_ path: String) -> String? {
        keptFile(path).flatMap { try? String(contentsOf: $0, encoding: .utf8) }
    }

    /// The MD5 of such a file.
    func digest(ofKept path: String) async throws -> String {
        let file = try #require(keptFile(path))
        let outcome = try await Tool.run(["md5sum", file.path], in: home, environment: environment())
        return String(outcome.standardOutput.prefix(32))
    }

    private func keptFile(_ path: String) -> URL? {
        let cache = home.appendingPathComponent(".bundle/cache/compact_index")
        let sources = try? FileManager.default.contentsOfDirectory(atPath: cache.path)
        return sources?.first.map { cache.appendingPathComponent("\($0)/\(path)") }
    }
}
