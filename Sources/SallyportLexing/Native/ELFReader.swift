/// ELF as a loader sees it: by its segments and its dynamic table, so that a file without sections hides nothing.
enum ELFReader {
    /// Segments, sections, dynamic entries and symbols that are read.
    static let segmentsMax = 256
    static let sectionsMax = 512
    static let dynamicMax = 4096

    private struct Layout {
        let isBig: Bool
        let isWide: Bool
        var segments: [(type: Int, flags: Int, offset: Int, address: Int, size: Int)] = []

        /// Where an address lies in the file. A later segment is mapped over an earlier one.
        func offset(of address: Int) -> Int? {
            for segment in segments.reversed() where segment.type == 1 {
                let inside = address.subtractingReportingOverflow(segment.address)
                guard !inside.overflow, inside.partialValue >= 0, inside.partialValue < segment.size else { continue }
                let sum = segment.offset.addingReportingOverflow(inside.partialValue)
                if !sum.overflow, sum.partialValue < 1 << 40 { return sum.partialValue }
            }
            return nil
        }

        func word(_ bytes: Span<UInt8>, _ offset: Int) throws(NativeError) -> Int {
            try NativeBytes.number(bytes, offset, isWide ? 8 : 4, isBig: isBig)
        }

        func half(_ bytes: Span<UInt8>, _ offset: Int) throws(NativeError) -> Int {
            try NativeBytes.number(bytes, offset, 2, isBig: isBig)
        }

        func full(_ bytes: Span<UInt8>, _ offset: Int) throws(NativeError) -> Int {
            try NativeBytes.number(bytes, offset, 4, isBig: isBig)
        }
    }

    /// What of the dynamic table matters.
    private struct Dynamic {
        var strings: Int?
        var stringsSize = Int.max
        var symbols: Int?
        var hash: Int?
        var namesHash: Int?
        var needed: [Int] = []
        var hasName = false
        var isPositionIndependent = false
    }

    static func read(_ bytes: Span<UInt8>) throws(NativeError) -> NativeProgram {
        let kind = try NativeBytes.number(bytes, 4, 1)
        let order = try NativeBytes.number(bytes, 5, 1)
        guard kind == 1 || kind == 2, order == 1 || order == 2 else { throw NativeError(.malformed, at: 4) }
        var layout = Layout(isBig: order == 2, isWide: kind == 2)
        let type = try layout.half(bytes, 16)
        let machine = try layout.half(bytes, 18)
        var program = NativeProgram(architecture: architecture(machine, layout.isWide), form: .executable)
        try readSegments(bytes, &layout)
        let sectionsEnd = readSections(bytes, layout, &program)
        var names = NativeNames()
        names.toolchain = program.toolchain
        let dynamic = try readDynamic(bytes, layout, &program)
        if let dynamic { readNames(bytes, layout, dynamic, &names, &program) }
        names.fill(&program)
        program.form = form(type, layout, dynamic)
        finish(bytes, layout, sectionsEnd, isStatic: dynamic == nil, &program)
        return program
    }

    private static func form(_ type: Int, _ layout: Layout, _ dynamic: Dynamic?) -> NativeProgram.Form {
        if type == 1 { return .object }
        guard type == 3 else { return .executable }
        let hasInterpreter = layout.segments.contains { $0.type == 3 }
        if dynamic?.isPositionIndependent == true { return .executable }
        return hasInterpreter && dynamic?.hasName != true ? .executable : .library
    }

    private static func architecture(_ machine: Int, _ isWide: Bool) -> String {
        switch machine {
        case 3: "x86"
        case 62: isWide ? "x86_64" : "x32"
        case 40: "arm"
        case 183: "arm64"
        case 8: "mips"
        case 20: "ppc"
        case 21: "ppc64"
        case 22: "s390x"
        case 243: "riscv"
        case 258: "loongarch"
        case 247: "bpf"
        default: "machine \(machine)"
        }
    }

