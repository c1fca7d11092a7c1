import SallyportModel

/// Packages whose indexes have left the memory, and until when what a listing last said of them is right.
///
/// A package of which more was said than is right now waits here to be looked at again.
struct DepartedPackages: Sendable {
    private var rightUntil: [Package: Instant] = [:]
    /// Nothing ends before this instant.
    private var earliest = Self.always
    private let countMax: Int

    private static let always = Instant(milliseconds: .max)
    private static let never = Instant(milliseconds: .min)

    init(countMax: Int) { self.countMax = countMax }

    func contains(_ package: Package) -> Bool { rightUntil[package] != nil }

    /// Enters a package; `nil` for one that time alone does not change. Beyond the bound nothing is entered: the listing
    /// says again what the upstream says.
    mutating func enter(_ package: Package, rightUntil end: Instant?) {
        guard rightUntil.count < countMax || rightUntil[package] != nil else { return }
        rightUntil[package] = end ?? Self.always
        earliest = min(earliest, end ?? Self.always)
    }

    /// Enters a package that has to be looked at.
    mutating func enter(toLookAt package: Package) { enter(package, rightUntil: Self.never) }

    mutating func remove(_ package: Package) { rightUntil[package] = nil }

    /// A package is not any more as it was, if it is one of these.
    mutating func outdate(_ package: Package) {
        if rightUntil[package] != nil { enter(toLookAt: package) }
    }

    /// All packages that are wanted have to be looked at.
    mutating func outdateAll(where isWanted: (Package) -> Bool = { _ in true }) {
        for package in rightUntil.keys where isWanted(package) { enter(toLookAt: package) }
    }

    /// Some of the packages that have to be looked at now.
    mutating func outdated(in ecosystem: Ecosystem, at now: Instant, limit: Int) -> [Package] {
        guard now >= earliest else { return [] }
        var found: [Package] = []
        earliest = Self.always
        for (package, end) in rightUntil {
            if end <= now, package.ecosystem == ecosystem, found.count < limit {
                found.append(package)
            }
            // Also of those that are found: they leave when they were looked at.
            earliest = min(earliest, end)
        }
        return found
    }
}
