import SallyportModel

/// The rules for what differs from the last admitted version of the release line.
enum ChangeRules {
    static let all = [
        hookAdded, hookChanged, nativeAdded, urlDependencyAdded, credentialsAdded, chainAdded, capabilityAdded,
        dependencyAdded, sizeJump,
    ]

    static let hookAdded = Rule(
        "hook-added",
        "new install hook",
        .hold,
        .high,
        sentence: "adds {hook}",
        review: """
            A hook runs by itself on every machine that installs the package, and most attacks on packages bring one. \
            Read what it runs, and ask why this release needs it.
            """,
        patterns: [
            FactPattern("delta.hook-added", from: .change),
            FactPattern(
                "hook.declared",
                from: .newcomer,
                sentence: "runs {hook} (no admitted version to compare with)"
            ),
        ]
    )

    static let hookChanged = Rule(
        "hook-changed",
        "changed install hook",
        .hold,
        .medium,
        sentence: "changes {hook}",
        review: "The command, or a file that it starts, is not the one that was admitted. Compare the two.",
        patterns: [FactPattern("delta.hook-changed", from: .change)]
    )

    static let nativeAdded = Rule(
        "native-added",
        "new native binary",
        .hold,
        .high,
        sentence: "adds a native binary: {path}{kind}",
        review: "Machine code is not inspected beyond its kind. See whether the project builds it in public.",
        patterns: [
            FactPattern("delta.native-added", from: .change),
            FactPattern(
                "file.native",
                from: .newcomer,
                sentence: "ships a native binary: {path}{kind} (no admitted version to compare with)"
            ),
        ]
    )

    static let urlDependencyAdded = Rule(
        "url-dependency-added",
        "new dependency by URL or git",
        .hold,
        .high,
        sentence: "adds a dependency from outside of any registry{details}",
        review: "It would be fetched past this gate and never inspected. Releases for a registry have no need of it.",
        patterns: [
            FactPattern("delta.url-dependency-added", from: .change),
            FactPattern("dependency.url", from: .newcomer, sentence: newcomerURLDependency),
            FactPattern("dependency.git", from: .newcomer, sentence: newcomerURLDependency),
        ]
    )

    private static let newcomerURLDependency =
        "depends on something outside of any registry{details} (no admitted version to compare with)"

    static let credentialsAdded = Rule(
        "credentials-added",
        "begins to read credential files",
        .hold,
        .high,
        sentence: "begins to read credential files{at}{particular}",
        review: "The admitted version did not. See which files it reads, and where the content goes.",
        patterns: [
            FactPattern(
                "delta.capability-added",
                from: .change,
                reach: .load ... .install,
                capabilities: ["credential-file"]
            )
        ]
    )

    static let chainAdded = Rule(
        "chain-added",
        "new suspicious chain in code that runs on import",
        .hold,
        .high,
        sentence: "begins a suspicious chain in code that runs on import{at}{details}",
        review: """
            The admitted version could not do this. Half of all takeovers bring no install hook and act when the \
            package is imported.
            """,
        patterns: [
            FactPattern(
                "chain.exfiltration",
                reach: .load ... .load,
                newCapabilities: ["exfiltration", "credential-file", "environment", "network"],
                sentence: "begins to read credentials or the environment and reach the network{at}{details}"
            ),
            FactPattern(
                "chain.download-execute",
                reach: .load ... .load,
                newCapabilities: ["download-execute", "network", "process", "dynamic-code"],
                sentence: "begins to fetch and run other code{at}{details}"
            ),
            FactPattern(
                "chain.decode-execute",
                reach: .load ... .load,
                newCapabilities: ["decode-execute", "dynamic-code", "process"],
                sentence: "begins to decode and run hidden code{at}{details}"
            ),
        ]
    )

    static let capabilityAdded = Rule(
        "capability-added",
        "new capability",
        .admit,
        .medium,
        sentence: "begins to use a capability{at}{details}",
        review: "The admitted version did not start processes, reach the network, or the like. Ask why this one does.",
        patterns: [FactPattern("delta.capability-added", from: .change, reach: .load ... .install)],
        echoes: ["credentials-added"]
    )

    static let dependencyAdded = Rule(
        "dependency-added",
        "new dependency",
        .admit,
        .low,
        sentence: "adds a dependency{details}",
        review: "A dependency that the code never imports is a known way in. It passes this gate on its own account.",
        patterns: [FactPattern("delta.dependency-added", from: .change)]
    )

    static let sizeJump = Rule(
        "size-jump",
        "much bigger than before",
        .admit,
        .low,
        sentence: "is much bigger than the admitted version{details}",
        review: "Bundled runtimes and packed payloads show as a jump in size; so does a new bundler.",
        patterns: [FactPattern("delta.size-jump", from: .change)]
    )
}
