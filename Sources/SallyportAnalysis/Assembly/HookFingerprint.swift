import SallyportModel

/// What a hook does, as one digest: a hook that does the same has the same, whatever the release's number.
enum HookFingerprint {
    /// Files of a hook that are listed.
    static let filesMax = 64

    /// The hook as a report keeps it.
    ///
    /// The fingerprint covers the command, the shape of every file that only the installation runs, and what those
    /// files and the package's own code that they import can do.
    static func hook(
        _ declared: DeclaredHook,
        _ files: Reachable,
        _ reach: PackageReach,
        _ shelf: Shelf,
        _ hashing: any ContentHashing
    ) -> Hook {
        var lines = ["\(declared.trigger)\n\(declared.command)"]
        lines += declared.marks
        lines += behaviour(declared.findings)
        for node in files.nodes {
            let file = shelf.files[node.file]
            let findings = node.language.flatMap { file.findings[$0] }
            if reach.isPrivate(node.file, of: files, startedBy: declared) {
                let shape = findings?.shape ?? file.record.digest
                lines.append("\(PathKey.comparable(file.path)) \(shape?.hex ?? "unread")")
            }
            if let findings { lines += behaviour(findings) }
        }
        let text = Array((lines.prefix(1) + Set(lines.dropFirst()).sorted()).joined(separator: "\n").utf8)
        return Hook(
            trigger: declared.trigger,
            command: Excerpt.detail(declared.command),
            files: files.nodes.prefix(filesMax).map { shelf.files[$0.file].path },
            fingerprint: hashing.sha256(text.span).hex
        )
    }

    private static func behaviour(_ findings: FileFindings) -> [String] {
        findings.findings.filter { $0.weight > .means }.map { "\($0.code.rawValue) \($0.detail)" }
    }
}
