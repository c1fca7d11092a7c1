import Testing

/// Small native programs, made for tests: headers and tables, no code that does anything.
enum NativeSamples {
    struct Entry: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        var testDescription: String { name }
    }

    static let all: [Entry] = [
        Entry(
            name: "elf",
            bytes: ELFSample(imports: ["execve", "socket"], exports: ["PyInit_a"], needed: ["libc.so.6"]).bytes
        ),
        Entry(name: "pe", bytes: PESample(library: "KERNEL32.dll", functions: ["CreateProcessW", "ReadFile"]).bytes),
        Entry(name: "wasm", bytes: WasmSample.module(imports: [("env", "a"), ("env", "b")])),
        Entry(name: "mach-o", bytes: MachOSample(library: "/usr/lib/a.dylib", imports: ["_ptrace"]).bytes),
        Entry(name: "fat", bytes: MachOSample.fat([MachOSample(library: "a", imports: ["_b"]).bytes])),
    ]

    static func little(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func big(_ value: Int, _ size: Int) -> [UInt8] { little(value, size).reversed() }
}

/// A 64-bit ELF file of one loaded segment, with a dynamic table.
struct ELFSample {
    var imports: [String]
    var exports: [String] = []
    var needed: [String] = []
    var hasInterpreter = true
    var isDynamic = true
    var codeFlags = 5
    /// Whether the names stand before the symbols, so that nothing says how many symbols there are.
    var namesFirst = false
    /// The offset that the dynamic table's segment states, while its address is the right one.
    var decoyOffset: Int?

    private static let little = NativeSamples.little

    var bytes: [UInt8] {
        var strings: [UInt8] = [0]
        func position(of text: String) -> Int {
            let at = strings.count
            strings += Array(text.utf8) + [0]
            return at
        }
        var symbols = [UInt8](repeating: 0, count: 24)
        for (names, section) in [(imports, 0), (exports, 1)] {
            for name in names {
                symbols += Self.little(position(of: name), 4) + [0x12, 0] + Self.little(section, 2)
                symbols += Self.little(0, 16)
            }
        }
        var dynamic: [UInt8] = []
        for name in needed { dynamic += Self.little(1, 8) + Self.little(position(of: name), 8) }
        let headers = 64 + 56 * 3
        let (symbolsAt, stringsAt) = namesFirst ? (strings.count, 0) : (0, symbols.count)
        dynamic += Self.little(6, 8) + Self.little(headers + symbolsAt, 8)
        dynamic += Self.little(5, 8) + Self.little(headers + stringsAt, 8)
        dynamic += Self.little(10, 8) + Self.little(strings.count, 8) + Self.little(0, 16)
        let total = headers + symbols.count + strings.count + dynamic.count
        var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + Self.little(0, 8)
        bytes += Self.little(3, 2) + Self.little(62, 2) + Self.little(1, 4) + Self.little(0, 8) + Self.little(64, 8)
        bytes += Self.little(0, 8) + Self.little(0, 4) + Self.little(64, 2) + Self.little(56, 2) + Self.little(3, 2)
        bytes += Self.little(64, 2) + Self.little(0, 4)
        bytes += segment(1, codeFlags, 0, total)
        let at = total - dynamic.count
        bytes += segment(isDynamic ? 2 : 4, 6, decoyOffset ?? at, dynamic.count, address: at)
        bytes += segment(hasInterpreter ? 3 : 4, 4, 0, 0)
        return bytes + (namesFirst ? strings + symbols : symbols + strings) + dynamic
    }

    private func segment(_ type: Int, _ flags: Int, _ offset: Int, _ size: Int, address: Int? = nil) -> [UInt8] {
        let address = address ?? offset
        return Self.little(type, 4) + Self.little(flags, 4) + Self.little(offset, 8) + Self.little(address, 8)
            + Self.little(address, 8) + Self.little(size, 8) + Self.little(size, 8) + Self.little(8, 8)
    }
}

/// A 64-bit PE file of one section.
struct PESample {
    var library: String
    var functions: [String]
    var flags = 0x22
    var section = ".text"

    private static let little = NativeSamples.little

