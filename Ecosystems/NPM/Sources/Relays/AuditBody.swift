import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// The bodies of audit requests, from which the names that are ours are taken before they go upstream. All other bytes
/// stay as the client wrote them.
enum AuditBody {
    /// Largest body, in bytes, identity-encoded.
    static let bytesMax = 32 << 20

    /// The bulk form: `{"name": ["1.0.0"]}`.
    static func bulk(_ body: [UInt8], query: String, isOwned: (Package) -> Bool) -> RelayStep {
        step(body, query: query, nothingLeft: "{}") { (bytes) throws(JSONError) in
            var removal = MemberRemoval()
            try removal.removeMembers(in: bytes, isOwned: isOwned)
            return removal
        }
    }

    /// The older form: a tree of `requires` and `dependencies`, as in a lockfile.
    static func tree(_ body: [UInt8], query: String, isOwned: (Package) -> Bool) -> RelayStep {
        step(body, query: query, nothingLeft: nil) { (bytes) throws(JSONError) in
            var removal = MemberRemoval()
            try removal.removeFromTree(in: bytes, isOwned: isOwned)
            return removal
        }
    }

    private static func step(
        _ body: [UInt8],
        query: String,
        nothingLeft: String?,
        _ remove: (Span<UInt8>) throws(JSONError) -> MemberRemoval
    ) -> RelayStep {
        let bytes = body.span
        do throws(JSONError) {
            try JSONValidator.validate(bytes, limits: JSONLimits(bytesMax: bytesMax))
            let removal = try remove(bytes)
            if let nothingLeft, removal.keptCount == 0 { return .answer(NPMAnswers.json(200, nothingLeft)) }
            return .forward(query: query, body: removal.applied(to: body))
        } catch {
            return .answer(NPMAnswers.error(400, "The audit request can't be read. \(error.message)"))
        }
    }
}
