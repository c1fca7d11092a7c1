import SallyportTesting

@testable import SallyportServer

extension HotPathServices {
    /// What the hot path needs, over a cache and a clock of the test.
    init(_ cache: HotCache, _ clock: ManualClock) {
        self.init(
            cache: cache,
            recorder: DeliveryRecorder(ledger: MemoryCatalogue(), clock: { clock.now }),
            requestIDs: RequestIDs(prefix: "run"),
            date: DateField(clock: { clock.now })
        )
    }
}
