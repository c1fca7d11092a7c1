import NIOCore
import Testing

@testable import SallyportServer

@Suite("Large bodies")
struct LargeBodyTests {
    private func body(_ count: Int = 100) -> LargeBody {
        LargeBody(ByteBuffer(bytes: (0..<count).map { UInt8(truncatingIfNeeded: $0) }))
    }

    @Test("are given out in copies of parts until they are taken away")
    func parts() {
        let body = body()
        #expect(body.part(10..<12).map { Array($0.readableBytesView) } == [10, 11])
        #expect(body.part(99..<100)?.readableBytes == 1)
        #expect(body.part(99..<101) == nil)
        body.withdraw()
        #expect(body.part(10..<12) == nil)
    }

    @Test(
        "of earlier generations are taken away from the oldest on, when they are more than fit",
        arguments: [2, 3, 4]
    )
    func earlier(count: Int) {
        var earlier = EarlierBodies(bytesMax: 300)
        let bodies = (0..<count).map { _ in body() }
        for body in bodies { earlier.add(body) }
        let isThere = bodies.map { $0.part(0..<1) != nil }
        #expect(isThere == (0..<count).map { $0 >= count - 3 })
    }

    @Test("that nobody reads any more count for nothing")
    func unread() {
        var earlier = EarlierBodies(bytesMax: 300)
        let first = body()
        earlier.add(first)
        for _ in 0..<10 { earlier.add(body()) }
        #expect(first.part(0..<1) != nil)
    }
}
