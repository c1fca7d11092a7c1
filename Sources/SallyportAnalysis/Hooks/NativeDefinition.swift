import SallyportModel

/// The definition of a native build that a gem's extension names: `CMakeLists.txt`, or a crate's `build.rs`.
enum NativeDefinition {
    /// States what the definition starts and fetches, as far as its constants say, and which further ones it brings in.
    static func read(_ bytes: Span<UInt8>, named name: String, into collector: inout FindingsCollector) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for index in 0..<bytes.count { text.append(bytes[index]) }
        let definition = BuildDefinition(text, named: name)
        var inner = FindingsCollector(limits: .standard)
        for command in definition.commands {
            CommandReader.read(words: command.words, at: command.offset, into: &inner)
        }
        for fetch in definition.fetches {
            let detail = Excerpt.detail(fetch.words.joined(separator: " "))
            inner.add(.capabilityNetwork, detail, at: fetch.offset, .use)
        }
        var found = inner.findings(in: bytes)
        // What a definition leaves to variables is most of it, and says nothing.
        found.findings.removeAll { $0.code == .hookUnreadable || $0.code == .fileUnreadable }
        collector.absorb(found, at: 0)
        for path in definition.included { collector.add(Reference(.path, path, as: .cmake)) }
    }
}
