import SallyportModel

/// The cold profile: the rules for a young release, or a file, with no admitted version to compare with.
///
/// Nobody can say what is new about it, so it is judged by what it holds. That it has a hook or a native file says nothing:
/// what these do does.
enum NewcomerRules {
    static let all = [newcomerHook, newcomerNative, newcomerChain, newcomerHiding, newcomerPlanted, newcomerCapability]

    static let newcomerHook = Rule(
        "newcomer-hook",
        "newcomer whose installation does what no installation needs",
        .hold,
        .high,
        sentence: "does at install{at} what no installation needs{details}",
        review: "There is no admitted version to compare with. Read what the hook runs, from its command on.",
        patterns: FactPattern.each(FactGroups.intrusions, from: .newcomer, reach: .install ... .install) + [
            FactPattern(
                "hook.target",
                from: .newcomer,
                sentence: "starts something at install that is hard to look at{details}"
            ),
            FactPattern(
                "file.archive",
                from: .newcomer,
                reach: .install ... .install,
                sentence: "opens an archive at install that was not read: {path}{kind}"
            ),
            FactPattern(
                "capability.publication",
                from: .newcomer,
                reach: .install ... .install,
                beside: .package(["capability.network", "capability.environment"], reach: .install ... .install)
            ),
            FactPattern(
                "capability.system-information",
                from: .newcomer,
                reach: .install ... .install,
                beside: .package(["capability.network", "capability.dns"], reach: .install ... .install)
            ),
            FactPattern(
                "capability.dns",
                from: .newcomer,
                reach: .install ... .install,
                beside: .package(["capability.environment", "capability.process"], reach: .install ... .install)
            ),
            FactPattern(
                "capability.dynamic-code",
                from: .newcomer,
                reach: .install ... .install,
                beside: .file(["capability.network", "capability.dns"], reach: .install ... .install)
            ),
            FactPattern(
                "capability.gating",
                from: .newcomer,
                reach: .install ... .install,
                beside: .package(["capability.network", "capability.dns"], reach: .install ... .install),
                .package(["hiding.*", "capability.dynamic-code"], reach: .install ... .install)
            ),
        ]
            + FactGroups.faint.map {
                FactPattern(
                    $0,
                    from: .newcomer,
                    reach: .install ... .install,
                    beside: .package(FactGroups.doing, reach: .install ... .install),
                    sentence: "runs code at install{at} that is hidden from readers{details}"
                )
            }
    )

    static let newcomerNative = Rule(
        "newcomer-native",
        "newcomer whose installation starts a native file that it brings along",
        .hold,
        .high,
        sentence: "runs a native file at install that it brings along: {path}{kind}",
        review: "Machine code is not inspected beyond its kind, and this runs by itself. Ask where it was built.",
        patterns: [
            FactPattern("file.native", from: .newcomer, reach: .install ... .install),
            FactPattern(
                "file.native",
                from: .newcomer,
                naming: ["python-bytecode"],
                sentence: "holds compiled code where an import looks for its source: {path}{kind}"
            ),
            native("calls credentials", "brings native code along that takes credentials: {path}{kind}"),
            native("packed code", "brings packed native code along, and loads it: {path}{kind}", loaded),
            native("executable", "starts a program silently that it brings along: {path}{kind}", silent),
            FactPattern(
                "file.extension-mismatch",
                from: .newcomer,
                reach: .shipped ... .install,
                naming: ["elf", "pe", "mach-o"],
                beside: started,
                sentence: "brings a program along under the name of something else: {path}{kind}"
            ),
        ]
    )

    private static let loaded = Companion.package(["capability.native-loading"], reach: .load ... .load)
    private static let silent = Companion.package(["capability.stealth"], reach: .load ... .load)
    private static let started = Companion.package(
        ["capability.native-loading", "capability.process"],
        reach: .load ... .load
    )

    /// A native file of which something is known that no honest one has.
    private static func native(_ sign: String, _ sentence: String, _ companions: Companion...) -> FactPattern {
        FactPattern(
            "file.native",
            from: .newcomer,
            reach: .load ... .load,
            beside: companions,
            sentence: sentence,
            narrowing: Narrowing(detail: sign, path: nil)
        )
    }

