import SallyportModel

/// Text that was decoded or put together and is itself code that does something.
enum PayloadRule {
    static func look(
        at code: FindingsCollector.InlineCode,
        _ inner: FindingsCollector,
        _ collector: inout FindingsCollector
    ) {
        guard inner.hasBehaviour else { return }
        let start = String(decoding: code.text.prefix(60), as: UTF8.self)
        collector.add(.hidingPayload, Excerpt.detail("decodes to: \(start)"), at: code.offset, .sensitive)
    }
}
