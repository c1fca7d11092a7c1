/// The scripts of a manifest, which commands run by their names; each is read once.
struct PackageScripts {
    private let scripts: [String: String]
    private let reader: CodeReader
    private var known: [String: FileFindings] = [:]

    init(_ scripts: [String: String], _ reader: CodeReader) {
        self.scripts = scripts
        self.reader = reader
    }

    /// The findings of a command and of every script that it runs by name, as many as the limit allows.
    mutating func unfolded(
        _ command: String,
        _ scratch: inout CodeScratch,
        leftOut: inout [String]
    ) -> FileFindings {
        var all = reader.read(command: command, scratch: &scratch)
        var done: Set<String> = []
        var waiting = all.references.filter { $0.kind == .script }.map(\.name)
        while let name = waiting.popLast() {
            guard !done.contains(name) else { continue }
            guard done.count < reader.limits.nestedCommandsMax else {
                leftOut.append("more than \(reader.limits.nestedCommandsMax) scripts that run each other")
                break
            }
            done.insert(name)
            for script in ["pre" + name, name, "post" + name] {
                guard let text = scripts[script] else { continue }
                let inner = known[script] ?? reader.read(command: text, scratch: &scratch)
                known[script] = inner
                all.findings += inner.findings
                all.references += inner.references
                waiting += inner.references.filter { $0.kind == .script }.map(\.name)
            }
        }
        return all
    }
}
