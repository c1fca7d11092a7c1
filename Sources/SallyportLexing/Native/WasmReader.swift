/// WebAssembly modules: what they import from their host.
enum WasmReader {
    static let sectionsMax = 4096
    static let importsMax = 65_536

    static func read(_ bytes: Span<UInt8>) throws(NativeError) -> NativeProgram {
        let version = try NativeBytes.number(bytes, 4, 4)
        var program = NativeProgram(architecture: "wasm", form: .module)
        guard version == 1 else {
            // The component model has another layer here, with sections of its own.
            NativeSigns.add(version == 0x0001_000D ? "a component" : "version \(version)", &program)
            program.isCut = true
            return program
        }
        var names = NativeNames()
        var at = 8
        var sections = 0
        while at < bytes.count {
            sections += 1
            guard sections <= sectionsMax else { throw NativeError(.malformed, at: at) }
            let id = bytes[at]
            at += 1
            let size = try length(bytes, &at)
            guard size <= bytes.count - at else { throw NativeError(.truncated, at: at) }
            if id == 2 { try readImports(bytes, at..<(at + size), &names, &program) }
            at += size
        }
        names.fill(&program)
        return program
    }

    private static func readImports(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        _ names: inout NativeNames,
        _ program: inout NativeProgram
    ) throws(NativeError) {
        var at = range.lowerBound
        let count = try length(bytes, &at)
        for index in 0..<min(count, importsMax + 1) {
            guard index < importsMax else { return program.isCut = true }
            let module = try text(bytes, &at, range)
            let name = try text(bytes, &at, range)
            names.addLibrary(module)
            names.addImport(name)
            if module.hasPrefix("gojs") || name.hasPrefix("syscall/js.") { names.toolchain = "Go" }
            if name.hasPrefix("__wbindgen") || name.hasPrefix("__wbg") { names.toolchain = "Rust" }
            try skipDescription(bytes, &at)
            guard at <= range.upperBound else { throw NativeError(.malformed, at: at) }
        }
    }

    /// The type behind an import's names: its length decides where the next one begins.
    private static func skipDescription(_ bytes: Span<UInt8>, _ at: inout Int) throws(NativeError) {
        let kind = try NativeBytes.number(bytes, at, 1)
        at += 1
        switch kind {
        case 0: _ = try length(bytes, &at)
        case 1:
            at += 1
            try skipLimits(bytes, &at)
        case 2: try skipLimits(bytes, &at)
        case 3: at += 2
        case 4:
            at += 1
            _ = try length(bytes, &at)
        default: throw NativeError(.malformed, at: NativeBytes.clamp(at - 1, bytes))
        }
    }

    private static func skipLimits(_ bytes: Span<UInt8>, _ at: inout Int) throws(NativeError) {
        let flags = try NativeBytes.number(bytes, at, 1)
        at += 1
        _ = try length(bytes, &at)
        if flags & 1 == 1 { _ = try length(bytes, &at) }
    }

    private static func text(_ bytes: Span<UInt8>, _ at: inout Int, _ range: Range<Int>) throws(NativeError) -> String {
        let count = try length(bytes, &at)
        guard at <= range.upperBound, count <= range.upperBound - at else {
            throw NativeError(.malformed, at: NativeBytes.clamp(at, bytes))
        }
        defer { at += count }
        return UTF8Reading.text(bytes, at..<(at + min(count, NativeNames.nameBytesMax)))
    }

    /// An unsigned number in LEB128, of at most ten bytes.
    private static func length(_ bytes: Span<UInt8>, _ at: inout Int) throws(NativeError) -> Int {
        var value = 0
        for index in 0..<10 {
            guard at >= 0, at < bytes.count else { throw NativeError(.truncated, at: NativeBytes.clamp(at, bytes)) }
            let byte = Int(bytes[at])
            at += 1
            if index < 5 { value |= (byte & 0x7F) << (7 * index) }
            if byte & 0x80 == 0 { return value & 0xFFFF_FFFF }
        }
        throw NativeError(.malformed, at: at)
    }
}
