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
    /// A makefile: recipes, and commands that it runs while it is read.
    case make
    /// A definition of CMake.
    case cmake
    /// The build script of a crate, of which the commands that it starts are read.
    case rust
    /// The manifest of a folder inside an npm package, which says what loading the folder loads.
    case manifest

    /// Whether it is read by a tool that takes no notice of its first line.
    var isDefinition: Bool { self == .make || self == .cmake || self == .rust || self == .gyp || self == .manifest }
}
