import SallyportStore
import SallyportYara

/// Files of YARA rules on a disk.
enum YaraFiles {
    /// Files of one configuration.
    static let countMax = 200

    /// Reads and compiles rules; none where no file is named.
    static func load(_ paths: [String]) throws -> YaraRules? {
        guard !paths.isEmpty else { return nil }
        let sources = try paths.map { path in
            (name: path, text: try FileContent.text(path, bytesMax: YaraRules.sourceBytesMax))
        }
        return try YaraRules(sources, hashing: CryptoHashing())
    }
}
