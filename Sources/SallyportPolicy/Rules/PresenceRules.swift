import SallyportModel

/// The rules that note what a package has; by default they let it pass.
enum PresenceRules {
    static let all = [
        chainPresent, hidingPresent, capabilityPresent, hookPresent, nativePresent, plantedPresent, archivePresent,
        urlDependencyPresent, dependencyUnused, extensionMismatch,
    ]

    static let chainPresent = Rule(
        "chain-present",
        "suspicious chain in code that runs on import",
        .admit,
        .medium,
        sentence: "runs code on import{at} that holds a suspicious chain{details}",
        review: "Many honest packages do this for a living (cloud clients, installers). Ask whether this one should.",
        patterns: [
            FactPattern(
                "chain.exfiltration",
                reach: .load ... .load,
                sentence:
                    "runs code on import{at} that reads credentials or the environment and reaches the network{details}"
            ),
            FactPattern(
                "chain.download-execute",
                reach: .load ... .load,
                sentence: "runs code on import{at} that fetches and runs other code{details}"
            ),
            FactPattern(
                "chain.decode-execute",
                reach: .load ... .load,
                sentence: "runs code on import{at} that decodes and runs hidden code{details}"
            ),
            FactPattern("chain.token-use", reach: .load ... .load),
            FactPattern("chain.system-information", reach: .load ... .load),
        ]
            + FactPattern.each(
                FactGroups.chains.filter {
                    !["chain.exfiltration", "chain.download-execute", "chain.decode-execute"].contains($0)
                },
                reach: .load ... .load
            ),
        echoes: ["chain-added", "newcomer-chain"]
    )

    static let hidingPresent = Rule(
        "hiding-present",
        "code that is hard to read, new or old",
        .admit,
        .low,
        sentence: "has code that is hard to read in {path}{details}",
        review: "Some projects obfuscate what they sell. Set this rule to `hold` to allow by name only.",
        patterns: [FactPattern("hiding.*")],
        echoes: ["hiding-added", "newcomer-hiding", "hook-hidden", "hidden-code", "newcomer-hook"]
    )

    static let capabilityPresent = Rule(
        "capability-present",
        "sensitive capability, new or old",
        .admit,
        .low,
        sentence: "has a sensitive capability{at}{details}",
        review: "Ask whether a package of this kind should. Set this rule to `hold` to allow by name only.",
        patterns: FactPattern.each(
            FactGroups.intrusions + [
                "capability.dns", "capability.publication", "capability.system-information", "capability.gating",
                "capability.dynamic-code",
            ],
            reach: .install ... .install
        ),
        echoes: ["newcomer-hook", "newcomer-capability"]
    )

    static let hookPresent = Rule(
        "hook-present",
        "install hook, new or old",
        .admit,
        .low,
        sentence: "runs {hook}",
        review:
            "It runs by itself on every machine that installs the package. Set this rule to `hold` to allow by name only.",
        patterns: [FactPattern("hook.declared")],
        echoes: ["hook-added", "hook-changed", "hook-unreadable"]
    )

    static let nativePresent = Rule(
        "native-present",
        "native binary, new or old",
        .admit,
        .low,
        sentence: "ships a native binary: {path}{kind}",
        review: "Machine code is not inspected beyond its kind. Set this rule to `hold` to allow by name only.",
        patterns: [FactPattern("file.native")],
        echoes: ["native-added", "newcomer-native"]
    )

    static let plantedPresent = Rule(
        "planted-present",
        "file that another tool runs by itself, new or old",
        .admit,
        .low,
        sentence: "ships {path}, which another program runs by itself{details}",
        review: "It matters to whoever opens the package's folder. Set this rule to `hold` to allow by name only.",
        patterns: [FactPattern("file.planted")],
        echoes: ["newcomer-planted", "planted-added"]
    )

    static let archivePresent = Rule(
        "archive-present",
        "archive inside the package that was not read",
        .admit,
        .low,
        sentence: "holds an archive that was not read: {path}{kind}",
        review: "What is packed twice is inspected once. See which code opens it.",
        patterns: [FactPattern("file.archive")],
        echoes: ["newcomer-hook"]
    )

    static let dependencyUnused = Rule(
        "dependency-unused",
        "dependency that no file loads",
        .admit,
        .low,
        sentence: "depends on something that no file of it loads{details}",
        review: "Command line tools and plug-ins are used like this; so is the package that brings the attack.",
        patterns: [FactPattern("dependency.unused")],
        echoes: ["dependency-smuggled"]
    )

    static let urlDependencyPresent = Rule(
        "url-dependency-present",
        "dependency by URL or git, new or old",
        .admit,
        .low,
        sentence: "depends on something outside of any registry{details}",
        review: "What stands behind the address can change, and it is not inspected here.",
        patterns: [FactPattern("dependency.url"), FactPattern("dependency.git")],
        echoes: ["url-dependency-added"]
    )

    static let extensionMismatch = Rule(
        "extension-mismatch",
        "file whose content is not what its name says",
        .admit,
        .low,
        sentence: "holds {path}, which is not what its name says{details}",
        review: "Payloads travel as pictures and fonts; so do badly named test files. See which code opens the file.",
        patterns: [FactPattern("file.extension-mismatch")],
        echoes: ["hook-disguised"]
    )
}
