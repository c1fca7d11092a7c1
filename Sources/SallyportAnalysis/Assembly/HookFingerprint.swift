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
        _ shapes: HookShapes,
        _ hashing: any ContentHashing
    ) -> Hook {
        var lines = ["\(declared.trigger)\n\(declared.command)"]
        lines += declared.marks + declared.doing
        lines += behaviour(declared.findings)
        var does = HookDoing.of(declared.findings, isOwn: true).union(declared.doing)
        var hosts: Set<String> = []
        for node in files.nodes {
            let file = shelf.files[node.file]
            let findings = node.language.flatMap { file.findings[$0] }
            let isOwn = reach.isPrivate(node.file, of: files, startedBy: declared)
            if let findings {
                let isCode = node.language != .shell && node.language != .gyp
                does.formUnion(HookDoing.of(findings, isOwn: isOwn, isCode: isCode))
                if isOwn { hosts.formUnion(findings.hosts.map(\.host)) }
            }
            if NativeContent.isNative(file.record.content), isOwn { does.insert(starting(file.record)) }
            if isOwn {
                let shape = shapes.shape(of: file, as: node.language) ?? file.record.digest
                lines.append("\(PathKey.comparable(file.path)) \(shape?.hex ?? "unread")")
            }
            if let findings { lines += behaviour(findings) }
        }
        // To whom it talks is somewhere in the texts of its files, whatever stands in the call.
        if does.contains(FactCode.capabilityNetwork.rawValue) {
            does.formUnion(hosts.map { "\(FactCode.capabilityNetwork.rawValue) \($0)" })
        }
        let text = Array((lines.prefix(1) + Set(lines.dropFirst()).sorted()).joined(separator: "\n").utf8)
        return Hook(
            trigger: declared.trigger,
            command: Excerpt.detail(declared.command),
            files: files.nodes.prefix(filesMax).map { shelf.files[$0.file].path },
            fingerprint: hashing.sha256(text.span).hex,
            does: HookDoing.listed(does, hashing)
        )
    }

    /// What a program does nobody reads, so another one does something else.
    private static func starting(_ file: FileRecord) -> String {
        "starts \(file.content) \(file.digest?.hex.prefix(16) ?? "")"
    }

    private static func behaviour(_ findings: FileFindings) -> [String] {
        findings.findings.filter { $0.weight > .means }.map { "\($0.code.rawValue) \($0.detail)" }
    }
}

/// What a hook does, in words that are the same in two releases when they do the same.
enum HookDoing {
    /// Things that are listed.
    static let countMax = 256

    /// As many things as a report lists; the rest is one more, by its digest, so that no change among them is missed.
    static func listed(_ does: Set<String>, _ hashing: any ContentHashing) -> [String] {
        let sorted = does.sorted()
        guard sorted.count > countMax else { return sorted }
        let rest = Array(sorted[(countMax - 1)...].joined(separator: "\n").utf8)
        return sorted.prefix(countMax - 1) + ["~ and more: \(hashing.sha256(rest.span).hex.prefix(16))"]
    }

    /// Codes whose particulars differ from release to release of honest builds.
    private static let general: Set<FactCode> = [
        .capabilityProcess, .capabilityEnvironment, .capabilityDynamicCode, .capabilityNativeLoading,
        .capabilitySystemInformation, .capabilityGating, .capabilityWriteOutside, .fileUnreadable, .hookUnreadable,
    ]

    /// What the findings say; of the package's own code that a hook imports, only what was followed from end to end.
    ///
    /// A request of code is one whatever the call is named; the hosts of its files say to whom.
    static func of(_ findings: FileFindings, isOwn: Bool, isCode: Bool = false) -> Set<String> {
        var does: Set<String> = []
        for finding in findings.findings where finding.weight > .means && (isOwn || finding.weight == .flow) {
            let isPlain =
                (general.contains(finding.code) || isCode && finding.code == .capabilityNetwork)
                && finding.weight < .sensitive
            does.insert(
                isPlain ? finding.code.rawValue : "\(finding.code.rawValue) \(VersionMarks.without(finding.detail))"
            )
        }
        return does
    }
}
