/// A wheel's file name without `.whl`: `{project}-{version}(-{build})?-{python}-{abi}-{platform}` (PEP 427).
struct WheelName: Hashable, Sendable {
    let project: String
    let version: PythonVersion
    let tags: WheelTags

    init(stem: Substring) throws(Distribution.Problem) {
        let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 5 || parts.count == 6, parts.allSatisfy({ !$0.isEmpty }) else { throw .wheel }
        guard parts.count == 5 || parts[2].utf8.first.map({ (0x30...0x39).contains($0) }) == true else { throw .wheel }
        guard let version = PythonVersion(String(parts[1])) else { throw .version }
        let tags = parts.suffix(3).map { $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }
        guard tags.allSatisfy({ !$0.contains("") }) else { throw .wheel }
        project = String(parts[0])
        self.version = version
        self.tags = WheelTags(pythons: tags[0], abis: tags[1], platforms: tags[2])
    }
}

/// The three sets of tags that say where a wheel runs (PEP 425).
struct WheelTags: Hashable, Sendable {
    let pythons: [String]
    let abis: [String]
    let platforms: [String]

    /// Whether it runs on every Python 3.
    var isPure: Bool {
        platforms == ["any"] && abis == ["none"] && pythons.contains { $0 == "py3" }
    }

    /// The newest minor version of CPython 3 that it names, for wheels with the stable ABI the oldest that it runs on;
    /// `nil` when it is for no CPython 3.
    var cpythonMinor: Int? {
        pythons.compactMap { tag in
            guard tag.hasPrefix("cp3"), tag.utf8.count <= 6 else { return nil }
            return Int(tag.dropFirst(3))
        }.max()
    }

    /// Where it runs.
    var systems: [WheelSystem] { platforms.map(WheelSystem.init(tag:)) }
}

/// An operating system and a processor, read from a platform tag.
struct WheelSystem: Hashable, Sendable {
    enum Family: Hashable, Sendable {
        case any, manylinux, musllinux, linux, macOS, windows, other
    }

    let family: Family
    let processor: String

    init(family: Family, processor: String) {
        self.family = family
        self.processor = processor
    }

    init(tag: String) {
        family = Self.family(of: tag)
        processor = Self.processors.first { tag.hasSuffix($0.suffix) }?.name ?? ""
    }

    /// What most installations run on, likeliest first.
    static let common = [
        WheelSystem(family: .manylinux, processor: "x86_64"),
        WheelSystem(family: .manylinux, processor: "aarch64"),
        WheelSystem(family: .macOS, processor: "aarch64"),
        WheelSystem(family: .windows, processor: "x86_64"),
    ]

    private static let processors: [(suffix: String, name: String)] = [
        ("x86_64", "x86_64"), ("amd64", "x86_64"), ("aarch64", "aarch64"), ("arm64", "aarch64"),
        ("universal2", "aarch64"), ("i686", "x86"), ("win32", "x86"),
    ]

    private static func family(of tag: String) -> Family {
        if tag == "any" { return .any }
        let families: [(prefix: String, family: Family)] = [
            ("manylinux", .manylinux), ("musllinux", .musllinux), ("linux", .linux), ("macosx", .macOS),
            ("win", .windows),
        ]
        return families.first { tag.hasPrefix($0.prefix) }?.family ?? .other
    }
}