    private static func readSegments(_ bytes: Span<UInt8>, _ layout: inout Layout) throws(NativeError) {
        let start = try layout.word(bytes, layout.isWide ? 32 : 28)
        let size = try layout.half(bytes, layout.isWide ? 54 : 42)
        let count = try layout.half(bytes, layout.isWide ? 56 : 44)
        guard count == 0 || size == (layout.isWide ? 56 : 32) else { throw NativeError(.malformed, at: 54) }
        guard count <= segmentsMax else { throw NativeError(.malformed, at: 56) }
        for index in 0..<count {
            let at = try NativeBytes.sum(start, index * size, at: 32)
            let type = try layout.full(bytes, at)
            let flags = try layout.full(bytes, at + (layout.isWide ? 4 : 24))
            let offset = try layout.word(bytes, at + (layout.isWide ? 8 : 4))
            let address = try layout.word(bytes, at + (layout.isWide ? 16 : 8))
            let inFile = try layout.word(bytes, at + (layout.isWide ? 32 : 16))
            layout.segments.append((type, flags, offset, address, inFile))
        }
    }

    /// Names of sections say who made and who packed the file; gives the end of the last one. What can't be read of them
    /// is left, for no loader looks at them.
    private static func readSections(_ bytes: Span<UInt8>, _ layout: Layout, _ program: inout NativeProgram) -> Int {
        let size = layout.isWide ? 64 : 40
        guard let start = try? layout.word(bytes, layout.isWide ? 40 : 32), start > 0,
            let count = try? layout.half(bytes, layout.isWide ? 60 : 48),
            let namesAt = try? layout.half(bytes, layout.isWide ? 62 : 50), count <= sectionsMax,
            start <= bytes.count - count * size
        else { return 0 }
        guard namesAt < count,
            let strings = try? layout.word(bytes, start + namesAt * size + (layout.isWide ? 24 : 16))
        else { return start + count * size }
        var end = start + count * size
        for index in 0..<count {
            let at = start + index * size
            guard let nameAt = try? layout.full(bytes, at), let type = try? layout.full(bytes, at + 4),
                let offset = try? layout.word(bytes, at + (layout.isWide ? 24 : 16)),
                let length = try? layout.word(bytes, at + (layout.isWide ? 32 : 20))
            else { continue }
            // A section without bytes in the file has none of it.
            let last = offset.addingReportingOverflow(length)
            if type != 8, !last.overflow, last.partialValue <= bytes.count { end = max(end, last.partialValue) }
            let (position, overflow) = strings.addingReportingOverflow(nameAt)
            guard !overflow, let name = NativeBytes.name(bytes, position) else { continue }
            note(name, &program)
        }
        return end
    }

    private static func note(_ section: String, _ program: inout NativeProgram) {
        switch section {
        case ".note.go.buildid", ".go.buildinfo", ".gopclntab": program.toolchain = "Go"
        case ".rustc": program.toolchain = "Rust"
        case ".note.bun", ".bun": NativeSigns.add("bundled by bun", &program)
        default:
            if let packer = NativeSigns.packer(ofSection: section) { NativeSigns.add("packed by \(packer)", &program) }
        }
    }

    private static func readDynamic(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        _ program: inout NativeProgram
    ) throws(NativeError) -> Dynamic? {
        let tables = layout.segments.filter { $0.type == 2 }
        guard let segment = tables.last else { return nil }
        // A loader finds the table by its address, takes the last one, and reads up to its end mark, whatever its size.
        let mapped = layout.offset(of: segment.address)
        if tables.count > 1 || mapped.map({ $0 != segment.offset }) == true {
            NativeSigns.add("another dynamic table", &program)
        }
        guard mapped != nil || segment.size > 0 else { return nil }
        let size = layout.isWide ? 16 : 8
        var dynamic = Dynamic()
        for index in 0..<dynamicMax + 1 {
            guard index < dynamicMax else {
                program.isCut = true
                break
            }
            let at = try NativeBytes.sum(mapped ?? segment.offset, index * size, at: 0)
            // Tags of vendors are large; none matters here.
            guard let tag = try? layout.word(bytes, at), let value = try? layout.word(bytes, at + size / 2) else {
                guard at > bytes.count - size else { continue }
                if index * size >= segment.size { break }
                throw NativeError(.truncated, at: NativeBytes.clamp(at, bytes))
            }
            switch tag {
            case 0: return dynamic
            case 1: dynamic.needed.append(value)
            case 4: dynamic.hash = value
            case 5: dynamic.strings = value
            case 6: dynamic.symbols = value
            case 10: dynamic.stringsSize = value
            case 14: dynamic.hasName = true
            case 0x6FFF_FEF5: dynamic.namesHash = value
            case 0x6FFF_FFFB: dynamic.isPositionIndependent = value & 0x0800_0000 != 0
            default: continue
            }
        }
        return dynamic
    }

