/// What builds a source distribution, as far as it decides which files of the package the build runs.
enum BuildBackend: Equatable {
    /// setuptools: `setup.py`, `setup.cfg` and `tool.setuptools`.
    case setuptools
    /// flit: imports the module when its version is no literal.
    case flit
    /// A back end that compiles by a build definition of its own kind.
    case native(NativeBuild)
    /// A back end that runs of the package what its own table names, and nothing else; the text is that table.
    case declaring(String)
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
        case "hatchling": self = .declaring("hatch")
        case "pdm": self = .declaring("pdm")
        case "uv_build": self = .declaring("uv")
        default: self = .other
        }
    }

    /// The table below `tool` in which the project tells the back end what to do; `nil` where every module beside
    /// `pyproject.toml` may be run whatever is said, or none is.
    var table: String? {
        switch self {
        case .declaring(let name): name
        case .native(let build): build.table
        case .setuptools, .flit, .other: nil
        }
    }

    /// Distributions that bring no code which runs a project's: the back ends, and plug-ins that only read texts.
    static let quiet: Set<String> = [
        "hatchling", "pdm-backend", "pdm-pep517", "uv-build", "hatch-vcs", "hatch-fancy-pypi-readme", "setuptools-scm",
        "packaging", "trove-classifiers", "tomli", "editables",
    ]
}

/// A tool that compiles native code by a definition in a language of its own.
enum NativeBuild: String {
    case meson, cmake, cargo

    /// The files at the root that say what is run.
    var definitions: [String] {
        switch self {
        case .meson: ["meson.build", "meson.options", "meson_options.txt"]
        case .cmake: ["CMakeLists.txt"]
        case .cargo: ["Cargo.toml", "build.rs", ".cargo/config.toml", ".cargo/config"]
        }
    }

    /// The files of each folder below that say what is run there as well.
    var inner: [String] {
        switch self {
        case .meson: ["meson.build"]
        case .cmake: ["CMakeLists.txt"]
        case .cargo: ["build.rs", "Cargo.toml"]
        }
    }

    /// Its table in `pyproject.toml`.
    var table: String {
        switch self {
        case .meson: "meson-python"
        case .cmake: "scikit-build"
        case .cargo: "maturin"
        }
    }
}
