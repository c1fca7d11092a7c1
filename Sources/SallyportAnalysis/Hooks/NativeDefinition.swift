import SallyportModel

/// The definition of a native build that a gem's extension names: `CMakeLists.txt`, or a crate's `build.rs`.
enum NativeDefinition {
    /// States what the definition starts and fetches, as far as its constants say, and which further ones it brings in.
    static func read(_ bytes: Span<UInt8>, named name: String, into collector: inout FindingsCollector) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for index in 0..<bytes.count { text.append(bytes[index]) }
        let definition = BuildDefinition(text, named: name)
        definition.state(in: &collector)
        for path in definition.included { collector.add(Reference(.path, path, as: .cmake)) }
    }
}
