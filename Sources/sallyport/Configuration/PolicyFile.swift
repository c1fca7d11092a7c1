import SallyportPolicy

/// Policy files on a disk.
enum PolicyFile {
    /// More than any policy may have, so that a longer file is refused by the policy's own sentence.
    static let bytesMax = 1 << 20

    /// Reads a policy, or takes the standard one when no file is named.
    static func load(_ path: String?) throws -> Policy {
        guard let path else { return .standard }
        return try Policy(yaml: FileContent.text(path, bytesMax: bytesMax), file: path)
    }
}
