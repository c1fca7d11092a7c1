import Yams

/// JSON as nested dictionaries, for tests that look at a document's shape (YAML 1.2 holds JSON).
enum JSON {
    static func object(_ text: String) -> [String: Any]? {
        (try? Yams.load(yaml: text)) as? [String: Any]
    }

    /// What stands at a path of names and positions.
    static func dig(_ root: Any, _ path: Any...) -> Any? {
        var node: Any? = root
        for step in path {
            if let name = step as? String {
                node = (node as? [String: Any])?[name]
            } else if let index = step as? Int, let list = node as? [Any], list.indices.contains(index) {
                node = list[index]
            } else {
                return nil
            }
        }
        return node
    }
}
