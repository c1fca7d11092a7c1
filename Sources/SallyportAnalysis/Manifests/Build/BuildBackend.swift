/// What builds a source distribution, as far as it decides which files of the package the build runs.
enum BuildBackend: Equatable {
    /// setuptools: `setup.py`, `setup.cfg` and `tool.setuptools`.
    case setuptools
    /// flit: imports the module when its version is no literal.
    case flit
    /// A back end that compiles by a build definition of its own kind, which is not read.
    case native(NativeBuild)
    /// Any other: what it runs of the package is not known beyond what ``BuildHooks`` looks for.
    case other

    /// The back end of a `build-backend` entry; setuptools is what builds without one (PEP 517).
    init(_ entry: String?) {
        let module = entry?.split(separator: ":").first.map { $0.trimmed } ?? "setuptools.build_meta"
        switch module.split(separator: ".").first.map({ String($0) }) ?? "" {
        case "setuptools": self = .setuptools
        case "flit_core", "flit": self = .flit
        case "mesonpy": self = .native(.meson)
        case "scikit_build_core", "py_build_cmake": self = .native(.cmake)
        case "maturin": self = .native(.cargo)
        default: self = .other
        }
    }

    /// Whether every module beside `pyproject.toml` may be run by the build.
    var runsRootModules: Bool { self != .setuptools && self != .flit }
}

/// A tool that compiles native code by a definition in a language of its own.
enum NativeBuild: String {
    case meson, cmake, cargo

    /// The files at the root that say what is run.
    var definitions: [String] {
        switch self {
        case .meson: ["meson.build", "meson.options", "meson_options.txt"]
        case .cmake: ["CMakeLists.txt"]
        case .cargo: ["Cargo.toml", "build.rs"]
        }
    }
}