    private static func readNames(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        _ dynamic: Dynamic,
        _ names: inout NativeNames,
        _ program: inout NativeProgram
    ) {
        guard let stringsAddress = dynamic.strings, let strings = layout.offset(of: stringsAddress) else {
            return NativeSigns.add("no table of names", &program)
        }
        func name(_ position: Int) -> String? {
            let (at, overflow) = strings.addingReportingOverflow(position)
            return overflow ? nil : NativeBytes.name(bytes, at)
        }
        for position in dynamic.needed.prefix(NativeProgram.librariesMax) {
            if let library = name(position) { names.addLibrary(library) }
        }
        guard let symbolsAddress = dynamic.symbols, let symbols = layout.offset(of: symbolsAddress) else { return }
        let size = layout.isWide ? 24 : 16
        let known = count(bytes, layout, dynamic, symbolsAddress, stringsAddress, size)
        // A loader needs no count. What follows the known symbols and still names something may be one.
        if known == 0 { program.isCut = true }
        var budget = NativeBudget(bytes)
        var index = 0
        while true {
            let at = symbols + index * size
            guard at <= bytes.count - size, let nameAt = try? layout.full(bytes, at),
                let section = try? layout.half(bytes, at + (layout.isWide ? 6 : 14))
            else { return }
            let name = nameAt > 0 && nameAt < dynamic.stringsSize ? name(nameAt) : nil
            guard index < known || index == 0 || name != nil else { return }
            guard budget.takeSymbol() else { return program.isCut = true }
            index += 1
            guard let name else { continue }
            if section == 0 { names.addImport(name) } else { names.addExport(name) }
        }
    }

    /// How many symbols the tables count; 0 when none does.
    private static func count(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        _ dynamic: Dynamic,
        _ symbols: Int,
        _ strings: Int,
        _ size: Int
    ) -> Int {
        // The names follow the symbols in what linkers write.
        var count = symbols < strings ? (strings - symbols) / size : 0
        if let hash = dynamic.hash.flatMap({ layout.offset(of: $0) }), let chains = try? layout.full(bytes, hash + 4) {
            count = max(count, chains)
        }
        guard let table = dynamic.namesHash.flatMap({ layout.offset(of: $0) }),
            let buckets = try? layout.full(bytes, table), let first = try? layout.full(bytes, table + 4),
            let filter = try? layout.full(bytes, table + 8), buckets <= bytes.count / 4, filter <= bytes.count / 4
        else { return count }
        // The table of GNU's linkers counts the symbols that are offered, which stand last.
        let bucketsAt = table + 16 + filter * (layout.isWide ? 8 : 4)
        var last = 0
        for index in 0..<buckets { last = max(last, (try? layout.full(bytes, bucketsAt + index * 4)) ?? 0) }
        guard last >= first else { return max(count, first > 1 ? first : 0) }
        let chainsAt = bucketsAt + buckets * 4
        while let chain = try? layout.full(bytes, chainsAt + (last - first) * 4), chain & 1 == 0 { last += 1 }
        return max(count, last + 1)
    }

    private static func finish(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        _ sectionsEnd: Int,
        isStatic: Bool,
        _ program: inout NativeProgram
    ) {
        var end = sectionsEnd
        var budget = NativeBudget(bytes)
        for segment in layout.segments where segment.type == 1 {
            let (last, overflow) = segment.offset.addingReportingOverflow(segment.size)
            guard !overflow, last <= bytes.count else {
                NativeSigns.add("segments behind its end", &program)
                continue
            }
            end = max(end, last)
            if segment.flags & 3 == 3 { NativeSigns.add("code that can be written", &program) }
            if segment.flags & 1 == 1 { NativeSigns.look(atCode: segment.offset..<last, bytes, &budget, &program) }
        }
        if NativeBytes.contains("UPX!", bytes, in: 0..<1024) { NativeSigns.add("packed by UPX", &program) }
        if isStatic, program.form == .executable { NativeSigns.add("static", &program) }
        NativeSigns.look(behind: end, bytes, &program)
    }
}
