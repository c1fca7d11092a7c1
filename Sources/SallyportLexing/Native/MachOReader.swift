/// Mach-O, thin or fat: load commands, libraries, symbols.
enum MachOReader {
    static let slicesMax = 8
    static let commandsMax = 512

    /// What is gathered over all slices.
    private struct Gathered {
        var names = NativeNames()
        var budget: NativeBudget
    }

    static func read(_ bytes: Span<UInt8>) throws(NativeError) -> NativeProgram {
        let magic = try NativeBytes.number(bytes, 0, 4, isBig: true)
        switch magic {
        case 0xCAFE_BABE, 0xCAFE_BABF: return try fat(bytes, isBig: true, isWide: magic == 0xCAFE_BABF)
        case 0xBEBA_FECA, 0xBFBA_FECA: return try fat(bytes, isBig: false, isWide: magic == 0xBFBA_FECA)
        default:
            var gathered = Gathered(budget: NativeBudget(bytes))
            var (program, end) = try thin(bytes, 0..<bytes.count, &gathered)
            gathered.names.fill(&program)
            NativeSigns.look(behind: end, bytes, &program)
            return program
        }
    }

    private static func fat(_ bytes: Span<UInt8>, isBig: Bool, isWide: Bool) throws(NativeError) -> NativeProgram {
        let count = try NativeBytes.number(bytes, 4, 4, isBig: isBig)
        guard count > 0 else { throw NativeError(.malformed, at: 4) }
        var gathered = Gathered(budget: NativeBudget(bytes))
        var joined: NativeProgram?
        var seen: [Range<Int>] = []
        var signs: [String] = []
        var isCut = count > slicesMax
        var end = 0
        for index in 0..<min(count, slicesMax) {
            let at = 8 + index * (isWide ? 32 : 20)
            let offset = try NativeBytes.number(bytes, at + 8, isWide ? 8 : 4, isBig: isBig)
            let size = try NativeBytes.number(bytes, at + (isWide ? 16 : 12), isWide ? 8 : 4, isBig: isBig)
            let last = try NativeBytes.sum(offset, size, at: at)
            guard last <= bytes.count else { throw NativeError(.truncated, at: at) }
            guard !seen.contains(where: { $0.overlaps(offset..<last) }) else {
                signs.append("slices that share bytes")
                isCut = true
                continue
            }
            seen.append(offset..<last)
            guard let (program, _) = try? thin(bytes, offset..<last, &gathered) else {
                // A slice may be a static library, which holds objects.
                if !ContentType.starts(bytes, Array("!<arch>".utf8), at: offset) { isCut = true }
                continue
            }
            end = max(end, last)
            signs += program.signs
            isCut = isCut || program.isCut
            if let before = joined {
                joined?.architecture = before.architecture + "+" + program.architecture
            } else {
                joined = program
            }
        }
        guard var program = joined else { throw NativeError(.malformed, at: 8) }
        for sign in signs { NativeSigns.add(sign, &program) }
        program.isCut = isCut
        gathered.names.fill(&program)
        NativeSigns.look(behind: end, bytes, &program)
        return program
    }

    private static func thin(
        _ bytes: Span<UInt8>,
        _ slice: Range<Int>,
        _ gathered: inout Gathered
    ) throws(NativeError) -> (NativeProgram, end: Int) {
        let start = slice.lowerBound
        let magic = try NativeBytes.number(bytes, start, 4, isBig: true)
        let isBig = magic == 0xFEED_FACE || magic == 0xFEED_FACF
        let isWide = magic == 0xFEED_FACF || magic == 0xCFFA_EDFE
        guard isBig || isWide || magic == 0xCEFA_EDFE else { throw NativeError(.malformed, at: start) }
        let machine = try NativeBytes.number(bytes, start + 4, 4, isBig: isBig)
        let type = try NativeBytes.number(bytes, start + 12, 4, isBig: isBig)
        let count = try NativeBytes.number(bytes, start + 16, 4, isBig: isBig)
        var program = NativeProgram(architecture: architecture(machine), form: form(type))
        guard count <= commandsMax else { throw NativeError(.malformed, at: start + 16) }
        var at = start + (isWide ? 32 : 28)
        var end = at
        var tables = 0
        for _ in 0..<count {
            let command = try NativeBytes.number(bytes, at, 4, isBig: isBig)
            let size = try NativeBytes.number(bytes, at + 4, 4, isBig: isBig)
            guard size >= 8, size <= slice.upperBound - at else { throw NativeError(.malformed, at: at) }
            switch command {
            case 0x01, 0x19:
                let last = try segment(bytes, at, slice, isWide: command == 0x19, isBig: isBig, &gathered, &program)
                end = max(end, last)
            case 0x02:
                tables += 1
                if tables > 1 { NativeSigns.add("more than one table of symbols", &program) }
                readSymbols(bytes, at, slice, isWide: isWide, isBig: isBig, &gathered, &program)
            case 0x0C, 0x8000_0018, 0x8000_001F:
                let position = try NativeBytes.number(bytes, at + 8, 4, isBig: isBig)
                if position < size, let library = NativeBytes.name(bytes, at + position) {
                    gathered.names.addLibrary(library)
                }
            default: break
            }
            at += size
        }
        return (program, end)
    }

