import FoundationEssentials
import SystemPackage

/// The token of the API: made at the first start, readable by its owner alone.
enum AccessToken {
    /// The file's name in the data folder.
    static let filename = "token"
    private static let byteCount = 32

    /// The token of a data folder, made when there is none.
    static func ensure(inFolder folder: String) throws -> String {
        let path = FilePath(folder).appending(filename)
        if let known = try read(path) { return known }
        var random = SystemRandomNumberGenerator()
        let token = (0..<byteCount / 8).map { _ in hex(random.next()) }.joined()
        let file = try FileDescriptor.open(
            path,
            .writeOnly,
            options: [.create, .exclusiveCreate],
            permissions: [.ownerRead, .ownerWrite]
        )
        try file.closeAfter { _ = try file.writeAll(Array("\(token)\n".utf8)) }
        return token
    }

    /// The token in a file; `nil` when there is no file.
    static func read(_ path: FilePath) throws -> String? {
        guard FileManager.default.fileExists(atPath: path.string) else { return nil }
        let token = try FileContent.text(path.string, bytesMax: 256).prefix { $0 != "\n" }
        return token.isEmpty ? nil : String(token)
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
