import SallyportModel

/// Who published, against who did before.
enum PublisherFacts {
    /// Releases by known publishers before a new one is news.
    static let releasesMin = 3
    /// Days over which these are spread.
    static let daysMin: Int64 = 30

    static func facts(_ history: ReleaseHistory) -> [Fact] {
        [changed(history), workflowLost(history), maintainersAdded(history)].compactMap { $0 }
    }

    /// The first release of somebody, of a package that others published for long: who was no maintainer at the release
    /// before is a `newcomer`. A workflow that publishes for the first time is none: taking up trusted publishing is good.
    private static func changed(_ history: ReleaseHistory) -> Fact? {
        guard let publisher = history.subject.statement.publisher, !publisher.isWorkflow else { return nil }
        let before = history.settled(history.earlier.filter { $0.statement.publisher != nil })
        guard before.count >= releasesMin, let latest = before.first, let first = before.last,
            let span = history.days(since: first), span >= daysMin
        else { return nil }
        let own = before.filter { $0.statement.publisher?.name == publisher.name }
        guard own.isEmpty else { return address(publisher, own) }
        let former = latest.statement.publisher?.name ?? ""
        let known = latest.statement.maintainers?.contains(publisher.name) ?? false
        let count = before.filter { $0.statement.publisher?.name == former }.count
        return SurroundingFacts.fact(
            .indexPublisherChanged,
            "\(known ? "maintainer" : "newcomer"): \(publisher.name), after \(count) by \(former)"
        )
    }

    /// The same account with an address at another place than ever before: what a thief changes first.
    private static func address(_ publisher: Publisher, _ own: [ReleaseHistory.Entry]) -> Fact? {
        let former = own.compactMap { $0.statement.publisher?.email }.map(domain)
        guard let email = publisher.email, former.count >= releasesMin else { return nil }
        let now = domain(email)
        guard !former.contains(now), let latest = former.first else { return nil }
        return SurroundingFacts.fact(
            .indexPublisherChanged,
            "address: \(publisher.name) at \(now), before at \(latest)"
        )
    }

    private static func domain(_ email: String) -> String {
        email.split(separator: "@").last.map { $0.lowercased() } ?? ""
    }

    /// An account where the last releases came from a workflow.
    private static func workflowLost(_ history: ReleaseHistory) -> Fact? {
        guard let publisher = history.subject.statement.publisher, !publisher.isWorkflow else { return nil }
        let before = history.settled(history.model.filter { $0.statement.publisher != nil }).prefix(2)
        guard !before.isEmpty, before.allSatisfy({ $0.statement.publisher?.isWorkflow == true }) else { return nil }
        return SurroundingFacts.fact(.indexWorkflowLost, "\(publisher.name), where a workflow published before")
    }

    private static func maintainersAdded(_ history: ReleaseHistory) -> Fact? {
        guard let now = history.subject.statement.maintainers,
            let before = history.earlier.lazy.compactMap(\.statement.maintainers).first, !before.isEmpty
        else { return nil }
        let added = Set(now).subtracting(before).sorted()
        guard !added.isEmpty else { return nil }
        let more = added.count > 3 ? " and \(added.count - 3) more" : ""
        return SurroundingFacts.fact(.indexMaintainerAdded, added.prefix(3).joined(separator: ", ") + more)
    }
}
