import SallyportModel

/// Where npm gets a dependency from, by what stands behind its name (npm's `package-spec` page).
enum NPMRequirement {
    /// The source of a requirement.
    static func source(of requirement: String) -> Dependency.Source {
        let text = requirement.lowercased()
        let bare = text.split(separator: "#", maxSplits: 1).first ?? ""
        for prefix in ["git+", "git:", "git@", "ssh:", "github:", "gitlab:", "bitbucket:", "gist:"]
        where text.hasPrefix(prefix) { return .git }
        if text.hasPrefix("http:") || text.hasPrefix("https:") { return bare.hasSuffix(".git") ? .git : .url }
        for prefix in ["file:", "link:", "workspace:", "portal:", "patch:", "./", "../", "/", "~/"]
        where text.hasPrefix(prefix) { return .path }
        if text.hasPrefix("npm:") { return .registry }
        return isShorthand(bare) ? .git : .registry
    }

    /// `owner/repository`, which npm takes for a repository. A range has no slash.
    private static func isShorthand(_ text: Substring) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let owner = parts.first, let repository = parts.last else { return false }
        guard !owner.isEmpty, !repository.isEmpty, !owner.hasPrefix("@") else { return false }
        return (owner + repository).utf8.allSatisfy { byte in
            let letter = byte | 0x20
            return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z"))
                || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
        }
    }
}
