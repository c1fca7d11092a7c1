/// The languages whose code is read.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    /// JavaScript and TypeScript.
    case javaScript = "javascript"
    /// Python 3, and 2 as far as the tokens agree.
    case python
    /// Ruby.
    case ruby
    /// POSIX shell and its kin.
    case shell
    /// A build file of gyp, which runs commands while it is read.
    case gyp
    /// The manifest of a folder inside an npm package, which says what loading the folder loads.
    case manifest
}