    var bytes: [UInt8] {
        let start = 0x200
        // Descriptors, thunks, names.
        let thunks = start + 40
        var names: [UInt8] = []
        let namesAt = thunks + 8 * (functions.count + 1)
        var table: [UInt8] = []
        for function in functions {
            table += Self.little(namesAt + names.count, 8)
            names += [0, 0] + Array(function.utf8) + [0]
        }
        table += Self.little(0, 8)
        let libraryAt = namesAt + names.count
        names += Array(library.utf8) + [0]
        var body = Self.little(thunks, 4) + Self.little(0, 8) + Self.little(libraryAt, 4) + Self.little(thunks, 4)
        body += Self.little(0, 20) + table + names
        var bytes: [UInt8] = [0x4D, 0x5A] + [UInt8](repeating: 0, count: 58) + Self.little(64, 4)
        bytes += [0x50, 0x45, 0, 0] + Self.little(0x8664, 2) + Self.little(1, 2) + Self.little(0, 12)
        bytes += Self.little(240, 2) + Self.little(flags, 2)
        var optional = Self.little(0x20B, 2) + [UInt8](repeating: 0, count: 58) + Self.little(start, 4)
        optional += [UInt8](repeating: 0, count: 44) + Self.little(16, 4)
        optional += Self.little(0, 8) + Self.little(start, 4) + Self.little(40, 4)
        optional += [UInt8](repeating: 0, count: 240 - optional.count)
        bytes += optional
        let name = Array(section.utf8) + [UInt8](repeating: 0, count: 8 - section.utf8.count)
        bytes += name + Self.little(body.count, 4) + Self.little(start, 4) + Self.little(body.count, 4)
        bytes += Self.little(start, 4) + Self.little(0, 12) + Self.little(0x6000_0020, 4)
        return bytes + [UInt8](repeating: 0, count: start - bytes.count) + body
    }
}

extension PESample {
    /// A .NET program whose heap of names is this one.
    static func managed(heap: [UInt8]) -> [UInt8] {
        var bytes = PESample(library: "mscoree.dll", functions: []).bytes
        let header = bytes.count
        let root = header + 72
        bytes += little(72, 4) + little(0, 4) + little(root, 4) + [UInt8](repeating: 0, count: 60)
        bytes += Array("BSJB".utf8) + little(0, 8) + little(4, 4) + Array("v4\0\0".utf8) + little(0, 2) + little(1, 2)
        bytes += little(44, 4) + little(heap.count, 4) + Array("#Strings\0\0\0\0".utf8) + heap
        for (at, value) in [(312, header), (336, bytes.count - 0x200), (344, bytes.count - 0x200)] {
            bytes.replaceSubrange(at..<(at + 4), with: little(value, 4))
        }
        return bytes
    }
}

/// WebAssembly modules.
enum WasmSample {
    static func module(imports: [(String, String)]) -> [UInt8] {
        var section: [UInt8] = [UInt8(imports.count)]
        for (module, name) in imports {
            section += [UInt8(module.utf8.count)] + Array(module.utf8)
            section += [UInt8(name.utf8.count)] + Array(name.utf8) + [0, 0]
        }
        return [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, UInt8(section.count)] + section
    }
}

/// A 64-bit Mach-O file.
struct MachOSample {
    var library: String
    var imports: [String]

    private static let little = NativeSamples.little

    var bytes: [UInt8] {
        let name = Array(library.utf8) + [UInt8](repeating: 0, count: 8 - library.utf8.count % 8)
        let load =
            Self.little(0x0C, 4) + Self.little(24 + name.count, 4) + Self.little(24, 4) + Self.little(0, 12) + name
        var strings: [UInt8] = [0]
        var symbols: [UInt8] = []
        for text in imports {
            symbols += Self.little(strings.count, 4) + [1, 0, 0, 0] + Self.little(0, 8)
            strings += Array(text.utf8) + [0]
        }
        let start = 32 + load.count + 24
        let table =
            Self.little(2, 4) + Self.little(24, 4) + Self.little(start, 4) + Self.little(imports.count, 4)
            + Self.little(start + symbols.count, 4) + Self.little(strings.count, 4)
        var bytes = Self.little(0xFEED_FACF, 4) + Self.little(0x0100_000C, 4) + Self.little(0, 4) + Self.little(2, 4)
        bytes += Self.little(2, 4) + Self.little(load.count + table.count, 4) + Self.little(0, 8)
        return bytes + load + table + symbols + strings
    }

    /// A file whose tables of symbols are the same one again and again.
    static func repeated(tables: Int, symbols: Int) -> [UInt8] {
        let start = 32 + 24 * tables
        let end = start + 16 * symbols
        let table = [2, 24, start, symbols, end, 9].flatMap { little($0, 4) }
        var bytes = little(0xFEED_FACF, 4) + little(0x0100_000C, 4) + little(0, 4) + little(2, 4)
        bytes += little(tables, 4) + little(24 * tables, 4) + little(0, 8)
        for _ in 0..<tables { bytes += table }
        let symbol = little(1, 4) + [1, 0, 0, 0] + little(0, 8)
        for _ in 0..<symbols { bytes += symbol }
        return bytes + Array("\0_ptrace\0".utf8)
    }

    static func fat(_ slices: [[UInt8]]) -> [UInt8] {
        var bytes = NativeSamples.big(0xCAFE_BABE, 4) + NativeSamples.big(slices.count, 4)
        var offset = 8 + 20 * slices.count
        for slice in slices {
            bytes += NativeSamples.big(0x0100_000C, 4) + NativeSamples.big(0, 4) + NativeSamples.big(offset, 4)
            bytes += NativeSamples.big(slice.count, 4) + NativeSamples.big(0, 4)
            offset += slice.count
        }
        return bytes + slices.flatMap { $0 }
    }
}
