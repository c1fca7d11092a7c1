import FoundationEssentials
import SallyportUpstream
import SystemPackage

/// A lockfile that sends its client past a server.
struct LockfileFinding: Sendable, Hashable {
    /// The file's name.
    let file: String
    /// The file's kind.
    let kind: LockfileKind
    /// The origin that it names.
    let origin: WebOrigin
    /// Whether npm can be told to replace the host.
    let isReplaceable: Bool
    /// How often.
    let count: Int

    /// What it does, and what to do.
    var sentence: String {
        let advice = kind.advice(replaceableHost: isReplaceable ? origin.host : nil)
        return "`\(file.printable)` names \(origin) \(Words.count(count, "time")): \(advice)."
    }

    /// Whether its client asks the gate instead once `host` is replaced.
    func isRedirected(byReplacing host: String?) -> Bool {
        kind == .npm && isReplaceable && origin.host == host
    }
}

/// The lockfiles of a folder.
struct Lockfiles: Sendable {
    /// Longest lockfile that is read, in bytes.
    static let fileBytesMax = 64 * 1_024 * 1_024
    /// Most lockfiles that are read.
    static let filesMax = 32

    /// The folder that the client works in.
    let folder: String

    /// What leads past the server at `base`, by file and by how often.
    func findings(besides base: String) -> [LockfileFinding] {
        let server = WebURL(base)?.origin
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let kinds = names.sorted().compactMap { name in LockfileKind(filename: name).map { (name, $0) } }
        return kinds.prefix(Self.filesMax).flatMap { name, kind -> [LockfileFinding] in
            let path = FilePath(folder).appending(name).string
            guard let text = try? FileContent.text(path, bytesMax: Self.fileBytesMax) else { return [] }
            return LockfileScan(text, kind: kind).addresses()
                .filter { $0.key.origin != server }
                .map {
                    LockfileFinding(
                        file: name,
                        kind: kind,
                        origin: $0.key.origin,
                        isReplaceable: kind == .npm && $0.key.isAtRoot,
                        count: $0.value
                    )
                }
                .sorted { ($1.count, $0.origin.description) < ($0.count, $1.origin.description) }
        }
    }

    /// The host that npm can replace by its registry's: of those, the one that its lockfile names most often.
    static func npmHostToReplace(in findings: [LockfileFinding]) -> String? {
        findings.filter(\.isReplaceable).max { $0.count < $1.count }?.origin.host
    }
}
