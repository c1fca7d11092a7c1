import SallyportModel
import Synchronization
import Testing

@testable import SallyportUpstream

@Suite struct HostAddressesTests {
    /// A clock that is set by hand.
    final class Clock: Sendable {
        private let seconds = Mutex<Int64>(0)
        func advance(_ step: Int64) { seconds.withLock { $0 += step } }
        @Sendable func now() -> Instant { Instant(milliseconds: seconds.withLock { $0 } * 1_000) }
    }

    private func addresses(
        _ names: [String: [[String]]],
        clock: Clock = Clock(),
        _ change: (inout UpstreamLimits) -> Void = { _ in }
    ) -> HostAddresses {
        var limits = UpstreamLimits.standard
        change(&limits)
        return HostAddresses(resolver: NameTable(names), limits: limits, now: clock.now)
    }

    private func look(_ host: String, in book: HostAddresses) async throws -> [String] {
        try await book.addresses(of: host).map(\.description)
    }

    @Test func takesAnAddressForItself() async throws {
        #expect(try await look("10.0.0.1", in: addresses([:])) == ["10.0.0.1"])
    }

    @Test func believesForALimitedTime() async throws {
        let clock = Clock()
        let book = addresses(["h": [["1.1.1.1"], ["2.2.2.2"]]], clock: clock) { $0.addressesLifetimeSeconds = 30 }
        #expect(try await look("h", in: book) == ["1.1.1.1"])
        clock.advance(29)
        #expect(try await look("h", in: book) == ["1.1.1.1"])
        clock.advance(1)
        #expect(try await look("h", in: book) == ["2.2.2.2"])
    }

    @Test func keepsItsOrderThroughRefreshes() async throws {
        let clock = Clock()
        let book = addresses(["h": [["1.1.1.1", "2.2.2.2"], ["3.3.3.3", "2.2.2.2", "1.1.1.1"]]], clock: clock)
        #expect(try await look("h", in: book) == ["1.1.1.1", "2.2.2.2"])
        clock.advance(1_000)
        #expect(try await look("h", in: book) == ["1.1.1.1", "2.2.2.2", "3.3.3.3"])
    }

    @Test func triesADeadAddressLast() async throws {
        let book = addresses(["h": [["1.1.1.1", "2.2.2.2"]]])
        _ = try await look("h", in: book)
        book.demote(try #require(IPAddress("1.1.1.1")), of: "h")
        book.demote(try #require(IPAddress("9.9.9.9")), of: "h")
        book.demote(try #require(IPAddress("1.1.1.1")), of: "unknown")
        #expect(try await look("h", in: book) == ["2.2.2.2", "1.1.1.1"])
    }

    @Test(arguments: [(1, 1), (2, 2), (3, 2)])
    func looksAtABoundedNumber(addressesMax: Int, count: Int) async throws {
        let book = addresses(["h": [["1.1.1.1", "2.2.2.2"]]]) { $0.addressesMax = addressesMax }
        #expect(try await look("h", in: book).count == count)
    }

    @Test func remembersABoundedNumberOfHosts() async throws {
        let book = addresses(["a": [["1.1.1.1"], ["2.2.2.2"]], "b": [["1.1.1.1"], ["2.2.2.2"]]]) { $0.hostsMax = 1 }
        #expect(try await look("a", in: book) == ["1.1.1.1"])
        #expect(try await look("b", in: book) == ["1.1.1.1"])
        #expect(try await look("a", in: book) == ["1.1.1.1"])
        #expect(try await look("b", in: book) == ["2.2.2.2"])
    }
}
