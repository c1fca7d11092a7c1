// swift-tools-version: 6.3
import PackageDescription

// Fuzz targets over libFuzzer. They build on the core of the package above, so set SALLYPORT_CORE=1 (scripts/fuzz.sh
// does), or every server dependency is built with sanitizers too.
//
// A target is one line here and one file, `Sources/NAME/NAME.swift`, that offers `LLVMFuzzerTestOneInput` and, since
// SwiftPM renames an executable's main, `NAME_main`. Seeds stand in `Corpus/NAME`, inputs that once failed in
// `FailCases/NAME`, where an ordinary test replays them.
let targets: [Target] = [
    fuzz("FuzzCompactIndex", product: "EcosystemRubyGems"),
    fuzz("FuzzFolding", product: "SallyportAnalysis"),
    fuzz("FuzzGem", product: "SallyportLexing"),
    fuzz("FuzzGemContainer", product: "EcosystemRubyGems", "SallyportAnalysis"),
    fuzz("FuzzGyp", product: "SallyportLexing"),
    fuzz("FuzzGzip", product: "SallyportArchive"),
    fuzz("FuzzJSON", product: "SallyportLexing"),
    fuzz("FuzzJavaScript", product: "SallyportLexing"),
    fuzz("FuzzNative", product: "SallyportLexing"),
    fuzz("FuzzPackument", product: "EcosystemNPM"),
    fuzz("FuzzPlainText", product: "SallyportLexing"),
    fuzz("FuzzPython", product: "SallyportLexing"),
    fuzz("FuzzRuby", product: "SallyportLexing"),
    fuzz("FuzzSimple", product: "EcosystemPyPI"),
    fuzz("FuzzTOML", product: "SallyportLexing"),
    fuzz("FuzzTar", product: "SallyportArchive"),
    fuzz("FuzzZip", product: "SallyportArchive"),
]

func fuzz(_ name: String, product: String, _ more: String...) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["FuzzDriver"] + ([product] + more).map { .product(name: $0, package: "sallyport") },
        swiftSettings: [
            .strictMemorySafety(),
            .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"]),
        ],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]
    )
}

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "sallyport", path: "..")],
    targets: [
        .target(name: "FuzzDriver"),
        // Not a fuzz target: prints tokens for scripts/differential.sh.
        .executableTarget(name: "DumpTokens", dependencies: [.product(name: "SallyportLexing", package: "sallyport")]),
    ] + targets,
    swiftLanguageModes: [.v6]
)
