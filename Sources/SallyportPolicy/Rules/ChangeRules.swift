import SallyportModel

/// The rules for what differs from the last admitted version of the release line.
enum ChangeRules {
    static let all = [
        hookAdded, hookChanged, hookEdited, nativeAdded, plantedAdded, urlDependencyAdded, dependencySmuggled,
        credentialsAdded, intrusionAdded, chainAdded, hidingAdded, hostAdded, bulkAdded, emptied, outreachAdded,
        capabilityAdded, dependencyAdded, sizeJump,
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
        patterns: [FactPattern("delta.hook-added", from: .change)]
    )

    static let hookChanged = Rule(
        "hook-changed",
        "changed install hook that does more",
        .hold,
        .medium,
        sentence: "changes {hook}",
        review: "The command, or what it starts, does something that the admitted version did not. Compare the two.",
        patterns: [FactPattern("delta.hook-changed", from: .change)]
    )

    static let hookEdited = Rule(
        "hook-edited",
        "changed install hook that does no more than before",
        .admit,
        .low,
        sentence: "edits {hook}",
        review: "The code is another, but it does nothing that it did not do. Set this rule to `hold` to see each one.",
        patterns: [FactPattern("delta.hook-edited", from: .change)]
    )

    static let nativeAdded = Rule(
        "native-added",
        "new native binary",
        .hold,
        .high,
        sentence: "adds a native binary: {path}{kind}",
        review: "Machine code is not inspected beyond its kind. See whether the project builds it in public.",
        patterns: [FactPattern("delta.native-added", from: .change)]
    )

