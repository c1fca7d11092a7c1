public import SallyportEcosystem
import SallyportModel

extension Gate {
    /// Passes a request to the upstream without the company's own names. Throws ``GateFailure``.
    public func relay(_ relay: Relay, body: [UInt8], of ecosystem: any PackageEcosystem) async throws -> Answer {
        switch ecosystem.prepare(relay, body: body, isOwned: isOwned) {
        case .answer(let answer):
            return answer
        case .forward(let query, let body):
            do {
                return try await upstream.relay(relay, query: query, body: body, of: ecosystem.ecosystem)
            } catch {
                throw GateFailure(error.failure)
            }
        }
    }
}
