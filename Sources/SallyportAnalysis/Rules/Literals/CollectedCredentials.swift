import SallyportModel

/// Files of credentials of several services in one source: a client has one, a thief has a list.
enum CollectedCredentials {
    /// Services that make a collection.
    private static let servicesMin = 3

    static func look(_ collector: inout FindingsCollector) {
        var services: Set<String> = []
        for detail in collector.details(of: .capabilityCredentialFile) where detail.hasPrefix("names ") {
            services.insert(service(of: detail.dropFirst(6)))
        }
        guard services.count >= servicesMin, let offset = collector.offset(of: .capabilityCredentialFile) else {
            return
        }
        let detail = "collects: \(services.sorted().joined(separator: ", "))"
        // Heavier than any of the files alone: as many as are kept would push it out.
        collector.add(.capabilityCredentialFile, Excerpt.detail(detail), at: offset, .flow)
    }

    /// Whose credentials stand in a file.
    private static func service(of mark: Substring) -> String {
        if mark.hasPrefix("id_") || mark == ".ssh" { return "ssh" }
        if mark.hasSuffix("_history") { return "history" }
        if CredentialPaths.special(String(mark)) == .capabilityBrowserStore { return "browser" }
        if CredentialPaths.special(String(mark)) == .capabilityWallet { return "wallet" }
        let name = mark.drop { $0 == "." || $0 == "_" }.split(whereSeparator: { $0 == "/" || $0 == "." }).first ?? mark
        switch name {
        case "config", "application_default_credentials": return "gcloud"
        case "dockercfg": return "docker"
        default: return String(name)
        }
    }
}
