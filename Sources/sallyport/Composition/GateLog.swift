import Logging
import SallyportGate
import SallyportModel

/// Writes what the gate notices into the log: at `info` what a person may act on, at `debug` the rest.
struct GateLog: Sendable {
    let logger: Logger

    func note(_ event: GateEvent) {
        switch event {
        case .judged(let judgement):
            let level: Logger.Level = judgement.verdict.outcome == .admit ? .debug : .info
            logger.log(
                level: level,
                "judged",
                metadata: [
                    "release": "\(judgement.artifact.release)", "file": "\(judgement.artifact.filename)",
                    "outcome": "\(judgement.verdict.outcome.rawValue)",
                    "reasons": "\(judgement.verdict.reasons.map(\.code).joined(separator: ","))",
                ]
            )
        case .withdrawn(let judgement):
            logger.warning(
                "withdrawn: read again by a newer engine, and not admitted any more",
                metadata: [
                    "release": "\(judgement.artifact.release)", "file": "\(judgement.artifact.filename)",
                    "outcome": "\(judgement.verdict.outcome.rawValue)",
                    "reasons": "\(judgement.verdict.reasons.map(\.code).joined(separator: ","))",
                ]
            )
        case .rereadingFailed(let reason):
            logger.warning("what an earlier engine read could not be looked up", metadata: ["reason": "\(reason)"])
        case .lookFailed(let ecosystem, let reason):
            logger.error(
                "kept indexes could not be read for the list of all packages",
                metadata: ["ecosystem": "\(ecosystem)", "reason": "\(reason)"]
            )
        case .judgingFailed(let artifact, let reason):
            logger.warning("not judged", metadata: ["artifact": "\(artifact)", "reason": "\(reason)"])
        case .blobDamaged(let artifact, let reason):
            logger.error("stored bytes are damaged", metadata: ["artifact": "\(artifact)", "reason": "\(reason)"])
        case .indexStale(let package, let reason):
            logger.warning("index is stale", metadata: ["package": "\(package)", "reason": "\(reason)"])
        case .indexOmissions(let package, let omissions):
            logger.debug(
                "left out of an index",
                metadata: ["package": "\(package)", "what": "\(omissions.prefix(5).joined(separator: "; "))"]
            )
        case .decided(let decision):
            logger.notice(
                "decided",
                metadata: [
                    "action": "\(decision.action.rawValue)", "subject": "\(decision.subject ?? "everything")",
                    "actor": "\(decision.actor)", "reason": "\(decision.reason)",
                ]
            )
        case .notKept(let reason):
            logger.warning("not kept", metadata: ["reason": "\(reason)"])
        }
    }
}
