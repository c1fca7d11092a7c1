import SallyportModel

/// What strings say about code: addresses, places, tools.
extension FlowReader {
    /// Looks at one string: an address, a path that leaves the home folder, a text of the catalogue.
    mutating func noteMarks(_ lexeme: Lexeme, _ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        let isFolded = lexeme.flags.contains(.folded)
        let range = Int(lexeme.start)..<min(Int(lexeme.end), source.count)
        if top.sum.contains(.home), HomePath.leavesHome(at: index, stream, source) { top.sum.remove(.home) }
        let isNearProcess = index >= processesPosition && index - processesPosition <= Self.processDistanceMax
        guard isFolded || Self.mayTell(range, isNearProcess: isNearProcess, source) else { return }
        let bytes = stream.bytes(of: lexeme, in: source)
        if Self.isAddress(bytes) { top.value.insert(.constantAddress) }
        if bytes.count >= 12, CommandConstant.isCommand(bytes) {
            if pendingCommands.count < Self.pendingCommandsMax {
                pendingCommands.append((String(decoding: bytes, as: UTF8.self), index))
            } else {
                collector.leaveOut("too-many-commands", at: Int(lexeme.start))
            }
        }
        if DigestComparison.isDigest(bytes) { top.value.insert(.constantDigest) }
        hooked.note(string: bytes, at: Int(lexeme.start))
        noteMemory(bytes, index, at: Int(lexeme.start), stream)
        for mark in LiteralMarks.all(in: bytes) {
            top.value.formUnion(mark.meaning)
            if !mark.meaning.isEmpty {
                origins.note(mark.meaning, Excerpt.detail("names \(mark.label)"), at: Int(lexeme.start))
            }
            guard mark.topic != .none else { continue }
            if mark.topic == .clipboard { hooked.noteClipboard(at: Int(lexeme.start)) }
            collector.add(mark.topic.code, Excerpt.detail("names \(mark.label)"), at: Int(lexeme.start), mark.weight)
        }
    }

    /// `$(shell command)`, which make runs when it reads the flags that a build writes.
    mutating func noteExpansion(_ bytes: [UInt8], at offset: Int) {
        guard bytes.count >= 12, bytes.contains(UInt8(ascii: "$")) else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let range = text.firstRange(of: "$(shell ") else { return }
        var command = String(text[range.upperBound...])
        if command.hasSuffix(")") { command.removeLast() }
        CommandReader.read(command, at: offset, into: &collector)
    }

    /// A cheap look at the bytes as they stand, before any are copied.
    private static func mayTell(_ range: Range<Int>, isNearProcess: Bool, _ source: Span<UInt8>) -> Bool {
        if LiteralMarks.mayHold(range, source) { return true }
        guard isNearProcess || beginsAsTold(range, source) else { return false }
        return mayHoldMark(range, source)
    }

    /// Whether a string begins, or is as long, as one of those that are told by more than a mark: an address, a command,
    /// a digest, a wallet, a folder of a process.
    @inline(__always)
    private static func beginsAsTold(_ range: Range<Int>, _ source: Span<UInt8>) -> Bool {
        guard range.count >= 2 else { return false }
        if range.count == 64 || range.count == 128 { return true }
        switch (source[range.lowerBound], source[range.lowerBound + 1]) {
        case (UInt8(ascii: "h"), UInt8(ascii: "t")), (UInt8(ascii: "w"), UInt8(ascii: "s")),
            (UInt8(ascii: "s"), UInt8(ascii: "h")), (UInt8(ascii: "/"), UInt8(ascii: "p")):
            return true
        case (UInt8(ascii: "c"), _), (UInt8(ascii: "w"), UInt8(ascii: "g")), (UInt8(ascii: "p"), _),
            (UInt8(ascii: "n"), UInt8(ascii: "o")):
            return range.count >= 12
        case (UInt8(ascii: "0"), _), (UInt8(ascii: "b"), _), (UInt8(ascii: "l"), _), (UInt8(ascii: "T"), _):
            if range.count >= 26, range.count <= 64 { return true }
        default: break
        }
        // A pattern that finds addresses has a class of characters.
        return range.count >= 12 && range.count <= 256 && range.contains { source[$0] == UInt8(ascii: "[") }
    }

    /// Lexemes behind the folder of all processes in which a file of one may be named.
    private static let processDistanceMax = 12

    private static func mayHoldMark(_ range: Range<Int>, _ source: Span<UInt8>) -> Bool {
        guard range.count >= 2 else { return false }
        if source[range.lowerBound] == UInt8(ascii: "h") || source[range.lowerBound] == UInt8(ascii: "w") {
            return true
        }
        if source[range.lowerBound] == UInt8(ascii: "m") || source[range.lowerBound] == UInt8(ascii: "/") {
            return true
        }
        if source[range.lowerBound] == UInt8(ascii: "c") || source[range.lowerBound] == UInt8(ascii: "p") {
            return true
        }
        // Long enough for the address of a wallet.
        if range.count >= 26, range.count <= 64 { return true }
        for offset in range.lowerBound..<(range.upperBound - 1)
        where LiteralMarks.mayBegin(source[offset], source[offset + 1]) {
            return true
        }
        return false
    }

    /// An address whose host is there.
    private static func isAddress(_ bytes: [UInt8]) -> Bool {
        guard bytes.first == UInt8(ascii: "h") || bytes.first == UInt8(ascii: "w") else { return false }
        for scheme in ["https://", "http://", "wss://", "ws://"] where bytes.starts(with: scheme.utf8) {
            guard bytes.count > scheme.utf8.count + 3 else { return false }
            return bytes[scheme.utf8.count] != 1 && bytes[scheme.utf8.count] != UInt8(ascii: "$")
        }
        return false
    }

    /// `/proc/PID/mem`, in one string or in pieces.
    private mutating func noteMemory(_ bytes: [UInt8], _ index: Int, at offset: Int, _ stream: LexemeStream) {
        if bytes.first == UInt8(ascii: "/"), bytes.starts(with: "/proc".utf8) { processesPosition = index }
        guard index - processesPosition <= Self.processDistanceMax, index >= processesPosition else { return }
        let text = String(decoding: bytes.suffix(9), as: UTF8.self)
        guard ["/mem", "/maps", "/environ"].contains(where: { text.hasSuffix($0) }) || text == "mem" || text == "maps"
        else { return }
        guard !String(decoding: bytes, as: UTF8.self).hasPrefix("/proc/self") else { return }
        top.value.insert(.secret)
        origins.note(.secret, "names the memory of a process", at: offset)
        collector.add(.capabilityProcessMemory, "names the memory of a process", at: offset, .sensitive)
    }
}

/// Paths at and below the home folder.
enum HomePath {
    /// Whether a function puts the folder of the user where a path asks for it.
    static func expands(_ word: String) -> Bool {
        word == "expanduser" || word == "expandvars" || word == "expand_path"
    }

    /// Whether the string at a position adds something to a path, so that it is no longer the folder itself: not so for
    /// patterns and dots.
    static func leavesHome(at index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        guard stream.kind(at: index) == .string, stream.byteCount(at: index) <= 256 else { return false }
        return stream.bytes(at: index, in: source).contains { byte in
            let letter = byte | 0x20
            return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
        }
    }
}
