import FoundationEssentials
import SystemPackage

/// The process that holds a data folder, as it says of itself in the folder's `lock` file.
public struct FolderHolder: Hashable, Sendable, Codable {
    /// Its process number.
    public let pid: Int32
    /// The address it listens on, once it does.
    public let address: String?

    /// Makes a description.
    public init(pid: Int32, address: String?) {
        self.pid = pid
        self.address = address
    }

    /// The longest `lock` file that is read, in bytes.
    private static let fileBytesMax = 1_024

    /// Reads a `lock` file; `nil` when nothing sensible stands in it.
    static func read(from file: FileDescriptor) -> FolderHolder? {
        var bytes = [UInt8](repeating: 0, count: fileBytesMax)
        guard let count = try? Disk.read(file, at: 0, into: &bytes) else { return nil }
        return try? JSONDecoder().decode(FolderHolder.self, from: Data(bytes.prefix(count)))
    }

    /// Replaces what stands in a `lock` file.
    func write(to file: FileDescriptor) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes = [UInt8](try encoder.encode(self))
        bytes.append(UInt8(ascii: "\n"))
        _ = try file.writeAll(toAbsoluteOffset: 0, bytes)
        try file.resize(to: Int64(bytes.count))
    }

    /// `process 4711 at 127.0.0.1:7259`.
    var sentencePart: String {
        address.map { "process \(pid) at \($0)" } ?? "process \(pid)"
    }
}
