/// Where each kind of client asks, below a server's base URL.
struct GateAddresses: Sendable, Hashable {
    /// The server's base URL, without a slash at the end.
    let base: String

    init(base: String) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
    }

    /// The registry of npm, yarn and pnpm.
    var npm: String { "\(base)/npm/" }
    /// The index of pip, uv and poetry.
    var pypi: String { "\(base)/pypi/simple/" }
    /// The source of gem and Bundler.
    var rubygems: String { "\(base)/rubygems/" }
}
