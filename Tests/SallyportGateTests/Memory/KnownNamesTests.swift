import SallyportModel
import Testing

@testable import SallyportGate

@Suite("Names of what was admitted")
struct KnownNamesTests {
    @Test(
        "are sorted, each once, without the one that asks",
        arguments: [["b", "a", "c"], ["a", "b", "c"], ["c", "b", "a"]]
    )
    func sorted(names: [String]) throws {
        var known = KnownNames([:], countMax: 10)
        for name in names + names { known.insert(try package(name)) }
        #expect(known.beside(try package("d")) == ["a", "b", "c"])
        #expect(known.beside(try package("b")) == ["a", "c"])
        #expect(known.beside(try #require(Package(.pypi, "d"))) == [])
    }

    @Test("are bounded, from the record and from what is admitted since", arguments: [2, 3, 4])
    func bounded(countMax: Int) throws {
        var known = KnownNames([.npm: ["c", "a"], .pypi: ["x"]], countMax: countMax)
        for name in ["d", "b"] { known.insert(try package(name)) }
        #expect(
            known.beside(try package("left")) == [["a", "c"], ["a", "c", "d"], ["a", "b", "c", "d"]][countMax - 2]
        )
        // Those that were known first, as before a restart.
        #expect(KnownNames([.npm: ["c", "a", "b"]], countMax: 2).beside(try package("left")) == ["a", "c"])
    }

    @Test("leave when somebody denies the package")
    func removed() throws {
        var known = KnownNames([.npm: ["c", "a", "b"]], countMax: 10)
        for name in ["b", "x"] { known.remove(try package(name)) }
        known.remove(try #require(Package(.gem, "a")))
        #expect(known.beside(try package("left")) == ["a", "c"])
    }
}
