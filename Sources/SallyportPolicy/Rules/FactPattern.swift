public import SallyportModel

/// The facts that a rule matches.
public struct FactPattern: Sendable, Hashable {
    /// Where a fact has to come from.
    public enum Origin: String, Sendable, Hashable {
        /// The package as it is.
        case package
        /// The package as it is, when it is young and no admitted predecessor shows what it was before.
        case newcomer
        /// The comparison with the last admitted version of the release line.
        case change
    }

    /// The code of the fact.
    public let code: FactCode
    /// Where it comes from.
    public let origin: Origin
    /// When the code concerned has to run.
    public let reach: ClosedRange<Reach>
    /// The capabilities that the fact's detail has to name; empty when the detail does not matter.
    public let capabilities: [String]
    /// Capabilities of which one has to be new since the predecessor; empty when nothing has to be.
    public let newCapabilities: [String]
    /// A sentence in place of the rule's own.
    public let sentence: String?

    init(
        _ code: String,
        from origin: Origin = .package,
        reach: ClosedRange<Reach> = .shipped ... .install,
        capabilities: [String] = [],
        newCapabilities: [String] = [],
        sentence: String? = nil
    ) {
        self.code = FactCode(rawValue: code)
        self.origin = origin
        self.reach = reach
        self.capabilities = capabilities
        self.newCapabilities = newCapabilities
        self.sentence = sentence
    }

    /// Whether a fact with the right code, from the right origin, has what else the pattern asks for.
    func accepts(_ fact: Fact, addedCapabilities: Set<String>) -> Bool {
        guard reach.contains(fact.reach) else { return false }
        if !capabilities.isEmpty, !capabilities.contains(Self.capability(named: fact.detail)) { return false }
        return newCapabilities.isEmpty || newCapabilities.contains { addedCapabilities.contains($0) }
    }

    /// The capability or chain at the head of a detail: `network` of `capability.network: example.invalid`.
    static func capability(named detail: String) -> String {
        var name = detail.prefix { $0 != ":" && $0 != " " }
        for family in ["capability.", "chain."] where name.hasPrefix(family) { name = name.dropFirst(family.count) }
        return String(name)
    }
}
