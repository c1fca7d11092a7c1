import SallyportEcosystem

/// The releases that a client would have preferred to what it is shown.
enum WithheldReleases {
    /// One file of each withheld release that is newer than all that is visible on its line, newest first; pre-releases
    /// only when the line shows nothing but pre-releases, or nothing.
    static func positions(in files: [SimpleFile], view: IndexView) -> [Int] {
        let visible = files.indices.filter(view.isVisible).map { files[$0].distribution.version }
        let newest = NewestVersions(of: visible)
        var first: [PythonVersion: Int] = [:]
        for position in files.indices where !view.isVisible(position) {
            let version = files[position].distribution.version
            if let shown = newest.byLine[version.line] {
                guard version > shown, !version.isPrerelease || shown.isPrerelease else { continue }
            }
            // A wheel speaks for its release before a source distribution, because clients take it first.
            if let known = first[version], files[known].isWheel || !files[position].isWheel { continue }
            first[version] = position
        }
        return first.sorted { $0.key > $1.key }.map(\.value)
    }
}
