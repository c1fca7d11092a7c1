import SallyportAnalysis
import SallyportEcosystem
import SallyportModel
import SallyportPolicy
import Synchronization

extension Gate {
    /// The report with what the index, and this gate's memory, say of the release around it.
    ///
    /// The facts become a part of the report, so that a later judgement under another policy is made from the same ones.
    func surrounded(
        _ report: Report,
        of artifact: Artifact,
        in shelved: ShelvedIndex,
        at position: Int,
        previous: Report?,
        earlier: Judgement?
    ) async throws -> Report {
        guard let stated = shelved.index.surroundings(at: position) else { return report }
        let package = artifact.release.package
        let times = StandingRules.times(of: shelved.index.artifacts[position], sighting: shelved.sightings[position])
        // Of what has long been there, nobody needs to know how old its dependencies were.
        let isYoung = policy.standing(of: times, now: clock()) == .young
        let doubtful = SurroundingFacts.doubtfulDependencies(of: report, previous: previous, stated, artifact.release)
        let surroundings = Surroundings(
            release: stated.release,
            others: stated.others,
            nearby: nearby(package, at: stated.release.publishedAt),
            dependencies: isYoung ? try await firstAppearances(of: doubtful, in: package.ecosystem) : [:],
            ownNames: ownNames(package.ecosystem),
            knownNames: knownNames.withLock { $0.beside(package) }
        )
        let facts = SurroundingFacts.facts(surroundings, of: artifact.release, report: report, previous: previous)
        return report.adding(facts + (try await remembered(from: earlier, beside: facts)))
    }

    /// What was seen when the same bytes were read earlier, and shows only at the time when a release appears.
    private func remembered(from earlier: Judgement?, beside facts: [Fact]) async throws -> [Fact] {
        guard let earlier, let report = try await catalogue.report(of: earlier) else { return [] }
        let passing: [FactCode] = [.indexNewDependencyYoung, .indexBurst]
        return report.facts.filter { fact in passing.contains(fact.code) && !facts.contains { $0.code == fact.code } }
    }

    /// When the first release of each dependency appeared, as far as its index is here or comes soon.
    private func firstAppearances(of names: [String], in ecosystem: Ecosystem) async throws -> [String: Instant] {
        let packages = names.prefix(limits.dependenciesAskedMax).compactMap { Package(ecosystem, $0) }
        guard !packages.isEmpty else { return [:] }
        return try await within(limits.dependenciesAwaitedFor) {
            await withTaskGroup(of: (String, Instant)?.self) { group in
                for package in packages {
                    group.addTask {
                        // A dependency that nobody can look up says nothing here; whoever installs it hears of it.
                        guard let shelved = try? await self.freshIndex(of: package),
                            let first = shelved.index.artifacts.compactMap(\.publishedAt).min()
                        else { return nil }
                        return (package.name, first)
                    }
                }
                var appearances: [String: Instant] = [:]
                for await found in group { if let (name, first) = found { appearances[name] = first } }
                return appearances
            }
        } ?? [:]
    }

    /// Releases under the same scope that appeared about the same time, of the packages whose indexes are in memory.
    private func nearby(_ package: Package, at time: Instant?) -> [NearbyRelease] {
        guard let time, let slash = package.name.firstIndex(of: "/") else { return [] }
        let scope = package.name[...slash]
        let indexes = shelf.indexes { $0 != package && $0.ecosystem == package.ecosystem && $0.name.hasPrefix(scope) }
        var releases: [NearbyRelease] = []
        for shelved in indexes.prefix(limits.neighboursMax) {
            for entry in shelved.index.artifacts {
                guard let at = entry.publishedAt, abs(at.seconds(since: time)) <= 600 else { continue }
                let release = entry.artifact.release
                releases.append(
                    NearbyRelease(name: release.package.name, version: release.version, publishedAt: at)
                )
            }
        }
        return releases
    }
}
