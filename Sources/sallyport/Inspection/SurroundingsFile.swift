import FoundationEssentials
import SallyportModel

/// What an index says, as a file (docs/formats/surroundings.md).
enum SurroundingsFile {
    /// Longest file read, in bytes.
    static let bytesMax = 4 << 20

    /// Reads one; anything that is not in the form is refused with its place.
    static func read(_ path: String) throws(FileContent.Unreadable) -> Surroundings {
        let bytes = try FileContent.bytes(path, bytesMax: bytesMax)
        do {
            return try JSONDecoder().decode(Surroundings.self, from: bytes)
        } catch let error as DecodingError {
            throw FileContent.Unreadable(description: "`\(path)` states no surroundings: \(sentence(error))")
        } catch {
            throw FileContent.Unreadable(description: "`\(path)` is no JSON that states surroundings.")
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context), .valueNotFound(_, let context), .typeMismatch(_, let context):
            place(context) + context.debugDescription
        case .keyNotFound(let key, let context): "\(place(context))`\(key.stringValue)` is missing."
        @unknown default: "it can't be read."
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        return path.isEmpty ? "" : "at `\(path)`, "
    }
}
