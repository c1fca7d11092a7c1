import SallyportModel

/// States what `make` runs of a makefile, and which others it brings in.
enum MakefileReader {
    static func read(_ bytes: Span<UInt8>, into collector: inout FindingsCollector) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for index in 0..<bytes.count { text.append(bytes[index]) }
        let makefile = Makefile(String(decoding: text, as: UTF8.self))
        var found = FindingsCollector(limits: .standard)
        for command in makefile.commands {
            guard command.shell.isEmpty else {
                CommandReader.read(words: command.shell + [command.text], at: command.offset, into: &collector)
                continue
            }
            CommandReader.read(command.text, at: command.offset, into: &found)
        }
        // What a makefile leaves to variables is most of it, and says nothing.
        found.forget([.hookUnreadable, .fileUnreadable])
        collector.join(found)
        if makefile.isCut {
            collector.add(.hookUnreadable, "a makefile with more commands than are read", at: 0, .sensitive)
        }
        for path in makefile.includes { CommandTargets.addPath(path, .make, in: "", &collector) }
    }
}
