/// The newest version of each release line.
struct NewestVersions {
    private(set) var byLine: [PythonReleaseLine: PythonVersion] = [:]

    init(of versions: some Sequence<PythonVersion>) {
        for version in versions {
            if let known = byLine[version.line], known >= version { continue }
            byLine[version.line] = version
        }
    }
}