    static let plantedAdded = Rule(
        "planted-added",
        "new file that another tool runs by itself",
        .hold,
        .high,
        sentence: "adds {path}, which another program runs by itself{details}",
        review: "An editor or an agent that opens the folder runs it without a question. A package has no use for it.",
        patterns: [FactPattern("delta.planted-added", from: .change)]
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

    static let dependencySmuggled = Rule(
        "dependency-smuggled",
        "new dependency that no file loads",
        .hold,
        .high,
        sentence: "adds a dependency that no file of it loads{details}",
        review: """
            A release that only adds such a dependency is a known way in: the attack is in the dependency's own hook. \
            Ask what it is for.
            """,
        patterns: [FactPattern("delta.dependency-added", from: .change, beside: .subject(["dependency.unused"]))]
    )

    static let credentialsAdded = Rule(
        "credentials-added",
        "begins to read credentials, wallets or browsers",
        .hold,
        .high,
        sentence: "begins to read credential files{at}{particular}",
        review: "The admitted version did not. See which files it reads, and where the content goes.",
        patterns: [
            FactPattern(
                "delta.capability-added",
                from: .change,
                reach: .load ... .install,
                naming: ["credential-file"]
            ),
            FactPattern(
                "delta.capability-added",
                from: .change,
                reach: .load ... .install,
                naming: ["wallet", "browser-store"],
                sentence: "begins to read what wallets or browsers keep{at}{particular}"
            ),
        ]
    )

    static let intrusionAdded = Rule(
        "intrusion-added",
        "begins to persist, to publish, to destroy or to spy",
        .hold,
        .high,
        sentence: "begins to do{at} what attacks do{details}",
        review: "The admitted version did not. Ask why a new release of this package should.",
        patterns: [
            FactPattern(
                "delta.capability-added",
                from: .change,
                reach: .load ... .install,
                naming: ["persistence", "publication", "process-memory", "destructive", "input-capture"]
            ),
            FactPattern(
                "delta.capability-added",
                from: .change,
                reach: .install ... .install,
                naming: FactGroups.names(FactGroups.intrusions) + ["dns", "system-information"]
            ),
        ]
            + suspicious.map { name in
                FactPattern(
                    "delta.capability-added",
                    from: .change,
                    reach: .load ... .load,
                    naming: [name],
                    beside: .change(
                        ["delta.capability-added"],
                        naming: suspicious.filter { $0 != name },
                        reach: .load ... .load
                    )
                )
            }
    )

    /// What honest releases begin to do one at a time.
    private static let suspicious = [
        "cloud-metadata", "clipboard", "dns", "agent", "stealth", "gating", "runtime-bootstrap",
    ]

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
            chain(
                "exfiltration",
                with: ["credential-file", "environment", "network"],
                "begins to read credentials or the environment and reach the network{at}{details}"
            ),
            chain(
                "download-execute",
                with: ["network", "process", "dynamic-code"],
                "begins to fetch and run other code{at}{details}"
            ),
            chain(
                "decode-execute",
                with: ["dynamic-code", "process"],
                "begins to decode and run hidden code{at}{details}"
            ),
            chain(
                "key-exfiltration",
                with: ["network"],
                "begins to send keys or passwords that it is given over the network{at}{details}"
            ),
            chain("wallet-hook", with: ["wallet"], "begins to change requests of a wallet or of the page{at}{details}"),
            chain(
                "propagation",
                with: ["publication"],
                "begins to take credentials and publish with them{at}{details}"
            ),
            chain(
                "backdoor",
                with: ["dynamic-code", "process"],
                "begins to run what a request brings in{at}{details}"
            ),
            chain(
                "plant",
                with: ["persistence", "write-outside"],
                "begins to plant what other tools run{at}{details}"
            ),
            chain(
                "unasked",
                with: ["network", "process", "stealth", "persistence", "credential-file"],
                "begins to do on import{at} what nobody asked it for{details}"
            ),
            FactPattern(
                "chain.system-information",
                reach: .load ... .load,
                beside: .change(["delta.capability-added"], naming: ["system-information"]),
                sentence: "begins to send who and where this machine is{at}{details}"
            ),
            FactPattern(
                "delta.code-added",
                from: .change,
                reach: .load ... .load,
                naming: FactGroups.names(FactGroups.chains),
                beside: .change(["delta.host-added", "delta.hiding-added"], in: .file),
                sentence: newChain
            ),
            FactPattern(
                "delta.code-added",
                from: .change,
                reach: .load ... .load,
                naming: ["wallet-hook", "propagation", "backdoor", "plant"],
                sentence: newChain
            ),
        ]
    )

    private static let newChain = "has new code{at} that holds a suspicious chain{details}"

    /// A chain that is there, of which the whole or a part is new.
    private static func chain(_ name: String, with parts: [String], _ sentence: String) -> FactPattern {
        FactPattern(
            "chain.\(name)",
            reach: .load ... .load,
            beside: .change(FactGroups.beginnings, naming: [name] + parts),
            sentence: sentence
        )
    }

    static let hidingAdded = Rule(
        "hiding-added",
        "begins to hide code",
        .hold,
        .high,
        sentence: "begins to hide code in {path}{details}",
        review: "The admitted version could be read. Minified code is short; this is hidden. Decode it first.",
        patterns: [
            FactPattern(
                "delta.hiding-added",
                from: .change,
                reach: .load ... .install,
                naming: FactGroups.names(FactGroups.machinery)
            ),
            FactPattern(
                "delta.hiding-added",
                from: .change,
                reach: .load ... .install,
                naming: FactGroups.names(FactGroups.faint),
                beside: .change(["delta.code-added"], naming: FactGroups.names(FactGroups.doing), in: .file)
            ),
            FactPattern(
                "delta.hiding-added",
                from: .change,
                reach: .load ... .install,
                naming: FactGroups.names(FactGroups.faint),
                beside: .change(FactGroups.beginnings, naming: FactGroups.names(FactGroups.doing), in: .file)
            ),
        ]
    )

    static let hostAdded = Rule(
        "host-added",
        "new address in code that begins to do more",
        .hold,
        .medium,
        sentence: "names a new address{at}{details}",
        review: "The same file begins to do something that goes with sending data away. See what is sent there.",
        patterns: [
            FactPattern(
                "delta.host-added",
                from: .change,
                reach: .load ... .install,
                beside: .change(
                    ["delta.code-added"] + FactGroups.beginnings,
                    naming: [
                        "credential-file", "wallet", "browser-store", "cloud-metadata", "clipboard", "stealth", "dns",
                        "system-information", "gating", "persistence", "publication", "key-exfiltration",
                        "exfiltration", "runtime-bootstrap",
                    ],
                    in: .file
                )
            ),
            FactPattern(
                "delta.host-added",
                from: .change,
                reach: .load ... .install,
                naming: ["address"],
                beside: .change(
                    ["delta.code-added"] + FactGroups.beginnings,
                    naming: ["process", "dynamic-code", "environment", "network"],
                    in: .file
                ),
                sentence: "names a bare network address{at}{details}"
            ),
            FactPattern(
                "delta.host-added",
                from: .change,
                reach: .load ... .install,
                naming: ["address"],
                beside: .file(["capability.network"]),
                sentence: "names a bare network address{at}{details}"
            ),
        ]
    )

    static let bulkAdded = Rule(
        "bulk-added",
        "file that grew out of proportion and does more",
        .hold,
        .medium,
        sentence: "has a file that is much bigger than before and does more{at}{details}",
        review: "Worms travel as one large file. See whether the project changed its bundler, and what is new.",
        patterns: [
            FactPattern(
                "delta.size-jump",
                from: .change,
                beside: .change(
                    ["delta.code-added"] + FactGroups.beginnings,
                    naming: FactGroups.names(FactGroups.doing),
                    in: .file
                )
            )
        ]
    )

    static let emptied = Rule(
        "emptied",
        "most of the code is gone",
        .hold,
        .medium,
        sentence: "has hardly any of its code left{details}",
        review: "Owners have emptied their packages in protest. A package that moved elsewhere looks the same.",
        patterns: [FactPattern("delta.emptied", from: .change)]
    )

    static let outreachAdded = Rule(
        "outreach-added",
        "first use of the network, or of code made of values",
        .hold,
        .medium,
        sentence: "begins on import{at} what no file of the admitted version did{details}",
        review: """
            A package that never reached the network, or never made code of values, seldom begins to in a release of the \
            same line. Read what it asks for or evaluates.
            """,
        patterns: [
            FactPattern(
                "delta.capability-added",
                from: .change,
                reach: .load ... .load,
                naming: ["network", "dynamic-code"]
            )
        ]
    )

    static let capabilityAdded = Rule(
        "capability-added",
        "new capability",
        .admit,
        .medium,
        sentence: "begins to use a capability{at}{details}",
        review: "The admitted version did not start processes, reach the network, or the like. Ask why this one does.",
        patterns: [
            FactPattern("delta.capability-added", from: .change, reach: .load ... .install),
            FactPattern("delta.means-added", from: .change, sentence: "could begin to use a capability{at}{details}"),
            FactPattern("delta.code-added", from: .change, reach: .load ... .install, sentence: newCode),
            FactPattern("delta.hiding-added", from: .change, sentence: "begins to be hard to read in {path}{details}"),
            FactPattern("delta.host-added", from: .change, reach: .load ... .install, sentence: newAddress),
        ],
        echoes: ["credentials-added", "intrusion-added", "hiding-added", "host-added", "chain-added", "outreach-added"]
    )

    private static let newCode = "has new code{at}{details}"
    private static let newAddress = "names a new address{at}{details}"

    static let dependencyAdded = Rule(
        "dependency-added",
        "new dependency",
        .admit,
        .low,
        sentence: "adds a dependency{details}",
        review: "A dependency that the code never imports is a known way in. It passes this gate on its own account.",
        patterns: [FactPattern("delta.dependency-added", from: .change)],
        echoes: ["dependency-smuggled"]
    )

    static let sizeJump = Rule(
        "size-jump",
        "much bigger than before",
        .admit,
        .low,
        sentence: "is much bigger than the admitted version{details}",
        review: "Bundled runtimes and packed payloads show as a jump in size; so does a new bundler.",
        patterns: [FactPattern("delta.size-jump", from: .change)],
        echoes: ["bulk-added"]
    )
}
