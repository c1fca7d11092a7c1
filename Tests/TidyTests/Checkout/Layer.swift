/// Where a file stands among the rooms, and so what it may use.
enum Layer: Equatable {
    /// Layers 0 to 2: values in, values out.
    case core(String)
    /// Layer 3: the store, the upstream client, the HTTP server.
    case edge(String)
    /// Layer 4: the program.
    case program
    /// Fakes and forges for tests.
    case testing

    /// The layer of a shipped source file; `nil` for tests and everything else.
    init?(path: String) {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count >= 3 else { return nil }
        switch (parts[0], parts[1]) {
        case ("Sources", "sallyport"): self = .program
        case ("Sources", "SallyportTesting"): self = .testing
        case ("Sources", let room) where Self.edges.contains(room): self = .edge(room)
        case ("Sources", let room): self = .core(room)
        case ("Ecosystems", let name) where parts[2] == "Sources": self = .core("Ecosystem\(name)")
        default: return nil
        }
    }

    private static let edges: Set<String> = [
        "SallyportStore", "SallyportUpstream", "SallyportServer", "SallyportYara",
    ]

    /// The modules that a room of this layer may import beside rooms of ours, which the build itself holds in order.
    var foreignModules: Set<String>? {
        switch self {
        case .program, .edge: nil
        case .testing: ["CZlib", "Glibc", "Synchronization"]
        case .core("SallyportArchive"): ["CLibDeflate", "CZlib"]
        case .core("SallyportPolicy"): ["Yams"]
        case .core("SallyportGate"): ["Synchronization"]
        case .core: []
        }
    }
}
