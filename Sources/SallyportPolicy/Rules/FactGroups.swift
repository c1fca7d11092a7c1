/// Codes that mean the same to a rule.
enum FactGroups {
    /// Chains that are known from attacks, whatever their first and last step.
    static let chains = [
        "chain.exfiltration", "chain.download-execute", "chain.decode-execute", "chain.key-exfiltration",
        "chain.wallet-hook", "chain.propagation", "chain.backdoor", "chain.plant",
    ]
    /// What no installation needs, and hardly any library does without being about just that.
    static let thefts = [
        "capability.credential-file", "capability.wallet", "capability.browser-store", "capability.input-capture",
        "capability.process-memory",
    ]
    /// What no installation needs.
    static let intrusions =
        thefts + [
            "capability.cloud-metadata", "capability.clipboard", "capability.persistence", "capability.destructive",
            "capability.runtime-bootstrap", "capability.agent", "capability.stealth",
        ]
    /// Ways out of the program, to other programs or to other machines.
    static let reaching =
        thefts + [
            "capability.process", "capability.network", "capability.dns", "capability.persistence",
            "capability.publication", "capability.destructive", "capability.cloud-metadata", "capability.clipboard",
            "capability.runtime-bootstrap",
        ]
    /// All that code can do which says something about hidden code.
    static let doing =
        reaching + [
            "capability.dynamic-code", "capability.environment", "capability.native-loading",
            "capability.write-outside", "capability.agent", "capability.stealth", "capability.gating",
        ]
    /// The machinery of hiding: nobody gets there by minifying.
    static let machinery = [
        "hiding.string-array", "hiding.packer", "hiding.cipher", "hiding.payload", "hiding.off-screen",
    ]
    /// Hiding that bundlers and generated code come near to.
    static let faint = ["hiding.encoded-literal", "hiding.computed-name", "hiding.escaped-name"]

    /// Changes by which a package begins to do something, seen or only made possible.
    static let beginnings = ["delta.capability-added", "delta.means-added"]

    /// The codes without their family, as the details of changes name them.
    static func names(_ codes: [String]) -> [String] {
        codes.map { code in String(code.drop { $0 != "." }.dropFirst()) }
    }
}
