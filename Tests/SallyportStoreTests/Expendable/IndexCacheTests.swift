import SallyportGate
import SallyportModel
import Testing

@testable import SallyportStore

@Suite struct IndexCacheTests {
    @Test("indexes that were confirmed longest ago give way", arguments: [(100, 3), (300, 3), (299, 0), (50, 1)])
    func bound(bytesMax: Int, expectedAtMost: Int) async throws {
        let folder = try TemporaryFolder()
        let cache = try IndexCache(folder: try DataFolder(path: folder.data), bytesMax: bytesMax)
        let body = String(repeating: "x", count: 100)
        for number in 0..<3 {
            try await cache.keep(Samples.index(body, at: Int64(number)), of: try Samples.package("p\(number)"))
        }
        var kept: [Int] = []
        for number in 0..<3 where try await cache.index(of: try Samples.package("p\(number)")) != nil {
            kept.append(number)
        }
        #expect(bytesMax >= 300 ? kept == [0, 1, 2] : kept.count * 100 <= max(bytesMax, 100))
    }

    @Test("confirming keeps an index from giving way")
    func confirmed() async throws {
        let folder = try TemporaryFolder()
        let cache = try IndexCache(folder: try DataFolder(path: folder.data), bytesMax: 10_000)
        let package = try Samples.package()
        try await cache.keep(Samples.index("x", at: 1), of: package)
        try await cache.keep(Samples.index("x", at: 9), of: package)
        #expect(try await cache.index(of: package)?.confirmedAt == Instant(milliseconds: 9))
    }
}
