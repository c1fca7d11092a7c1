import SallyportLexing
import SallyportModel

/// Facts about data that code reads which evaluates or starts what it has: data that nobody can read, in a package that is
/// otherwise plain, is where a payload travels.
enum DataFacts {
    /// Files of one kind and extension above which they are the package's business: a table of models, a set of samples.
    static let siblingsMax = 4

    static func facts(_ reach: PackageReach, _ shelf: Shelf) -> [WeightedFact] {
        var siblings: [String: Int] = [:]
        for file in shelf.files where file.opaque != nil { siblings[ending(of: file.path), default: 0] += 1 }
        var facts: [WeightedFact] = []
        for (position, readers) in reach.reads.sorted(by: { $0.key < $1.key }) {
            let file = shelf.files[position]
            guard let what = oddity(file),
                file.tail != nil || siblings[ending(of: file.path), default: 0] <= siblingsMax
            else { continue }
            guard let reader = readers.max(by: { reach.reach(of: $0) < reach.reach(of: $1) }) else { continue }
            let origin = shelf.files[reader]
            guard let means = means(origin) else { continue }
            let detail = "\(what), read by \(origin.path.suffix(80)) which \(means)"
            let place = Place(path: file.path)
            let fact = Fact(
                code: .fileData,
                reach: reach.reach(of: reader),
                detail: Excerpt.detail(detail),
                place: place
            )
            facts.append(WeightedFact(fact))
        }
        return facts
    }

    private static func oddity(_ file: PackageFile) -> String? {
        if let tail = file.tail { return "\(tail) bytes behind the end of a \(file.record.content) file" }
        return file.opaque.map { "\(file.record.size) bytes, \($0.rawValue)" }
    }

    private static func ending(of path: String) -> String {
        let name = PathText.name(of: path)
        return name.lastIndex(of: ".").map { String(name[$0...]) } ?? name
    }

    /// What a source does with what it reads, as far as that runs it.
    static func means(_ file: PackageFile) -> String? {
        let findings = file.ownFindings?.findings ?? []
        if findings.contains(where: { $0.code == .capabilityDynamicCode && $0.weight >= .use }) { return "evaluates" }
        if findings.contains(where: { $0.code == .chainDecodeExecute }) { return "runs what it decodes" }
        if findings.contains(where: { $0.code == .capabilityProcess && $0.weight >= .use }) { return "starts programs" }
        if findings.contains(where: { $0.code == .capabilityNativeLoading && $0.weight >= .use }) {
            return "loads native code"
        }
        return nil
    }
}
