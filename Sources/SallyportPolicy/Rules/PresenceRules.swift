import SallyportModel

/// The rules that note what a package has; by default they let it pass.
enum PresenceRules {
    static let all = [chainPresent, hookPresent, nativePresent, urlDependencyPresent, extensionMismatch]

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
        ],
        echoes: ["chain-added"]
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
        echoes: ["native-added"]
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
        patterns: [FactPattern("file.extension-mismatch")]
    )
}