    static let newcomerChain = Rule(
        "newcomer-chain",
        "newcomer with a suspicious chain in code that runs on import",
        .hold,
        .high,
        sentence: "holds a suspicious chain in code that runs on import{at}{details}",
        review: """
            Honest packages do this for a living (cloud clients, installers), and half of all takeovers do it on import. \
            With no admitted version to compare with, somebody has to look once.
            """,
        patterns: [
            FactPattern(
                "chain.exfiltration",
                from: .newcomer,
                reach: .load ... .load,
                sentence: "reads credentials or the environment and reaches the network on import{at}{details}"
            ),
            FactPattern(
                "chain.download-execute",
                from: .newcomer,
                reach: .load ... .load,
                sentence: "fetches and runs other code on import{at}{details}"
            ),
            FactPattern(
                "chain.decode-execute",
                from: .newcomer,
                reach: .load ... .load,
                sentence: "decodes and runs hidden code on import{at}{details}"
            ),
        ]
            + FactPattern.each(
                FactGroups.chains.filter {
                    !["chain.exfiltration", "chain.download-execute", "chain.decode-execute"].contains($0)
                },
                from: .newcomer,
                reach: .load ... .load
            ) + [
                FactPattern(
                    "chain.system-information",
                    from: .newcomer,
                    reach: .load ... .load,
                    beside: .file(["hiding.*", "capability.stealth", "capability.gating", "capability.dns"])
                ),
                FactPattern(
                    "capability.destructive",
                    from: .newcomer,
                    reach: .load ... .load,
                    sentence: "removes or overwrites on import{at} what is not its own{details}"
                ),
                FactPattern(
                    "chain.unasked",
                    from: .newcomer,
                    reach: .load ... .load,
                    sentence: "does on import{at} what nobody asked it for{details}"
                ),
            ]
    )

    static let newcomerHiding = Rule(
        "newcomer-hiding",
        "newcomer that hides code which runs on import",
        .hold,
        .high,
        sentence: "hides code that runs on import in {path}{details}",
        review: "Minified code is short; this is hidden. Decode it, or ask for the source, before you decide.",
        patterns: FactPattern.each(
            ["hiding.string-array", "hiding.packer", "hiding.cipher"],
            from: .newcomer,
            reach: .load ... .load
        ) + [
            FactPattern(
                "hiding.encoded-literal",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.dynamic-code", "capability.process"])
            ),
            FactPattern(
                "hiding.computed-name",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(FactGroups.reaching)
            ),
            FactPattern(
                "hiding.escaped-name",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(FactGroups.doing)
            ),
        ]
    )

    static let newcomerPlanted = Rule(
        "newcomer-planted",
        "newcomer with a file that another tool runs by itself",
        .hold,
        .high,
        sentence: "ships {path}, which another program runs by itself{details}",
        review: "An editor or an agent that opens the folder runs it without a question. A package has no use for it.",
        patterns: [FactPattern("file.planted", from: .newcomer, reach: .load ... .install)]
    )

    static let newcomerCapability = Rule(
        "newcomer-capability",
        "newcomer that does things on import which attacks combine",
        .hold,
        .medium,
        sentence: "does on import{at} what attacks combine{details}",
        review: "Each of them is honest alone. See what the file is for.",
        patterns: [
            FactPattern(
                "capability.input-capture",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.network"])
            ),
            FactPattern(
                "capability.browser-store",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.network", "capability.process"])
            ),
            FactPattern(
                "capability.process-memory",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.network"])
            ),
            FactPattern(
                "capability.persistence",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.network", "capability.stealth"])
            ),
            FactPattern(
                "capability.credential-file",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.network", "capability.dns"]),
                .file(["capability.stealth", "hiding.*"])
            ),
            FactPattern(
                "capability.credential-file",
                from: .newcomer,
                reach: .load ... .load,
                naming: ["collects"],
                beside: .package(["capability.network", "capability.dns"], reach: .load ... .load)
            ),
            FactPattern(
                "capability.network",
                from: .newcomer,
                reach: .load ... .load,
                naming: ["names"],
                beside: .file([
                    "capability.credential-file", "capability.system-information", "capability.browser-store",
                    "capability.wallet", "capability.input-capture", "capability.clipboard", "capability.persistence",
                ])
            ),
            FactPattern(
                "capability.network",
                from: .newcomer,
                reach: .load ... .load,
                naming: ["bare"],
                sentence: "talks on import{at} to a machine that has no name{details}"
            ),
            FactPattern(
                "capability.wallet",
                from: .newcomer,
                reach: .load ... .load,
                beside: .package(
                    ["index.burst", "index.lines-burst", "index.publisher-changed"],
                    reach: .shipped ... .install
                ),
                .package(["capability.network"], reach: .load ... .load)
            ),
            FactPattern(
                "capability.runtime-bootstrap",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.stealth", "hiding.*", "capability.gating"])
            ),
            FactPattern(
                "capability.agent",
                from: .newcomer,
                reach: .load ... .load,
                beside: .file(["capability.stealth", "hiding.*"])
            ),
        ]
    )
}
