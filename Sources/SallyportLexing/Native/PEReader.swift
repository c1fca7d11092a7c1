/// Windows' executables and libraries (Microsoft's PE format): headers, sections, imports, exports, and whether it is .NET.
enum PEReader {
    static let sectionsMax = 96
    static let librariesMax = 256
    static let functionsMax = 16_384
    static let exportsMax = 16_384

    private struct Layout {
        var isWide = false
        var directories: [(address: Int, size: Int)] = []
        var sections: [(name: String, address: Int, size: Int, offset: Int, raw: Int, flags: Int)] = []
        var headerSize = 0

        /// Where an address lies in the file.
        func offset(of address: Int) -> Int? {
            for section in sections {
                let inside = address - section.address
                if inside >= 0, inside < max(section.size, section.raw), inside < section.raw {
                    return section.offset + inside
                }
            }
            return address < headerSize ? address : nil
        }

        func directory(_ index: Int) -> Int? {
            guard index < directories.count, directories[index].address > 0 else { return nil }
            return offset(of: directories[index].address)
        }
    }

    static func read(_ bytes: Span<UInt8>) throws(NativeError) -> NativeProgram {
        let header = try number(bytes, 60, 4)
        guard header <= bytes.count - 24 else { throw NativeError(.truncated, at: 60) }
        guard ContentType.starts(bytes, [0x50, 0x45, 0, 0], at: header) else {
            return NativeProgram(architecture: "DOS", form: .executable)
        }
        let machine = try number(bytes, header + 4, 2)
        let sections = try number(bytes, header + 6, 2)
        let optionalSize = try number(bytes, header + 20, 2)
        let flags = try number(bytes, header + 22, 2)
        guard sections <= sectionsMax else { throw NativeError(.malformed, at: header + 6) }
        var program = NativeProgram(
            architecture: architecture(machine),
            form: flags & 0x2000 != 0 ? .library : .executable
        )
        var layout = Layout()
        try readOptional(bytes, at: header + 24, optionalSize, &layout)
        try readSections(bytes, at: header + 24 + optionalSize, sections, &layout)
        var names = NativeNames()
        readImports(bytes, layout, &names, &program)
        readExports(bytes, layout, &names, &program)
        readManaged(bytes, layout, &names, &program)
        names.fill(&program)
        finish(bytes, layout, &program)
        return program
    }

    private static func number(_ bytes: Span<UInt8>, _ offset: Int, _ size: Int) throws(NativeError) -> Int {
        try NativeBytes.number(bytes, offset, size)
    }

    private static func architecture(_ machine: Int) -> String {
        switch machine {
        case 0x14C: "x86"
        case 0x8664: "x86_64"
        case 0xAA64: "arm64"
        case 0x1C0, 0x1C4: "arm"
        default: "machine \(machine)"
        }
    }

    private static func readOptional(
        _ bytes: Span<UInt8>,
        at start: Int,
        _ size: Int,
        _ layout: inout Layout
    ) throws(NativeError) {
        guard size >= 2 else { return }
        let magic = try number(bytes, start, 2)
        guard magic == 0x10B || magic == 0x20B else { throw NativeError(.malformed, at: start) }
        layout.isWide = magic == 0x20B
        layout.headerSize = min(try number(bytes, start + 60, 4), bytes.count)
        let first = layout.isWide ? 112 : 96
        guard size >= first else { return }
        let count = min(try number(bytes, start + first - 4, 4), 16, (size - first) / 8)
        for index in 0..<count {
            let at = start + first + index * 8
            layout.directories.append((try number(bytes, at, 4), try number(bytes, at + 4, 4)))
        }
    }

    private static func readSections(
        _ bytes: Span<UInt8>,
        at start: Int,
        _ count: Int,
        _ layout: inout Layout
    ) throws(NativeError) {
        for index in 0..<count {
            let at = start + index * 40
            guard at <= bytes.count - 40 else { throw NativeError(.truncated, at: NativeBytes.clamp(at, bytes)) }
            var end = at
            while end < at + 8, (0x21...0x7E).contains(bytes[end]) { end += 1 }
            layout.sections.append(
                (
                    UTF8Reading.text(bytes, at..<end), try number(bytes, at + 12, 4), try number(bytes, at + 8, 4),
                    try number(bytes, at + 20, 4), try number(bytes, at + 16, 4), try number(bytes, at + 36, 4)
                )
            )
        }
    }

