import SallyportEcosystem
import SallyportModel

/// A search, which goes upstream only when it names nothing that is ours.
struct SearchRequest {
    let query: String

    func step(isOwned: (Package) -> Bool) -> RelayStep {
        let namesOwned = QueryString(query).values("text").contains { text in
            Self.names(in: text).contains { NPMName.package($0).map(isOwned) ?? false }
        }
        guard namesOwned else { return .forward(query: query, body: []) }
        return .answer(NPMAnswers.json(200, #"{"objects":[],"total":0}"#))
    }

    /// Every word that could be a name; for a scope alone (`@acme`, `scope:acme`) the name of any package in it.
    private static func names(in text: String) -> [String] {
        let spaces: Set<Character> = [" ", "\t", ",", "\"", "+"]
        var names: [String] = []
        for word in text.split(whereSeparator: { spaces.contains($0) }) {
            let parts = word.split(separator: ":")
            names += parts.map(String.init)
            var scopes = parts.filter { $0.hasPrefix("@") && !$0.dropFirst().dropLast().contains("/") }
            if parts.first?.lowercased() == "scope" { scopes += parts.dropFirst() }
            names += scopes.map { scope in "@\(scope.filter { $0 != "@" && $0 != "/" })/any" }
        }
        return names + names.map { $0.lowercased() }
    }
}
