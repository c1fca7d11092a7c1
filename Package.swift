// swift-tools-version: 6.3
import PackageDescription

// Sallyport is built in layers; a room may import only rooms of a lower layer (docs/architecture.md).
// `--explicit-target-dependency-import-check error`, which every make target passes, holds the arrows.
//
// SALLYPORT_CORE=1 leaves out every room that needs a server, a database or cryptography, so that the pure
// core builds and tests alone in seconds (`make check`).
let coreOnly = Context.environment["SALLYPORT_CORE"] == "1"

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

/// A room and its test target, both under `Sources/NAME` and `Tests/NAMETests`.
func room(
    _ name: String,
    imports: [Target.Dependency] = [],
    testing: [Target.Dependency] = ["SallyportTesting"]
) -> [Target] {
    [
        .target(name: name, dependencies: imports, swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + imports + testing,
            swiftSettings: settings
        ),
    ]
}

/// An ecosystem: one vertical folder, `Ecosystems/NAME/{README.md,Sources,Tests,Fixtures}`.
func ecosystem(_ name: String) -> [Target] {
    let imports: [Target.Dependency] = ["SallyportEcosystem", "SallyportArchive", "SallyportLexing", "SallyportModel"]
    return [
        .target(
            name: "Ecosystem\(name)",
            dependencies: imports,
            path: "Ecosystems/\(name)/Sources",
            swiftSettings: settings
        ),
        .testTarget(
            name: "Ecosystem\(name)Tests",
            dependencies: [.byName(name: "Ecosystem\(name)"), "SallyportTesting"] + imports,
            path: "Ecosystems/\(name)/Tests",
            swiftSettings: settings
        ),
    ]
}

let cShims: [Target] = [
    .systemLibrary(name: "CLibDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
]

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

// Layers 0 to 2: values in, values out. No I/O, no clock, no randomness, no logging.
let core: [Target] =
    room("SallyportModel")
    + room("SallyportArchive", imports: ["CLibDeflate", "CZlib"])
    + room("SallyportLexing")
    + room("SallyportPolicy", imports: ["SallyportModel", yams])
    + room("SallyportAnalysis", imports: ["SallyportModel", "SallyportArchive", "SallyportLexing"])
    + room("SallyportEcosystem", imports: ["SallyportModel"])
    + ecosystem("NPM")
    + ecosystem("PyPI")
    + ecosystem("RubyGems")
    + room(
        "SallyportGate",
        imports: ["SallyportModel", "SallyportPolicy", "SallyportAnalysis", "SallyportArchive", "SallyportEcosystem"]
    )
    + [
        .target(
            name: "SallyportTesting",
            dependencies: ["CZlib", "SallyportModel", "SallyportEcosystem", "SallyportGate"],
            swiftSettings: settings
        ),
        .testTarget(name: "TidyTests", swiftSettings: settings),
    ]

// Layers 3 and 4: the thin edges, and the one place that composes them.
let edges: [Target] =
    [.systemLibrary(name: "CYara", pkgConfig: "yara", providers: [.apt(["libyara-dev"])])]
    + room(
        "SallyportYara",
        imports: ["CYara", "SallyportModel", "SallyportAnalysis"]
    )
    + room(
        "SallyportStore",
        imports: [
            "SallyportGate", "SallyportModel", "SallyportEcosystem", "SallyportAnalysis",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "SystemPackage", package: "swift-system"),
            .product(name: "Logging", package: "swift-log"),
        ]
    )
    + room(
        "SallyportUpstream",
        imports: [
            "SallyportGate", "SallyportEcosystem", "SallyportModel",
            .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
        ]
    )
    + room(
        "SallyportServer",
        imports: [
            "SallyportGate", "SallyportEcosystem", "SallyportModel", "SallyportArchive",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "Metrics", package: "swift-metrics"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "Crypto", package: "swift-crypto"),
        ],
        testing: [
            "SallyportTesting", "SallyportPolicy", "SallyportAnalysis", "EcosystemNPM", "EcosystemPyPI", yams,
            .product(name: "NIOEmbedded", package: "swift-nio"),
        ]
    )
    + [
        .executableTarget(
            name: "sallyport",
            dependencies: [
                "SallyportModel", "SallyportArchive", "SallyportPolicy", "SallyportAnalysis", "SallyportEcosystem",
                "SallyportGate", "SallyportStore", "SallyportUpstream", "SallyportServer", "SallyportYara",
                "EcosystemNPM", "EcosystemPyPI", "EcosystemRubyGems", yams,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SallyportCommandTests",
            dependencies: [
                "sallyport", "SallyportTesting", "SallyportModel", "SallyportPolicy", "SallyportUpstream",
                "SallyportArchive", "SallyportServer", "SallyportStore", yams,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["sallyport", "SallyportTesting"],
            exclude: ["Registry"],
            swiftSettings: settings
        ),
    ]

let coreDependencies: [Package.Dependency] = [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
]

let edgeDependencies: [Package.Dependency] = [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
]

// What the nested packages (Fuzz, Benchmarks) build on; nobody else is offered a library.
let coreProducts: [Product] = [
    "SallyportAnalysis", "SallyportArchive", "SallyportLexing", "EcosystemNPM", "EcosystemPyPI",
    "EcosystemRubyGems",
].map {
    .library(name: $0, targets: [$0])
}

let package = Package(
    name: "sallyport",
    products: coreOnly ? coreProducts : [.executable(name: "sallyport", targets: ["sallyport"])],
    dependencies: coreDependencies + (coreOnly ? [] : edgeDependencies),
    targets: cShims + core + (coreOnly ? [] : edges),
    swiftLanguageModes: [.v6]
)
