import SallyportLexing
import SallyportModel

/// Whether the page of an index says that a gem needs the same as the gem itself says: Bundler resolves by the page, and
/// `gem` by what stands in the gem.
enum GemAgreement {
    /// What differs, a sentence each.
    static func differences(_ stated: IndexStatement, _ specification: GemSpecification) -> [String] {
        guard stated.isReadable else { return ["what the index says of this version can't be read"] }
        var inIndex: [String: Set<String>] = [:]
        for entry in stated.dependencies { inIndex[entry.name, default: []].formUnion(clauses(entry.requirement)) }
        var inGem: [String: Set<String>] = [:]
        for entry in specification.dependencies where !entry.isDevelopment {
            inGem[entry.name, default: []].formUnion(clauses(entry.requirement))
        }
        var differences: [String] = []
        for (name, clauses) in inIndex.sorted(by: { $0.key < $1.key }) {
            guard let own = inGem[name] else {
                differences.append("only the index depends on \(name)")
                continue
            }
            if clauses != own { differences.append("the index depends on another \(name)") }
        }
        for name in inGem.keys.sorted() where inIndex[name] == nil {
            differences.append("the index does not depend on \(name)")
        }
        return differences
    }

    /// The clauses of a requirement, each as a sign and a version; none where any version will do.
    private static func clauses(_ requirement: String) -> [String] {
        requirement.split(separator: ",").map { clause in
            let text = clause.filter { $0 != " " }
            return text.first?.isNumber == true ? "=" + text : String(text)
        }
        .filter { !any.contains($0) }
    }

    /// How tools of different age write that any version will do.
    private static let any: Set<String> = [">=0", ">=0.0", ">=0.0.0", ">0.0.0"]
}