    private static func architecture(_ machine: Int) -> String {
        switch machine {
        case 7: "x86"
        case 0x0100_0007: "x86_64"
        case 12: "arm"
        case 0x0100_000C: "arm64"
        case 18: "ppc"
        case 0x0100_0012: "ppc64"
        default: "machine \(machine)"
        }
    }

    private static func form(_ type: Int) -> NativeProgram.Form {
        switch type {
        case 1: .object
        case 6, 8, 9: .library
        default: .executable
        }
    }

    /// Gives the end of the segment in the file.
    private static func segment(
        _ bytes: Span<UInt8>,
        _ at: Int,
        _ slice: Range<Int>,
        isWide: Bool,
        isBig: Bool,
        _ gathered: inout Gathered,
        _ program: inout NativeProgram
    ) throws(NativeError) -> Int {
        let word = isWide ? 8 : 4
        let offset = try NativeBytes.number(bytes, at + (isWide ? 40 : 32), word, isBig: isBig)
        let size = try NativeBytes.number(bytes, at + (isWide ? 48 : 36), word, isBig: isBig)
        let protection = try NativeBytes.number(bytes, at + (isWide ? 60 : 44), 4, isBig: isBig)
        if let name = NativeBytes.name(bytes, at + 8) {
            if let packer = NativeSigns.packer(ofSection: name) { NativeSigns.add("packed by \(packer)", &program) }
            if name.hasPrefix("__BUN") { NativeSigns.add("bundled by bun", &program) }
        }
        let first = try NativeBytes.sum(slice.lowerBound, offset, at: at)
        let last = try NativeBytes.sum(first, size, at: at)
        guard size > 0 else { return 0 }
        guard last <= slice.upperBound else {
            NativeSigns.add("segments behind its end", &program)
            return 0
        }
        if protection & 6 == 6 { NativeSigns.add("code that can be written", &program) }
        if protection & 4 == 4 { NativeSigns.look(atCode: first..<last, bytes, &gathered.budget, &program) }
        return last
    }

    private static func readSymbols(
        _ bytes: Span<UInt8>,
        _ at: Int,
        _ slice: Range<Int>,
        isWide: Bool,
        isBig: Bool,
        _ gathered: inout Gathered,
        _ program: inout NativeProgram
    ) {
        guard let symbols = try? NativeBytes.number(bytes, at + 8, 4, isBig: isBig),
            let count = try? NativeBytes.number(bytes, at + 12, 4, isBig: isBig),
            let strings = try? NativeBytes.number(bytes, at + 16, 4, isBig: isBig)
        else { return }
        let size = isWide ? 16 : 12
        for index in 0..<count {
            guard gathered.budget.takeSymbol() else { return program.isCut = true }
            let entry = slice.lowerBound + symbols + index * size
            guard entry <= slice.upperBound - size,
                let position = try? NativeBytes.number(bytes, entry, 4, isBig: isBig)
            else { return }
            let type = bytes[entry + 4]
            // Symbols of debuggers, and those that only this file knows, say nothing.
            guard type & 0xE0 == 0, type & 1 == 1,
                let name = NativeBytes.name(bytes, slice.lowerBound + strings + position)
            else { continue }
            let plain = name.hasPrefix("_") ? String(name.dropFirst()) : name
            if type & 0x0E == 0 { gathered.names.addImport(plain) } else { gathered.names.addExport(plain) }
        }
    }
}
