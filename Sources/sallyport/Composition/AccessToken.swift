import FoundationEssentials
import Logging
import SystemPackage

/// The token of the API: made at the first start, readable by its owner alone.
enum AccessToken {
    /// The file's name in the data folder.
    static let filename = "token"
    /// The least length of a token; what is shorter was cut by a crash or a full disk.
    static let charactersMin = 64
    private static let fileBytesMax = 256

    /// The token of a data folder, made when there is no whole one.
    ///
    /// The file has its name only when its content is durable, so a crash leaves the old token or the new one. Call it
    /// while the data folder is locked.
    static func ensure(inFolder folder: String, logger: Logger) throws -> String {
        let path = FilePath(folder).appending(filename)
        if FileManager.default.fileExists(atPath: path.string) {
            if let known = try read(path), isWhole(known) { return known }
            logger.warning(
                "the token file was empty or cut short and is made anew; commands on other machines need the new one",
                metadata: ["file": "\(path)"]
            )
        }
        var random = SystemRandomNumberGenerator()
        let token = (0..<charactersMin / 16).map { _ in hex(random.next()) }.joined()
        try ReplacedFile.write("\(token)\n", to: path.string, permissions: [.ownerRead, .ownerWrite])
        return token
    }

    /// The token in a file; `nil` when there is no file or nothing in it.
    static func read(_ path: FilePath) throws -> String? {
        guard FileManager.default.fileExists(atPath: path.string) else { return nil }
        let token = try FileContent.text(path.string, bytesMax: fileBytesMax).prefix { $0 != "\n" }
        return token.isEmpty ? nil : String(token)
    }

    /// Whether a text can be a token: long enough, of visible ASCII characters alone. A crash of the machine can leave
    /// a file of the right length without its content.
    private static func isWhole(_ token: String) -> Bool {
        token.utf8.count >= charactersMin && token.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
