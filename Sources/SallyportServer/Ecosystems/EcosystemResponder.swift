import HTTPTypes
import HummingbirdCore
import Logging
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// Answers everything below the mounts of the ecosystems.
struct EcosystemResponder: Sendable {
    let ecosystems: [any PackageEcosystem]
    let gate: Gate
    let address: PublicAddress
    let indexes: IndexResponder
    let artifacts: ArtifactResponder
    let relays: RelayResponder

    /// The answer, or `nil` when the path is not an ecosystem's.
    func respond(to request: Request, from caller: Caller, logger: Logger) async -> Response? {
        for ecosystem in ecosystems {
            guard let client = ClientRequest(request.head, below: ecosystem.mount, identity: caller.name) else {
                continue
            }
            do {
                return try await respond(client, request, from: caller, of: ecosystem)
            } catch {
                let failure = Self.failure(of: error)
                if failure.status >= 500 {
                    logger.warning("request failed", metadata: ["reason": "\(failure.sentence)", "error": "\(error)"])
                }
                return Response(ecosystem.answer(failing: failure))
            }
        }
        return nil
    }

    private func respond(
        _ client: ClientRequest,
        _ request: Request,
        from caller: Caller,
        of ecosystem: any PackageEcosystem
    ) async throws -> Response {
        switch ecosystem.route(client) {
        case .index(let package, let form):
            guard let base = address.base(for: request.head) else {
                throw GateFailure(.badRequest("The request names no usable host."))
            }
            return try await indexes.respond(
                package,
                form,
                client,
                of: ecosystem,
                head: request.head,
                base: base,
                isAwaited: caller.isConnected
            )
        case .artifact(let package, let filename):
            let admission = try await gate.admit(package, filename: filename, patience: ecosystem.patience(of: client))
            return try await artifacts.respond(
                admission,
                client,
                of: ecosystem,
                head: request.head,
                recipient: caller.recipient
            )
        case .companion(let package, let filename):
            let admission = try await gate.admitCompanion(
                package,
                filename: filename,
                patience: ecosystem.patience(of: client)
            )
            return try await artifacts.respond(
                admission,
                client,
                of: ecosystem,
                head: request.head,
                recipient: caller.recipient
            )
        case .redirect(let path):
            return Response(
                status: .movedPermanently,
                headers: [.location: "\(address.pathPrefix)/\(ecosystem.mount)\(path)", .contentLength: "0"]
            )
        case .relay(let relay):
            return try await relays.respond(relay, request, of: ecosystem)
        case .answer(let answer):
            return Response(answer)
        }
    }

    /// The one place where errors become failures that clients hear of.
    static func failure(of error: any Error) -> Failure {
        switch error {
        case let error as GateFailure: error.failure
        case is CancellationError: .unavailable("The server is stopping; try again in a minute.")
        case let error as BlobDamaged: .unavailable("Stored bytes are damaged: \(error.description)")
        default: .unavailable("The server could not do it: \(error)")
        }
    }
}

/// Who sends a request.
struct Caller: Sendable {
    /// The name that the token is bound to.
    let name: String?
    /// The address of the connection.
    let address: String
    /// Whether the connection is open: a client that has gone away need not be answered.
    var isConnected: @Sendable () -> Bool = { true }

    /// How a delivery names the receiver.
    var recipient: String { name ?? address }
}
