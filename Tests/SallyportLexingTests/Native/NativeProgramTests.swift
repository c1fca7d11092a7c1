import Testing

@testable import SallyportLexing

@Suite("Headers of native programs")
struct NativeProgramTests {
    private func read(_ bytes: [UInt8]) throws(NativeError) -> NativeProgram { try NativeProgram.read(bytes.span) }

    @Test("of ELF say machine, form, libraries and calls")
    func elf() throws {
        let program = try read(
            ELFSample(imports: ["execve@GLIBC_2.2.5", "socket", "printf"], needed: ["libc.so.6"]).bytes
        )
        #expect(program.architecture == "x86_64")
        #expect(program.form == .executable)
        #expect(program.libraries == ["libc.so.6"])
        #expect(program.calls == [.process: ["execve"], .network: ["socket"]])
        #expect(program.importCount == 3)
        #expect(program.summary == "x86_64 executable; calls network (socket), process (execve)")
    }

    @Test(
        "tell who loads a library",
        arguments: [
            ("PyInit_fast", "Python module"), ("napi_register_module_v1", "Node.js addon"),
            ("Init_fast", "Ruby extension"),
        ]
    )
    func host(_ export: String, _ host: String) throws {
        let program = try read(ELFSample(imports: ["malloc"], exports: [export], hasInterpreter: false).bytes)
        #expect(program.form == .library)
        #expect(program.host == host)
    }

    @Test("of ELF say what packs it and what stands behind it")
    func signs() throws {
        var sample = ELFSample(imports: ["malloc"])
        sample.codeFlags = 7
        let tail = [UInt8](repeating: 1, count: 600) + Array("MEI\u{0C}\u{0B}\u{0A}\u{0B}\u{0E}".utf8)
        let program = try read(sample.bytes + tail)
        #expect(program.signs == ["code that can be written", "608 bytes behind its end", "bundled by PyInstaller"])
    }

    @Test("of ELF without any dynamic table say that it is static")
    func staticELF() throws {
        var sample = ELFSample(imports: [])
        sample.isDynamic = false
        #expect(try read(sample.bytes).signs == ["static"])
    }

    @Test("of PE say machine, form, libraries and calls")
    func portable() throws {
        let program = try read(PESample(library: "KERNEL32.dll", functions: ["CreateProcessW", "ReadFile"]).bytes)
        #expect(program.architecture == "x86_64")
        #expect(program.libraries == ["kernel32.dll"])
        #expect(program.calls == [.process: ["CreateProcessW"]])
        #expect(program.form == .executable)
        var library = PESample(library: "crypt32.dll", functions: ["CryptUnprotectData"])
        library.flags = 0x2022
        library.section = "UPX0"
        let packed = try read(library.bytes)
        #expect(packed.form == .library)
        #expect(packed.signs == ["packed by UPX"])
        #expect(packed.calls == [.credentials: ["CryptUnprotectData"]])
    }

    @Test("of WebAssembly say what it imports")
    func wasm() throws {
        let program = try read(WasmSample.module(imports: [("wasi_snapshot_preview1", "sock_send"), ("env", "abort")]))
        #expect(program.form == .module)
        #expect(program.libraries == ["env", "wasi_snapshot_preview1"])
        #expect(program.calls == [.network: ["sock_send"]])
        let component: [UInt8] = [0, 0x61, 0x73, 0x6D, 0x0D, 0, 1, 0]
        #expect(try read(component).isCut)
    }

    @Test("of Mach-O say libraries and calls, thin and fat")
    func machO() throws {
        let thin = MachOSample(library: "/usr/lib/libSystem.B.dylib", imports: ["_ptrace", "_malloc"]).bytes
        let program = try read(thin)
        #expect(program.architecture == "arm64")
        #expect(program.libraries == ["/usr/lib/libSystem.B.dylib"])
        #expect(program.calls == [.memory: ["ptrace"]])
        let fat = try read(MachOSample.fat([thin, thin]))
        #expect(fat.architecture == "arm64+arm64")
        #expect(fat.importCount == 4)
    }

    @Test("of other files are refused", arguments: ["", "text", "\u{7F}ELF"])
    func unknown(_ text: String) {
        let bytes = Array(text.utf8)
        #expect(throws: NativeError.self) { try NativeProgram.read(bytes.span) }
    }

    @Test("that are cut anywhere are read or refused, and never more", arguments: NativeSamples.all)
    func cut(_ sample: NativeSamples.Entry) {
        for count in 0..<sample.bytes.count {
            _ = try? NativeProgram.read(sample.bytes.span.extracting(first: count))
        }
    }

    @Test("with any one byte changed are read or refused", arguments: NativeSamples.all)
    func changed(_ sample: NativeSamples.Entry) {
        for index in 0..<min(sample.bytes.count, 1024) {
            for value in [0x00, 0x01, 0x7F, 0x80, 0xFF] as [UInt8] {
                var bytes = sample.bytes
                bytes[index] = value
                _ = try? NativeProgram.read(bytes.span)
            }
        }
    }

