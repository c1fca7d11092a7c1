import SallyportModel

/// A definition of a native build that something names: `CMakeLists.txt`, what it includes, or a crate's build script.
enum NativeDefinition {
    /// States what the definition starts and fetches, as far as its constants say, and which further ones it brings in.
    static func read(_ bytes: Span<UInt8>, as language: Language, into collector: inout FindingsCollector) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for index in 0..<bytes.count { text.append(bytes[index]) }
        let definition = BuildDefinition(text, named: language == .rust ? "build.rs" : "CMakeLists.txt")
        definition.state(bringing: language, in: &collector)
        if language == .rust { _ = RustBuild.read(text, into: &collector) }
    }
}
