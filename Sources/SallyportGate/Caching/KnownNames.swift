import SallyportModel

/// Names of packages of which something was admitted here that had long been there, and that nobody denied: sorted, up to a
/// number for each ecosystem, and those stay that were known first.
struct KnownNames: Sendable {
    private var names: [Ecosystem: [String]]
    private let countMax: Int

    init(_ names: [Ecosystem: [String]], countMax: Int) {
        self.names = names.mapValues { $0.prefix(countMax).sorted() }
        self.countMax = countMax
    }

    /// Adds a name; beyond the number, what is known stays as it is.
    mutating func insert(_ package: Package) {
        var known = names[package.ecosystem] ?? []
        let low = Self.place(of: package.name, in: known)
        guard known.count < countMax, low == known.count || known[low] != package.name else { return }
        // Taken out first, so that the insertion does not copy it.
        names[package.ecosystem] = nil
        known.insert(package.name, at: low)
        names[package.ecosystem] = known
    }

    /// Takes a name out: somebody denied the package.
    mutating func remove(_ package: Package) {
        guard let known = names[package.ecosystem] else { return }
        let place = Self.place(of: package.name, in: known)
        guard place < known.count, known[place] == package.name else { return }
        names[package.ecosystem]?.remove(at: place)
    }

    private static func place(of name: String, in known: [String]) -> Int {
        var low = 0
        var high = known.count
        while low < high {
            let middle = (low + high) / 2
            if known[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// All names beside a package's own.
    func beside(_ package: Package) -> [String] {
        (names[package.ecosystem] ?? []).filter { $0 != package.name }
    }
}
