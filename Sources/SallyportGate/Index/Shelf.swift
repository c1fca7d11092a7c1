import SallyportModel
import Synchronization

/// Parsed indexes in memory, the least recently used ones dropped beyond a number of bytes.
final class Shelf: Sendable {
    private struct Slot {
        var shelved: ShelvedIndex
        var lastUse: UInt64
    }

    private struct State {
        var slots: [Package: Slot] = [:]
        var byteCount = 0
        var useCount: UInt64 = 0
        var generation: UInt64 = 0
    }

    private let bytesMax: Int
    private let state = Mutex(State())

    init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }

    /// The index of a package, with standings that are right now.
    func index(of package: Package, under rules: @autoclosure () -> StandingRules, at now: Instant) -> ShelvedIndex? {
        state.withLock { state in
            guard var slot = state.slots[package] else { return nil }
            state.useCount += 1
            slot.lastUse = state.useCount
            if !slot.shelved.isSettled(at: now) { Self.settle(&slot.shelved, rules(), in: &state) }
            state.slots[package] = slot
            return slot.shelved
        }
    }

    /// Puts an index on the shelf; keeps the generation of an equal one that stood there.
    func put(_ shelved: ShelvedIndex, of package: Package, under rules: StandingRules) -> ShelvedIndex {
        state.withLock { state in
            var shelved = shelved
            Self.settle(&shelved, rules, in: &state)
            if let old = state.slots.removeValue(forKey: package) {
                state.byteCount -= old.shelved.byteCount
                old.shelved.revoke()
            }
            state.useCount += 1
            state.slots[package] = Slot(shelved: shelved, lastUse: state.useCount)
            state.byteCount += shelved.byteCount
            evict(sparing: package, in: &state)
            return shelved
        }
    }

    /// Changes a shelved index in place and settles it again; `nil` when it is not there.
    func update(
        _ package: Package,
        under rules: StandingRules,
        _ change: (inout ShelvedIndex) -> Void
    ) -> ShelvedIndex? {
        state.withLock { state in
            guard var slot = state.slots[package] else { return nil }
            state.byteCount -= slot.shelved.byteCount
            change(&slot.shelved)
            Self.settle(&slot.shelved, rules, in: &state)
            state.byteCount += slot.shelved.byteCount
            state.slots[package] = slot
            return slot.shelved
        }
    }

    /// Notes that the upstream confirmed an index as it stands.
    func confirm(_ package: Package, at now: Instant, freshUntil: Instant) -> ShelvedIndex? {
        state.withLock { state in
            state.slots[package]?.shelved.confirm(at: now, freshUntil: freshUntil)
            return state.slots[package]?.shelved
        }
    }

    /// Settles everything again: a decision about all ecosystems was made.
    func settleAll(under rules: StandingRules) {
        state.withLock { state in
            for package in Array(state.slots.keys) {
                guard var slot = state.slots[package] else { continue }
                Self.settle(&slot.shelved, rules, in: &state)
                state.slots[package] = slot
            }
        }
    }

    private static func settle(_ shelved: inout ShelvedIndex, _ rules: StandingRules, in state: inout State) {
        shelved.settle(under: rules) {
            state.generation += 1
            return state.generation
        }
    }

    /// Drops the least recently used until the bound holds; one index larger than the bound may stand alone.
    private func evict(sparing kept: Package, in state: inout State) {
        while state.byteCount > bytesMax, state.slots.count > 1 {
            let oldest = state.slots.filter { $0.key != kept }.min { $0.value.lastUse < $1.value.lastUse }
            guard let oldest, let slot = state.slots.removeValue(forKey: oldest.key) else { return }
            state.byteCount -= slot.shelved.byteCount
            slot.shelved.revoke()
        }
    }
}
