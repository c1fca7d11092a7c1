import SallyportModel

/// Names of packages of which something was admitted here, sorted, up to a number for each ecosystem.
struct KnownNames: Sendable {
    private var names: [Ecosystem: [String]]
    private let countMax: Int

    init(_ names: [Ecosystem: [String]], countMax: Int) {
        self.names = names.mapValues { Array($0.sorted().prefix(countMax)) }
        self.countMax = countMax
    }

    /// Adds a name; beyond the number, what is known stays as it is.
    mutating func insert(_ package: Package) {
        var known = names[package.ecosystem] ?? []
        var low = 0
        var high = known.count
        while low < high {
            let middle = (low + high) / 2
            if known[middle] < package.name { low = middle + 1 } else { high = middle }
        }
        guard known.count < countMax, low == known.count || known[low] != package.name else { return }
        // Taken out first, so that the insertion does not copy it.
        names[package.ecosystem] = nil
        known.insert(package.name, at: low)
        names[package.ecosystem] = known
    }

    /// All names beside a package's own.
    func beside(_ package: Package) -> [String] {
        (names[package.ecosystem] ?? []).filter { $0 != package.name }
    }
}
