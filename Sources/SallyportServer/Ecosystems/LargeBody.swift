import HummingbirdCore
import NIOCore
import Synchronization

/// A body that is too large to be held by each connection that takes it slowly: its readers are given copies of small parts, and
/// it can be taken from them all at once.
final class LargeBody: Sendable {
    /// It was taken away: the connection ends before the body does.
    struct Withdrawn: Error, Sendable {}

    /// How much a connection is given at a time, in bytes.
    static let partBytes = 256 * 1_024

    let byteCount: Int
    private let content: Mutex<ByteBuffer?>

    init(_ content: ByteBuffer) {
        byteCount = content.readableBytes
        self.content = Mutex(content)
    }

    /// A copy of a part, which must lie inside the body; `nil` once it was taken away.
    func part(_ range: Range<Int>) -> ByteBuffer? {
        content.withLock { content in
            content.flatMap { $0.viewBytes(at: $0.readerIndex + range.lowerBound, length: range.count) }
                .map { ByteBuffer(bytes: $0) }
        }
    }

    /// Takes it away from whoever is still reading it.
    func withdraw() { content.withLock { $0 = nil } }

    /// A range of it as the body of an answer.
    func response(_ range: Range<Int>) -> ResponseBody {
        ResponseBody(contentLength: range.count) { [self] writer in
            var position = range.lowerBound
            while position < range.upperBound {
                let end = min(position + Self.partBytes, range.upperBound)
                guard let part = part(position..<end) else { throw Withdrawn() }
                try await writer.write(part)
                position = end
            }
            try await writer.finish(nil)
        }
    }
}

/// Large bodies of earlier generations, as long as somebody reads them: beyond a number of bytes the oldest are taken away.
struct EarlierBodies: Sendable {
    private struct Entry: Sendable {
        weak let body: LargeBody?
    }

    private var entries: [Entry] = []
    private let bytesMax: Int

    init(bytesMax: Int) { self.bytesMax = bytesMax }

    /// A body is no longer the newest one.
    mutating func add(_ body: LargeBody) {
        entries.removeAll { $0.body == nil }
        entries.append(Entry(body: body))
        var sum = entries.reduce(0) { $0 + ($1.body?.byteCount ?? 0) }
        while sum > bytesMax, entries.count > 1, let oldest = entries.first {
            sum -= oldest.body?.byteCount ?? 0
            oldest.body?.withdraw()
            entries.removeFirst()
        }
    }
}
