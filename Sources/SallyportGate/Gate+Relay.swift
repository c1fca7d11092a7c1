public import SallyportEcosystem
public import SallyportModel

extension Gate {
    /// Passes a request to the upstream without the company's own names, and announces in the answer what is withheld
    /// of the packages that it names, also where the upstream gave none. Throws ``GateFailure``.
    public func relay(_ relay: Relay, body: [UInt8], of ecosystem: any PackageEcosystem) async throws -> Answer {
        var named: [Package] = []
        let step = ecosystem.prepare(relay, body: body) { package in
            named.append(package)
            return isOwned(package)
        }
        guard relay.announcesWithheld else { return try await answer(to: step, relay, ecosystem) }
        let answer: Answer
        do {
            answer = try await self.answer(to: step, relay, ecosystem)
        } catch let failure as GateFailure {
            // The client prints the announcement of an answer that failed as well.
            answer = ecosystem.answer(failing: failure.failure)
        }
        return Answer(
            status: answer.status,
            reasonPhrase: answer.reasonPhrase,
            headers: answer.headers + ecosystem.headers(announcing: withheld(of: named)),
            body: answer.body
        )
    }

    private func answer(
        to step: RelayStep,
        _ relay: Relay,
        _ ecosystem: any PackageEcosystem
    ) async throws -> Answer {
        switch step {
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

    /// What is newer than anything visible and was withheld, of packages whose indexes were served lately: nothing is
    /// fetched to tell it.
    public func withheld(of packages: [Package]) -> [Refusal] {
        let now = clock()
        var refusals: [Refusal] = []
        for package in packages where refusals.count < limits.announcedMax {
            guard let shelved = shelf.index(of: package, under: rules(at: now), at: now) else { continue }
            let view = shelved.view(mountURL: "", namesRestrictions: false)
            refusals += shelved.index.newerWithheld(in: view).prefix(1).map { shelved.refusal(at: $0) }
        }
        return refusals
    }
}
