import FoundationEssentials
import SystemPackage

/// The address of a private gate, which ends with its run and should stand in no lockfile after it.
///
/// A client writes into its lockfile where it got each package. The port of a private gate means nothing to anyone
/// else, and nothing to the next run.
struct PassingAddress: Sendable {
    private static let npmLockfiles = [
        "package-lock.json", "npm-shrinkwrap.json", "node_modules/.package-lock.json", "yarn.lock", "pnpm-lock.yaml",
    ]
    private static let pypiLockfiles = ["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"]

    let gate: GateAddresses
    /// The project's folder.
    let folder: String

    /// Replaces it by the registry's in the lockfiles of npm, yarn and pnpm: a direct install would have written that.
    /// Nothing else in them changes.
    func replace(byRegistry registry: String) {
        for name in Self.npmLockfiles {
            guard let (path, text) = text(name) else { continue }
            let replaced = text.replacing(gate.npm, with: registry)
            guard replaced != text else { continue }
            do {
                try ReplacedFile.write(replaced, to: path)
            } catch {
                Streams.note("sallyport: `\(name)` names the gate that has ended, and can't be changed: \(error)")
            }
        }
    }

    /// The Python lockfiles that name it: files of an index have addresses that only the gate knows.
    func remaining() -> [String] {
        Self.pypiLockfiles.filter { text($0)?.text.contains(gate.pypi) ?? false }
    }

    private func text(_ name: String) -> (path: String, text: String)? {
        let path = FilePath(folder).appending(name).string
        guard FileManager.default.fileExists(atPath: path),
            let text = try? FileContent.text(path, bytesMax: Lockfiles.fileBytesMax)
        else { return nil }
        return (path, text)
    }
}
