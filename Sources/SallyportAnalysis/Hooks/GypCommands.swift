import SallyportLexing

/// The commands that gyp runs: expansions while it reads its files, actions and rules while it builds.
enum GypCommands {
    /// The commands of one file; `nil` when it can't be read, so that what it runs is unknown.
    static func commands(in bytes: [UInt8]) -> [String]? {
        guard let document = try? GypDocument(bytes.span) else { return nil }
        var commands = document.commandExpansions.map { expansion in
            expansion.function.isEmpty ? expansion.command : "python \(expansion.command)"
        }
        for action in document.actions { commands.append(action.command.joined(separator: " ")) }
        return commands
    }
}
