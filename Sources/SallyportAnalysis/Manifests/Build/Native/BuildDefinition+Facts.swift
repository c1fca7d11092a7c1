import SallyportModel

extension BuildDefinition {
    /// States what the definition starts and fetches, as far as its constants say, and which further files it brings in,
    /// which are of a language.
    func state(bringing language: Language, in collector: inout FindingsCollector) {
        var found = FindingsCollector(limits: .standard)
        for command in commands { CommandReader.read(words: command.words, at: command.offset, into: &found) }
        for fetch in fetches {
            found.add(.capabilityNetwork, Excerpt.detail(fetch.words.joined(separator: " ")), at: fetch.offset, .use)
        }
        stateRuns(&found)
        // What a definition leaves to variables is most of it, and says nothing.
        found.forget([.hookUnreadable, .fileUnreadable])
        collector.join(found)
        for path in included { collector.add(Reference(.path, path, as: language)) }
        for path in scripts { collector.add(Reference(.path, path, as: .python)) }
        if hasMore {
            collector.add(.hookUnreadable, "a build definition with more than is read", at: 0, .sensitive)
        }
    }

    /// Commands that start what was fetched.
    private func stateRuns(_ collector: inout FindingsCollector) {
        guard !fetches.isEmpty else { return }
        var runners: [String: Int] = [:]
        for command in commands {
            for word in command.words where word.contains(".") {
                let name = PathText.name(of: word)
                if runners[name] == nil { runners[name] = command.offset }
            }
        }
        for fetch in fetches {
            let offsets = fetch.words.filter { !$0.contains("://") }.compactMap { runners[PathText.name(of: $0)] }
            guard let offset = offsets.min() else { continue }
            let detail = "runs what it fetches: \(fetch.words.first { $0.contains("://") } ?? "")"
            collector.add(.chainDownloadExecute, Excerpt.detail(detail), at: offset, .flow)
        }
    }
}
