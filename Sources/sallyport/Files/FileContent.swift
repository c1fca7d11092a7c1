import FoundationEssentials
import SystemPackage

/// Reads whole files that a person names.
enum FileContent {
    /// A file that can't be read, in a sentence.
    struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
        /// The file, what is wrong with it, and what to do.
        let description: String
    }

    /// The bytes of a file, mapped where that is safe; at most `bytesMax` of them.
    static func bytes(_ path: String, bytesMax: Int) throws(Unreadable) -> Data {
        do {
            let status = try FilePath(path).stat()
            guard status.type != .directory else {
                throw Unreadable(description: "`\(path)` is a folder; name a file.")
            }
            guard status.size <= Int64(bytesMax) else {
                throw Unreadable(
                    description: "`\(path)` is \(status.size) bytes long; at most \(bytesMax) are read."
                )
            }
            return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch let unreadable as Unreadable {
            throw unreadable
        } catch {
            throw Unreadable(description: sentence(error, path))
        }
    }

    /// The text of a file, which must be UTF-8; at most `bytesMax` bytes.
    static func text(_ path: String, bytesMax: Int) throws(Unreadable) -> String {
        guard let text = String(validating: try bytes(path, bytesMax: bytesMax), as: UTF8.self) else {
            throw Unreadable(description: "`\(path)` is no text in UTF-8; save it as UTF-8.")
        }
        return text
    }

    private static func sentence(_ error: any Error, _ path: String) -> String {
        switch error as? Errno {
        case .noSuchFileOrDirectory?, .notDirectory?: "`\(path)` does not exist; check the spelling."
        case .permissionDenied?, .notPermitted?: "`\(path)` can't be read by this user; check its permissions."
        case let errno?: "`\(path)` can't be read: \(errno)."
        case nil: "`\(path)` can't be read; check its permissions."
        }
    }
}
