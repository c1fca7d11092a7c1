import SallyportEcosystem
public import SallyportModel
import Synchronization

extension Gate {
    /// Appends a decision; it is durable and in force when this returns.
    ///
    /// Throws ``GateFailure`` for a draft that makes no sense: an end in the past, a subject where none belongs.
    public func decide(_ draft: DecisionDraft) async throws -> Decision {
        try check(draft)
        let decision = try await catalogue.append(draft)
        book.withLock { $0.add(decision) }
        if let package = draft.subject?.package {
            if book.withLock({ $0.denies(package) }) { knownNames.withLock { $0.remove(package) } }
            _ = shelf.update(package, under: rules) {
                if draft.action == .reopen { $0.forgetBroken(version: draft.subject?.version) }
            }
        } else {
            shelf.settleAll(under: rules)
        }
        observe(.decided(decision))
        return decision
    }

    /// The freeze in force.
    public var freeze: Decision? { book.withLock { $0.freeze } }

    /// Longest reason of a decision, in UTF-8 bytes.
    public static var decisionReasonBytesMax: Int { 1_000 }

    private func check(_ draft: DecisionDraft) throws {
        func refuse(_ sentence: String) -> GateFailure { GateFailure(.badRequest(sentence)) }
        guard !draft.reason.isEmpty, draft.reason.utf8.count <= Self.decisionReasonBytesMax else {
            throw refuse("A decision needs a reason of at most \(Self.decisionReasonBytesMax) bytes.")
        }
        if let expires = draft.expires, expires <= draft.at { throw refuse("The admission would end in the past.") }
        switch draft.action {
        case .admit, .deny, .reopen:
            guard let subject = draft.subject else { throw refuse("Name what is decided on, as a package URL.") }
            guard subject.filename == nil else {
                throw refuse("Decisions are about releases or packages; leave out `file_name`.")
            }
            if let objection = ecosystems[subject.package.ecosystem]?.objection(to: subject) { throw refuse(objection) }
            guard draft.expires == nil || draft.action == .admit else { throw refuse("Only an admission can end.") }
        case .freeze:
            guard let asOf = draft.asOf else { throw refuse("A freeze needs the instant to freeze at.") }
            guard asOf <= draft.at else { throw refuse("A freeze can't be at an instant in the future.") }
        case .thaw:
            guard freeze != nil else { throw refuse("Nothing is frozen.") }
        }
    }
}
