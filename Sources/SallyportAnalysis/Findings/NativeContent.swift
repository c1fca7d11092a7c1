/// The kinds of content that a processor runs without an interpreter.
enum NativeContent {
    /// Whether a ``SallyportModel/FileRecord/content`` is native code. WebAssembly is not: its host decides what it sees.
    static func isNative(_ content: String) -> Bool {
        switch content {
        case "elf", "pe", "mach-o": true
        default: false
        }
    }
}
