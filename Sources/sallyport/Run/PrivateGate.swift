import ServiceLifecycle

/// A gate for one run: on a free loopback port, ended with the run.
enum PrivateGate {
    /// How long requests under way may take when the client has already ended.
    private static let drainSeconds = 5

    /// Starts a gate, runs `body` with its base URL, and ends it.
    static func run<Result: Sendable>(
        _ plan: ServerPlan,
        _ body: @Sendable (String) async throws -> Result
    ) async throws -> Result {
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let composition = try await Composition(plan) { port in opened.yield(port) }
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await serve(composition, plan, ports, opened, body))
        } catch {
            outcome = .failure(error)
        }
        await composition.shutDown()
        return try outcome.get()
    }

    private static func serve<Result: Sendable>(
        _ composition: Composition,
        _ plan: ServerPlan,
        _ ports: AsyncStream<Int>,
        _ opened: AsyncStream<Int>.Continuation,
        _ body: @Sendable (String) async throws -> Result
    ) async throws -> Result {
        var configuration = ServiceGroupConfiguration(services: composition.services, logger: plan.logger)
        configuration.gracefulShutdownSignals = []
        configuration.maximumGracefulShutdownDuration = .seconds(drainSeconds)
        let group = ServiceGroup(configuration: configuration)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { opened.finish() }
                try await group.run()
            }
            guard let port = await ports.first(where: { _ in true }) else {
                try await tasks.waitForAll()
                throw CancellationError()
            }
            let result = try await body(ListenAddress(host: plan.host, port: port).url)
            await group.triggerGracefulShutdown()
            // The run is over: how the gate ended no longer matters to it.
            try? await tasks.waitForAll()
            return result
        }
    }
}
