/// The kinds of package that are understood.
enum PackageKind: String, Sendable {
    /// An npm tarball: everything under one root folder, with a `package.json`.
    case npm
    /// A built distribution of Python (PEP 427).
    case wheel
    /// A source distribution of Python (PEP 625).
    case sdist
}