    /// The libraries at start, and those that are loaded when they are first used.
    private static func readImports(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        _ names: inout NativeNames,
        _ program: inout NativeProgram
    ) {
        var functions = 0
        for (directory, size, nameAt, thunksAt) in [(1, 20, 12, 0), (13, 32, 4, 16)] {
            guard let table = layout.directory(directory) else { continue }
            for index in 0..<librariesMax + 1 {
                let at = table + index * size
                guard let name = try? number(bytes, at + nameAt, 4), name != 0 else { break }
                guard index < librariesMax else {
                    program.isCut = true
                    break
                }
                if let offset = layout.offset(of: name), let library = NativeBytes.name(bytes, offset) {
                    names.addLibrary(library.lowercased())
                }
                var thunks = (try? number(bytes, at + thunksAt, 4)) ?? 0
                if thunks == 0, directory == 1 { thunks = (try? number(bytes, at + 16, 4)) ?? 0 }
                guard let first = layout.offset(of: thunks) else { continue }
                readThunks(bytes, layout, at: first, &functions, &names)
                if functions >= functionsMax { program.isCut = true }
            }
        }
    }

    private static func readThunks(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        at start: Int,
        _ functions: inout Int,
        _ names: inout NativeNames
    ) {
        let size = layout.isWide ? 8 : 4
        var at = start
        while functions < functionsMax, at <= bytes.count - size {
            // The highest bit says that a number stands for a name.
            let isNumber = bytes[at + size - 1] & 0x80 != 0
            let value = (try? number(bytes, at, 4)) ?? 0
            if value == 0, !isNumber { return }
            functions += 1
            at += size
            if isNumber {
                names.addImport("#")
            } else if let offset = layout.offset(of: value), let name = NativeBytes.name(bytes, offset + 2) {
                names.addImport(name)
            }
        }
    }

    private static func readExports(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        _ names: inout NativeNames,
        _ program: inout NativeProgram
    ) {
        guard let table = layout.directory(0), let count = try? number(bytes, table + 24, 4),
            let address = try? number(bytes, table + 32, 4), let list = layout.offset(of: address)
        else { return }
        if count > exportsMax { program.isCut = true }
        for index in 0..<min(count, exportsMax) {
            guard let name = try? number(bytes, list + index * 4, 4) else { return }
            if let offset = layout.offset(of: name), let text = NativeBytes.name(bytes, offset) {
                names.addExport(text)
            }
        }
    }

    /// .NET keeps the names of what it calls in one heap of its metadata (ECMA-335).
    private static func readManaged(
        _ bytes: Span<UInt8>,
        _ layout: Layout,
        _ names: inout NativeNames,
        _ program: inout NativeProgram
    ) {
        guard let header = layout.directory(14) else { return }
        names.toolchain = ".NET"
        guard let address = try? number(bytes, header + 8, 4), let root = layout.offset(of: address),
            ContentType.starts(bytes, Array("BSJB".utf8), at: root), let length = try? number(bytes, root + 12, 4),
            length <= 256, let streams = try? number(bytes, root + 18 + length, 2)
        else { return }
        var at = root + 20 + length
        for _ in 0..<min(streams, 16) {
            guard let offset = try? number(bytes, at, 4), let size = try? number(bytes, at + 4, 4) else { return }
            let name = NativeBytes.name(bytes, at + 8) ?? ""
            at += 8 + (name.utf8.count / 4 + 1) * 4
            if name == "#Strings" { return readHeap(bytes, from: root + offset, size, &names, &program) }
        }
    }

    private static func readHeap(
        _ bytes: Span<UInt8>,
        from start: Int,
        _ size: Int,
        _ names: inout NativeNames,
        _ program: inout NativeProgram
    ) {
        var at = start
        var read = 0
        let end = min(start + size, bytes.count)
        while at < end {
            // Bytes between the names are none: a heap may begin with as many zeros as it likes.
            if let name = NativeBytes.name(bytes, at) {
                guard read < functionsMax else { return program.isCut = true }
                read += 1
                names.addImport(name)
                at += name.utf8.count
            }
            while at < end, bytes[at] != 0 { at += 1 }
            at += 1
        }
    }

    private static func finish(_ bytes: Span<UInt8>, _ layout: Layout, _ program: inout NativeProgram) {
        var end = layout.headerSize
        var budget = NativeBudget(bytes)
        for section in layout.sections {
            let last = section.offset + section.raw
            if let packer = NativeSigns.packer(ofSection: section.name) {
                NativeSigns.add("packed by \(packer)", &program)
            }
            guard section.raw > 0 else { continue }
            guard last <= bytes.count else {
                NativeSigns.add("sections behind its end", &program)
                continue
            }
            end = max(end, last)
            let isCode = section.flags & 0x2000_0000 != 0
            if isCode, section.flags & 0x8000_0000 != 0 { NativeSigns.add("code that can be written", &program) }
            if isCode { NativeSigns.look(atCode: section.offset..<last, bytes, &budget, &program) }
        }
        // The signature stands behind the sections, where a directory says so.
        if layout.directories.count > 4, layout.directories[4].address >= end {
            end = min(layout.directories[4].address + layout.directories[4].size, bytes.count)
        }
        if program.toolchain == nil, program.importCount <= 4, !layout.sections.isEmpty, program.form == .executable {
            NativeSigns.add("\(program.importCount) imports", &program)
        }
        NativeSigns.look(behind: end, bytes, &program)
    }
}
