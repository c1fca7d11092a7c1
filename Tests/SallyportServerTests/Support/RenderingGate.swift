import SallyportAnalysis
import SallyportEcosystem
import SallyportGate
import SallyportPolicy
import SallyportTesting

/// A gate in memory whose ecosystem watches what it renders.
enum RenderingGate {
    /// Calls with a gate that runs as long as the call. What has a time budget in it waits for its event, however long that
    /// takes.
    static func with(
        _ ecosystem: any PackageEcosystem,
        _ upstream: FakeUpstream,
        _ body: (Gate) async throws -> Void
    ) async throws {
        let hashing = StandInHashing()
        let clock = ManualClock()
        let patience = Checkpoint(isClosed: true)
        let gate = try await Gate(
            ecosystems: [ecosystem],
            catalogue: MemoryCatalogue(),
            blobs: MemoryBlobs(),
            upstream: upstream,
            inspector: Inspector(hashing: hashing),
            hashing: hashing,
            policy: .standard,
            clock: { clock.now },
            pause: { _ in
                await patience.pass()
                try Task.checkCancellation()
            }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await gate.run() }
            defer { group.cancelAll() }
            try await body(gate)
        }
    }
}
