import Crypto
import SallyportModel

/// The tokens that the server accepts, by the SHA-256 of their text: the text itself is not kept in memory.
public struct TokenRegistry: Sendable {
    private let names: [SHA256Digest: String]

    /// Takes tokens with the names that they are bound to.
    public init(_ tokens: [String: String]) {
        names = Dictionary(tokens.map { (SHA256.hash(data: Array($0.key.utf8)), $0.value) }) { first, _ in first }
    }

    /// The name bound to the token of an `authorization` field: `Bearer TOKEN`, or `Basic` with it as the password.
    func name(forAuthorization field: String?) -> String? {
        guard let field, let space = field.firstIndex(of: " ") else { return nil }
        let credentials = String(field[field.index(after: space)...])
        switch field[..<space].lowercased() {
        case "bearer": return names[SHA256.hash(data: Array(credentials.utf8))]
        case "basic": return Self.password(ofBasic: credentials).flatMap { names[SHA256.hash(data: Array($0.utf8))] }
        default: return nil
        }
    }

    private static func password(ofBasic credentials: String) -> String? {
        guard let bytes = Base64.decode(credentials), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
            return nil
        }
        return String(validating: bytes[(colon + 1)...], as: UTF8.self)
    }
}
