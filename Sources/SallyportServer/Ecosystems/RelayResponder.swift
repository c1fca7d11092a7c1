import HummingbirdCore
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// Passes on what only the upstream can answer, without names that are the company's own.
struct RelayResponder: Sendable {
    let gate: Gate

    /// The largest body of a relayed request, decoded; an audit of several thousand packages is far below.
    static let bodyBytesMax = 16 * 1_024 * 1_024

    func respond(
        _ relay: Relay,
        _ request: Request,
        of ecosystem: any PackageEcosystem
    ) async throws -> Response {
        let body: [UInt8]
        do {
            body = try await RequestBodyReader.read(request, bytesMax: Self.bodyBytesMax)
        } catch {
            throw GateFailure(.badRequest(error.sentence))
        }
        return Response(try await gate.relay(relay, body: body, of: ecosystem))
    }
}
