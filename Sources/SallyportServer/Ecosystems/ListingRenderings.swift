import Dispatch
import Synchronization

/// Renders listings, which are a hundred times larger than all else, each form at most once at a time.
///
/// Who asks for a generation that is not being rendered waits for the next rendering, which is of the newest generation
/// that anybody waits for: those between are never made, and one that nobody waits for is not begun. So what is to be done
/// is bounded by the number of forms, however many ask.
final class ListingRenderings: Sendable {
    /// Where a form is rendered.
    enum Lane {
        /// What only has to be copied: it waits for nothing that is made.
        case atHand
        /// What is made of all lines: one after the other, so that a core is left for everything else.
        case made
    }

    private struct Waiter {
        let generation: UInt64
        let isAwaited: @Sendable () -> Bool
        let continuation: CheckedContinuation<RenderedIndex, any Error>
    }

    /// All that is known of one form while somebody waits for it or it is being rendered.
    private struct Form {
        var generation: UInt64
        var render: @Sendable () -> RenderedIndex
        var waiters: [Waiter] = []
    }

    private let forms = Mutex<[RenderedKey: Form]>([:])
    private let atHand = DispatchQueue(label: "listings at hand")
    private let made = DispatchQueue(label: "listings")

    /// A form of a generation, or of a later one. Throws `CancellationError` when nobody who asked for it is there any
    /// more at its turn.
    func rendered(
        _ key: RenderedKey,
        of generation: UInt64,
        in lane: Lane,
        isAwaited: @escaping @Sendable () -> Bool,
        by render: @escaping @Sendable () -> RenderedIndex
    ) async throws -> RenderedIndex {
        try await withCheckedThrowingContinuation { continuation in
            let waiter = Waiter(generation: generation, isAwaited: isAwaited, continuation: continuation)
            let isFirst = forms.withLock { forms in
                let isFirst = forms[key] == nil
                var form = forms[key] ?? Form(generation: generation, render: render)
                if form.generation < generation {
                    form.generation = generation
                    form.render = render
                }
                form.waiters.append(waiter)
                forms[key] = form
                return isFirst
            }
            if isFirst { enqueue(key, in: lane) }
        }
    }

    /// How many wait for a form.
    func waiterCount(_ key: RenderedKey) -> Int { forms.withLock { $0[key]?.waiters.count ?? 0 } }

    /// A form has one place in its lane: it stands again at the end when it was rendered and somebody still waits.
    private func enqueue(_ key: RenderedKey, in lane: Lane) {
        (lane == .atHand ? atHand : made).async { [self] in
            guard let (generation, render) = next(key) else { return }
            let rendered = render()
            let (served, isWanted) = finished(key, generation)
            for waiter in served { waiter.continuation.resume(returning: rendered) }
            if isWanted { enqueue(key, in: lane) }
        }
    }

    /// What to render of a form now; `nil` when nobody waits for it any more.
    private func next(_ key: RenderedKey) -> (UInt64, @Sendable () -> RenderedIndex)? {
        var gone: [Waiter] = []
        let next = forms.withLock { forms -> (UInt64, @Sendable () -> RenderedIndex)? in
            guard var form = forms[key] else { return nil }
            let waiters = form.waiters
            form.waiters = []
            for waiter in waiters {
                if waiter.isAwaited() { form.waiters.append(waiter) } else { gone.append(waiter) }
            }
            forms[key] = form.waiters.isEmpty ? nil : form
            return form.waiters.isEmpty ? nil : (form.generation, form.render)
        }
        for waiter in gone { waiter.continuation.resume(throwing: CancellationError()) }
        return next
    }

    /// Those whom a rendering serves, and whether others wait for a later one.
    private func finished(_ key: RenderedKey, _ generation: UInt64) -> ([Waiter], Bool) {
        forms.withLock { forms in
            guard var form = forms[key] else { return ([], false) }
            let served = form.waiters.filter { $0.generation <= generation }
            form.waiters.removeAll { $0.generation <= generation }
            forms[key] = form.waiters.isEmpty ? nil : form
            return (served, !form.waiters.isEmpty)
        }
    }
}