    @Test("with any eight bytes at their highest are read or refused", arguments: NativeSamples.all)
    func extreme(_ sample: NativeSamples.Entry) {
        for index in 0..<max(0, min(sample.bytes.count, 1024) - 8) {
            for last in [0x7F, 0xFF] as [UInt8] {
                var bytes = sample.bytes
                for offset in 0..<7 { bytes[index + offset] = 0xFF }
                bytes[index + 7] = last
                _ = try? NativeProgram.read(bytes.span)
            }
        }
    }

    @Test("that claim too many segments, sections or commands are refused or cut")
    func claims() {
        var elf = ELFSample(imports: []).bytes
        elf[56] = 0xFF
        elf[57] = 0xFF
        #expect(throws: NativeError.self) { try NativeProgram.read(elf.span) }
        var sections = PESample(library: "a.dll", functions: []).bytes
        sections[64 + 6] = 97
        #expect(throws: NativeError.self) { try NativeProgram.read(sections.span) }
        var commands = MachOSample(library: "a", imports: []).bytes
        commands[17] = 0xFF
        #expect(throws: NativeError.self) { try NativeProgram.read(commands.span) }
    }

    @Test("of ELF are read by the addresses that a loader follows, and without a count of symbols")
    func loaderView() throws {
        var decoy = ELFSample(imports: ["execve"])
        // A table that ends at once stands where only a tool would look.
        decoy.decoyOffset = decoy.bytes.count
        let program = try read(decoy.bytes + [UInt8](repeating: 0, count: 600))
        #expect(program.calls == [.process: ["execve"]])
        #expect(program.signs.contains("another dynamic table"))
        var uncounted = ELFSample(imports: ["execve", "printf"], exports: ["a"])
        uncounted.namesFirst = true
        let other = try read(uncounted.bytes)
        #expect(other.calls == [.process: ["execve"]] && other.importCount >= 2)
        #expect(other.isCut && other.summary == "x86_64 executable, partly read; calls process (execve)")
    }

    @Test("of Mach-O that name the same symbols again and again are read within one budget")
    func repeatedTables() throws {
        let program = try read(MachOSample.repeated(tables: 3, symbols: NativeBudget.symbolsMax / 2 - 8))
        #expect(program.importCount == NativeBudget.symbolsMax)
        #expect(program.isCut && program.signs.contains("more than one table of symbols"))
        let once = try read(MachOSample.repeated(tables: 1, symbols: 8))
        #expect(
            once.calls == [.memory: ["ptrace"]] && !once.isCut && !once.signs.contains("more than one table of symbols")
        )
    }

    @Test("of Mach-O whose slices share bytes are read once, and say so")
    func sharedSlices() throws {
        let thin = MachOSample(library: "a", imports: ["_ptrace"]).bytes
        var bytes = MachOSample.fat([thin, thin])
        // The second slice is said to begin where the first does.
        bytes.replaceSubrange(36..<40, with: bytes[16..<20])
        let program = try read(bytes)
        #expect(program.importCount == 1 && program.isCut)
        #expect(program.signs.contains("slices that share bytes"))
        #expect(program.summary.contains("partly read"))
    }

    @Test("of ELF whose segments are the whole file are counted through a few times at most")
    func repeatedSegments() throws {
        var sample = ELFSample(imports: [])
        sample.isDynamic = false
        sample.hasInterpreter = false
        for (segments, isCut) in [(2, false), (3, true)] {
            var bytes = sample.bytes + [UInt8](repeating: 1, count: 8192)
            for index in 0..<segments {
                let at = 64 + 56 * index
                let header = [(1, 4), (5, 4), (0, 8), (0, 8), (0, 8), (bytes.count, 8)]
                    .flatMap { NativeSamples.little($0.0, $0.1) }
                bytes.replaceSubrange(at..<(at + header.count), with: header)
            }
            #expect(try read(bytes).isCut == isCut)
        }
    }

    @Test("of .NET are read behind any number of zeros")
    func managedHeap() throws {
        let zeros = [UInt8](repeating: 0, count: PEReader.functionsMax + 1)
        let program = try read(PESample.managed(heap: zeros + Array("CopyFromScreen\0".utf8)))
        #expect(program.toolchain == ".NET" && program.calls == [.input: ["CopyFromScreen"]] && !program.isCut)
        let names = (0...PEReader.functionsMax).flatMap { _ in Array("a\0".utf8) }
        #expect(try read(PESample.managed(heap: names)).isCut)
        #expect(try !read(PESample.managed(heap: Array(names.dropLast(2)))).isCut)
    }

    @Test("say whether the code is packed")
    func entropy() {
        #expect(ByteEntropy.bits([UInt8](repeating: 7, count: 100).span, in: 0..<100) == 0)
        let all = (0..<1024).map { UInt8($0 & 0xFF) }
        #expect(abs(ByteEntropy.bits(all.span, in: 0..<1024) - 8) < 0.0001)
        let two = (0..<1000).map { UInt8($0 % 2) }
        #expect(abs(ByteEntropy.bits(two.span, in: 0..<1000) - 1) < 0.0001)
        let thirds = (0..<999).map { UInt8($0 % 3) }
        #expect(abs(ByteEntropy.bits(thirds.span, in: 0..<999) - 1.584962) < 0.0001)
        #expect(ByteEntropy.bits(all.span, in: 2000..<3000) == 0)
    }
}
