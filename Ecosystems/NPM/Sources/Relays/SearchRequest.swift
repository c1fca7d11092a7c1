import SallyportEcosystem
import SallyportModel

/// A search, which goes upstream only when it names nothing that is ours.
struct SearchRequest {
    let query: String

    func step(isOwned: (Package) -> Bool) -> RelayStep {
        let text = QueryString(query).value("text") ?? ""
        let separators: Set<Character> = [" ", "\t", ",", ":", "\"", "+"]
        let words = text.split { separators.contains($0) }
        let namesOwned = words.contains { word in
            NPMName.package(String(word)).map(isOwned) ?? false
        }
        guard namesOwned else { return .forward(query: query, body: []) }
        return .answer(NPMAnswers.json(200, #"{"objects":[],"total":0}"#))
    }
}
