/// One command that another tool runs, as a planted file states it.
struct PlantedCommand {
    /// When the tool runs it: `editor task on folder open`.
    let trigger: String
    /// The command line.
    var text: String
    /// A text that stands beside it in the file, to find its place.
    let mark: String
    /// Whether it runs without being asked for, once a person opens, enters or builds the folder.
    var isAutomatic: Bool
    /// Files that it runs besides those that the command names, from the folder of the project.
    var references: [Reference] = []

    init(_ trigger: String, _ text: String, mark: String? = nil, isAutomatic: Bool) {
        self.trigger = trigger
        self.text = Self.rooted(text)
        self.mark = mark ?? text
        self.isAutomatic = isAutomatic
    }

    /// Words as one command line.
    static func line(_ words: [String]) -> String {
        words.map { word in
            let isPlain = word.utf8.allSatisfy { byte in
                byte > 0x2A && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
                    && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "\\")
                    && byte != UInt8(ascii: "`") && byte != UInt8(ascii: "|")
            }
            return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
        }.joined(separator: " ")
    }

    /// The names that tools have for the project's folder are a dot.
    private static func rooted(_ text: String) -> String {
        guard text.contains("$") else { return text }
        var output = text
        for name in folders { output = output.replacing(name, with: ".") }
        return output
    }

    private static let folders = [
        "${workspaceFolder}", "${workspaceRoot}", "${fileWorkspaceFolder}", "${localWorkspaceFolder}",
        "${containerWorkspaceFolder}", "${CLAUDE_PROJECT_DIR}", "$CLAUDE_PROJECT_DIR", "${CLAUDE_PLUGIN_ROOT}",
        "${GEMINI_PROJECT_DIR}", "$GEMINI_PROJECT_DIR", "$PROJECT_DIR$", "$ProjectFileDir$",
    ]
}
