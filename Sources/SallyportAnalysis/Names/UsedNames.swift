import SallyportModel

/// Names that are so widely used that others are taken for them.
struct UsedNames: Sendable {
    private let names: Set<Substring>
    private let ecosystem: Ecosystem

    private init(_ text: String, of ecosystem: Ecosystem) {
        names = Set(text.split { $0 == " " || $0 == "\n" })
        self.ecosystem = ecosystem
    }

    /// Whether a name is one of them.
    func contains(_ name: String) -> Bool { names.contains(name[...]) }

    /// Each name in the forms in which it is compared, sorted; made when the first name is compared.
    var forms: [NameForm] {
        switch ecosystem {
        case .npm: Self.npmForms
        case .pypi: Self.pypiForms
        case .gem: Self.gemForms
        default: []
        }
    }

    /// Whether a scope is that of one of them: whoever publishes under it is no stranger.
    func hasScope(_ scope: String) -> Bool { ecosystem == .npm && Self.npmScopes.contains(scope) }

    /// The names of an ecosystem; none where there is no list.
    static func of(_ ecosystem: Ecosystem) -> UsedNames {
        switch ecosystem {
        case .npm: npm
        case .pypi: pypi
        case .gem: gem
        default: none
        }
    }

    private static let npm = UsedNames(NPMNames.text, of: .npm)
    private static let pypi = UsedNames(PyPINames.text, of: .pypi)
    private static let gem = UsedNames(RubyGemsNames.text, of: .gem)
    private static let none = UsedNames("", of: Ecosystem(rawValue: ""))
    private static let npmForms = npm.names.sorted().map { NameForm(String($0)) }
    private static let pypiForms = pypi.names.sorted().map { NameForm(String($0)) }
    private static let gemForms = gem.names.sorted().map { NameForm(String($0)) }
    private static let npmScopes = Set(npmForms.compactMap(\.scope))
}
