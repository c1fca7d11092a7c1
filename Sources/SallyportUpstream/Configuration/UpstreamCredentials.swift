import SallyportModel

/// What proves to an upstream who asks. Never printed: descriptions and mirrors show the kind alone.
public enum UpstreamCredentials: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// A token (RFC 6750).
    case bearer(String)
    /// A user and a password (RFC 7617).
    case basic(user: String, password: String)

    /// The kind, without the secret.
    public var description: String {
        switch self {
        case .bearer: "bearer token"
        case .basic: "user and password"
        }
    }

    /// The kind, without the secret.
    public var debugDescription: String { description }

    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The value of the `authorization` field.
    var authorization: String {
        switch self {
        case .bearer(let token): "Bearer \(token)"
        case .basic(let user, let password): "Basic \(Base64.encode(Array("\(user):\(password)".utf8)))"
        }
    }

    /// Whether it can stand in a header field and be read back.
    var isWellFormed: Bool {
        switch self {
        case .bearer(let token): !token.isEmpty && token.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        case .basic(let user, let password):
            !user.utf8.contains(UInt8(ascii: ":")) && (user + password).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
    }
}
