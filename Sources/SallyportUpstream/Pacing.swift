public import SallyportModel

/// Time and chance, for waits between attempts; tests put their own in.
public struct Pacing: Sendable {
    /// Waits, or throws when the task is cancelled.
    public let sleep: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to but not including 1.
    public let random: @Sendable () -> Double
    /// The time of day.
    public let now: @Sendable () -> Instant

    /// Takes time and chance from outside.
    public init(
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.sleep = sleep
        self.random = random
        self.now = now
    }
}
