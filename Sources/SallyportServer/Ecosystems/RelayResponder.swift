import HummingbirdCore
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// Passes on what only the upstream can answer, without names that are the company's own.
struct RelayResponder: Sendable {
    let gate: Gate
    let sessions: SessionLedger

    /// The largest body of a relayed request, decoded; an audit of several thousand packages is far below.
    static let bodyBytesMax = 16 * 1_024 * 1_024

    func respond(
        _ relay: Relay,
        _ client: ClientRequest,
        _ request: Request,
        of ecosystem: any PackageEcosystem
    ) async throws -> Response {
        let body: [UInt8]
        do {
            body = try await RequestBodyReader.read(request, bytesMax: Self.bodyBytesMax)
        } catch {
            throw GateFailure(.badRequest(error.sentence))
        }
        let answer = try await gate.relay(relay, body: body, of: ecosystem)
        guard relay.announcesWithheld, let session = ecosystem.session(of: client) else { return Response(answer) }
        let notice = ecosystem.headers(announcing: sessions.refusals(in: session))
        let announced = Answer(
            status: answer.status,
            reasonPhrase: answer.reasonPhrase,
            headers: answer.headers + notice,
            body: answer.body
        )
        return Response(announced)
    }
}
