import SallyportModel

/// Facts about what runs by itself: that it does, and what of it can't be seen.
enum HookFacts {
    static func facts(_ statement: PackageStatement, _ reach: PackageReach, _ shelf: Shelf) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        for (hook, files) in reach.hooks {
            let detail = Excerpt.detail("\(hook.trigger): \(hook.command)")
            if !hook.isImplied {
                facts.append(
                    WeightedFact(Fact(code: .hookDeclared, reach: .install, detail: detail, place: hook.place))
                )
            }
            facts += unreadable(hook, files, shelf)
            facts += targets(hook, files, reach, shelf)
            for finding in hook.findings.findings
            where finding.code.isCapability && finding.isTelling || finding.code.isHiding
                || finding.code == .fileUnreadable || finding.code == .hookUnreadable
            {
                let fact = Fact(code: finding.code, reach: .install, detail: finding.detail, place: hook.place)
                facts.append(WeightedFact(fact, finding.weight))
            }
        }
        return facts
    }

    /// Bytes of code that an installation starts before they are too many to look at.
    static let targetBytesMax = 192 << 10

    /// What it starts that nobody looks at: very large scripts, and files in hidden folders.
    private static func targets(
        _ hook: DeclaredHook,
        _ files: Reachable,
        _ reach: PackageReach,
        _ shelf: Shelf
    ) -> [WeightedFact] {
        var facts: [WeightedFact] = []
        for node in files.nodes where node.language != nil {
            guard facts.count < 8, reach.isPrivate(node.file, of: files, startedBy: hook) else { continue }
            let file = shelf.files[node.file]
            let reason: String
            if file.record.size > targetBytesMax {
                reason = "\(file.path) is \(file.record.size) bytes of code"
            } else if file.path.split(separator: "/").dropLast().contains(where: { $0.hasPrefix(".") && $0.count > 2 })
            {
                reason = "\(file.path) is in a hidden folder"
            } else {
                continue
            }
            let detail = Excerpt.detail("\(hook.trigger): \(reason)")
            let place = Place(path: file.path)
            facts.append(WeightedFact(Fact(code: .hookTarget, reach: .install, detail: detail, place: place)))
        }
        return facts
    }

    private static func unreadable(_ hook: DeclaredHook, _ files: Reachable, _ shelf: Shelf) -> [WeightedFact] {
        var reasons: [(String, Place)] = hook.unreadable.map { ("\($0) can't be read", Place(path: $0)) }
        reasons += hook.unknown.map { ($0, hook.place) }
        reasons += files.escaping.map { ("\($0.name) is not in the package", hook.place) }
        if files.isTruncated { reasons.append(("it leads to more files than are followed", hook.place)) }
        for node in files.nodes {
            let file = shelf.files[node.file]
            let content = file.record.content
            if let reason = file.unread, node.language != nil {
                reasons.append(("\(file.path): \(reason)", Place(path: file.path)))
            } else if node.language == nil, files.distance[node.file] == 0, !NativeContent.isNative(content),
                !ContentKind.mayBeSource(content)
            {
                reasons.append(("\(file.path) is \(content)", Place(path: file.path)))
            } else if content.hasPrefix("script:"), file.language == nil, node.language?.isDefinition != true,
                ContentKind.language(of: content) == nil
            {
                let what = content.dropFirst(7)
                reasons.append(("\(file.path) is for \(what), which is not read", Place(path: file.path)))
            }
        }
        return reasons.prefix(8).map { reason, place in
            let detail = Excerpt.detail("\(hook.trigger): \(reason)")
            return WeightedFact(Fact(code: .hookUnreadable, reach: .install, detail: detail, place: place))
        }
    }
}
