/// Collects what runs from a gyp tree, at any depth and under any condition.
struct GypWalk {
    private(set) var actions: [GypAction] = []
    private(set) var conditions: [GypString] = []

    private static let actionKinds: Set<String> = ["actions", "rules", "postbuilds", "run_as"]
    private static let conditionKinds: Set<String> = ["conditions", "target_conditions"]

    init(_ root: GypValue) {
        // Each value waits with the key under which it stands; lists hand their key down.
        var waiting: [(key: String, value: GypValue)] = [("", root)]
        while let (key, value) = waiting.popLast() {
            switch value {
            case .string, .literal:
                break
            case .list(let elements):
                if Self.conditionKinds.contains(key) { collectConditions(elements) }
                waiting.append(contentsOf: elements.reversed().map { (key, $0) })
            case .dictionary(let members):
                collectAction(kind: key, value)
                waiting.append(contentsOf: members.reversed().map { (Self.plain($0.key.value), $0.value) })
            }
        }
    }

    /// A key without gyp's merge operators.
    private static func plain(_ key: String) -> String {
        var end = key.endIndex
        while end > key.startIndex, "=+?!/%".contains(key[key.index(before: end)]) { end = key.index(before: end) }
        return String(key[..<end])
    }

    private mutating func collectConditions(_ elements: [GypValue]) {
        // A list of conditions has lists; one condition has expressions, and what holds then and otherwise.
        for case .string(let expression) in elements { conditions.append(expression) }
    }

    private mutating func collectAction(kind: String, _ value: GypValue) {
        guard Self.actionKinds.contains(kind), case .dictionary(let members) = value else { return }
        var name = ""
        for member in members where Self.plain(member.key.value).hasSuffix("_name") {
            name = member.value.string ?? name
        }
        for member in members where Self.plain(member.key.value) == "action" {
            let words: [GypValue] = member.value.list ?? [member.value]
            let strings: [GypString] = words.compactMap { if case .string(let string) = $0 { string } else { nil } }
            actions.append(
                GypAction(
                    kind: kind,
                    name: name,
                    command: strings.map(\.value),
                    offset: strings.first?.offset ?? member.key.offset
                )
            )
        }
    }
}
