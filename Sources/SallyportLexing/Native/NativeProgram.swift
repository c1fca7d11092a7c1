/// What the headers of a native program say: for which machine it is, how it is started, and what it calls.
///
/// Only headers, tables of names and statistics are read; no instruction is. Every number from the file is checked against
/// its length before it is used, and every table has a limit.
public struct NativeProgram: Sendable, Equatable {
    /// How a program is used.
    public enum Form: String, Sendable, Equatable, CaseIterable {
        /// It is started.
        case executable
        /// It is loaded by a program.
        case library
        /// It is linked into a program: an object file.
        case object
        /// It is instantiated by a host: WebAssembly.
        case module
    }

    /// The machine: `x86_64`, `arm64`; of a fat file all of them, joined by `+`.
    public var architecture: String
    /// How it is used.
    public var form: Form
    /// What loads it, where its exports say so: `Python module`, `Node.js addon`.
    public var host: String?
    /// What made it, where it says so: `Go`, `Rust`, `.NET`.
    public var toolchain: String?
    /// Libraries that it names, at most ``librariesMax``, sorted.
    public var libraries: [String] = []
    /// What it calls of the things that are worth a look, by group, each sorted.
    public var calls: [NativeCall: [String]] = [:]
    /// How many names it imports.
    public var importCount = 0
    /// What is odd about it: packers, code that is written while it runs, what stands behind its end.
    public var signs: [String] = []
    /// Whether a limit left a part of its tables unread.
    public var isCut = false

    /// Libraries that are kept.
    public static let librariesMax = 64

    /// Starts a description.
    init(architecture: String, form: Form) {
        self.architecture = architecture
        self.form = form
    }

    /// One line for people: what it is, what it calls, what is odd.
    public var summary: String {
        var parts = ["\(architecture) \(form.rawValue)"]
        if let host { parts.append(host) }
        if let toolchain { parts.append(toolchain) }
        if isCut { parts.append("partly read") }
        var text = parts.joined(separator: ", ")
        if !signs.isEmpty { text += "; " + signs.joined(separator: ", ") }
        let groups = calls.sorted { $0.key.rawValue < $1.key.rawValue }
        let named = groups.map { "\($0.key.rawValue) (\($0.value.prefix(3).joined(separator: " ")))" }
        if !named.isEmpty { text += "; calls " + named.joined(separator: ", ") }
        return text
    }
}

/// Why a native program's headers were not read.
public struct NativeError: Error, Sendable, Equatable {
    /// The kind of failure.
    public enum Code: String, Sendable, CaseIterable {
        /// The bytes are none of the formats that are read.
        case unknownFormat = "native-unknown"
        /// A header or a table reaches past the end.
        case truncated = "native-truncated"
        /// A number is none that the format allows.
        case malformed = "native-malformed"
    }

    /// What went wrong.
    public let code: Code
    /// Where, in bytes.
    public let offset: Int

    init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// What it means for a person.
    public var message: String {
        "The program's header at byte \(offset) can't be read (\(code.rawValue)); look at it with a tool for its format."
    }
}

extension NativeProgram {
    /// Reads the headers of an ELF, PE, Mach-O or WebAssembly file.
    ///
    /// - Parameter bytes: the whole file.
    /// - Returns: what its headers say.
    /// - Throws: ``NativeError`` when the headers contradict the file.
    public static func read(_ bytes: Span<UInt8>) throws(NativeError) -> NativeProgram {
        switch ContentType.detect(bytes.extracting(first: min(bytes.count, ContentType.prefixBytesMax))) {
        case .elf: try ELFReader.read(bytes)
        case .portableExecutable: try PEReader.read(bytes)
        case .machO: try MachOReader.read(bytes)
        case .wasm: try WasmReader.read(bytes)
        default: throw NativeError(.unknownFormat, at: 0)
        }
    }
}
