/// A command that gyp runs while it reads a file: `<!(…)`, `<!@(…)`, and the same with `>` and `^`.
public struct GypCommandExpansion: Sendable, Equatable {
    /// When gyp expands it.
    public enum Phase: String, Sendable {
        /// `<`: while the file is loaded.
        case early
        /// `>`: once the targets are known.
        case late
        /// `^`: at the very end.
        case latest
    }

    /// When it is expanded.
    public let phase: Phase
    /// The Python module for `<!pymod_do_main(module …)`, the name in front of the bracket; empty for a shell command.
    public let function: String
    /// What stands between the brackets: a shell command, or a module and its arguments.
    public let command: String
    /// `@`: the output is a list.
    public let isList: Bool
    /// The sign in front is itself the value of a variable, as in `<(sign)!(…)`: what runs is only known to gyp.
    public let isComposed: Bool
    /// The byte offset of the string in which it stands.
    public let offset: Int

    /// How many are reported for one file; more are the same fact.
    public static let countMax = 1000
    /// How many bytes of a command are reported.
    public static let commandBytesMax = 16_384

    /// Finds the commands in the strings of a file, also those inside of others, up to `countMax`.
    static func all(in strings: [GypString]) -> [GypCommandExpansion] {
        var found: [GypCommandExpansion] = []
        for string in strings where found.count < countMax {
            found += all(in: string, countMax: countMax - found.count)
        }
        return found
    }

    private static func all(in string: GypString, countMax: Int) -> [GypCommandExpansion] {
        let bytes = Array(string.value.utf8)
        let closings = closingBrackets(bytes)
        var found: [GypCommandExpansion] = []
        for index in bytes.indices where bytes[index] == UInt8(ascii: "!") && index > 0 && found.count < countMax {
            let phase: Phase? = phase(of: bytes[index - 1])
            let isComposed = bytes[index - 1] == UInt8(ascii: ")")
            guard phase != nil || isComposed else { continue }
            var position = index + 1
            let isList = position < bytes.count && bytes[position] == UInt8(ascii: "@")
            if isList { position += 1 }
            let nameStart = position
            while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
            guard position < bytes.count, bytes[position] == UInt8(ascii: "(") else { continue }
            found.append(
                GypCommandExpansion(
                    phase: phase ?? .early,
                    function: String(decoding: bytes[nameStart..<position], as: UTF8.self),
                    command: String(
                        decoding: bytes[(position + 1)..<closings[position]].prefix(commandBytesMax),
                        as: UTF8.self
                    ),
                    isList: isList,
                    isComposed: isComposed,
                    offset: string.offset
                )
            )
        }
        return found
    }

    private static func phase(of sign: UInt8) -> Phase? {
        switch sign {
        case UInt8(ascii: "<"): .early
        case UInt8(ascii: ">"): .late
        case UInt8(ascii: "^"): .latest
        default: nil
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        ByteSet.word.contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// For each opening bracket where it closes; the end of the text when it does not.
    private static func closingBrackets(_ bytes: [UInt8]) -> [Int] {
        var closings = [Int](repeating: bytes.count, count: bytes.count)
        var open: [Int] = []
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "(") {
                open.append(index)
            } else if bytes[index] == UInt8(ascii: ")"), let start = open.popLast() {
                closings[start] = index
            }
        }
        return closings
    }
}

/// A command that the build of an addon runs.
public struct GypAction: Sendable, Equatable {
    /// Where it stands: `actions`, `rules`, `postbuilds` or `run_as`.
    public let kind: String
    /// `action_name`, `rule_name` or `postbuild_name`; empty when there is none.
    public let name: String
    /// The words of the command.
    public let command: [String]
    /// The byte offset of its first word.
    public let offset: Int
}
