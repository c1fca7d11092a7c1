import SallyportModel

/// The rules for what code does, whether it is new or not.
enum ExecutionRules {
    static let all = [
        hookExfiltration, hookTokenUse, hookDownloadExecute, hookDecodeExecute, hookPropagation, hookBeacon, hookPlant,
        hookHidden, hookDisguised, hiddenUnicode, hiddenCode, ownMatch,
    ]

    static let hookExfiltration = Rule(
        "hook-exfiltration",
        "install hook that reads credentials and reaches the network",
        .deny,
        .critical,
        sentence: "runs code at install{at} that reads credentials and reaches the network{details}",
        review: """
            No installation needs your credentials and an address to send them to. Read the file; if it is an attack, \
            look for machines that installed it elsewhere.
            """,
        patterns: [FactPattern("chain.exfiltration", reach: .install ... .install)]
    )

    static let hookTokenUse = Rule(
        "hook-token-use",
        "install hook that uses one credential variable and reaches the network",
        .hold,
        .high,
        sentence: "runs code at install{at} that uses a credential variable and reaches the network{details}",
        review: """
            An installer may log in with a token to fetch what belongs to its package, and a thief sends the token \
            home. See which address it goes to.
            """,
        patterns: [FactPattern("chain.token-use", from: .uncarried, reach: .install ... .install)]
    )

    static let hookDownloadExecute = Rule(
        "hook-download-execute",
        "install hook that fetches and runs code",
        .deny,
        .critical,
        sentence: "runs code at install{at} that fetches and runs other code{details}",
        review: """
            What it fetches was not inspected and can change at any time. Some honest packages fetch a prebuilt binary \
            like this: check the address and the digest check, then name the package under `except`.
            """,
        patterns: [FactPattern("chain.download-execute", reach: .install ... .install)]
    )

    static let hookDecodeExecute = Rule(
        "hook-decode-execute",
        "install hook that decodes and runs code",
        .deny,
        .critical,
        sentence: "runs code at install{at} that decodes and runs hidden code{details}",
        review:
            "Code that is packed away until it runs is hidden from readers on purpose. Decode it before you decide.",
        patterns: [FactPattern("chain.decode-execute", reach: .install ... .install)]
    )

    static let hiddenUnicode = Rule(
        "hidden-unicode",
        "invisible characters in code",
        .hold,
        .high,
        sentence: "hides invisible characters in {path}{details}",
        review: "Characters that no editor shows can carry code or reorder what a reader sees. View the file as bytes.",
        patterns: [FactPattern("file.hidden-unicode", from: .uncarried)]
    )

    static let hookPropagation = Rule(
        "hook-propagation",
        "install hook that spreads, opens a back door or takes keys",
        .deny,
        .critical,
        sentence: "runs code at install{at} that spreads itself, opens a back door or takes keys{details}",
        review: "Nothing honest does this while it is installed. Look for machines that installed it elsewhere.",
        patterns: [
            FactPattern(
                "chain.propagation",
                reach: .install ... .install,
                sentence: "runs code at install{at} that takes credentials and publishes with them{details}"
            ),
            FactPattern(
                "chain.backdoor",
                reach: .install ... .install,
                sentence: "runs code at install{at} that runs what others send{details}"
            ),
            FactPattern(
                "chain.key-exfiltration",
                reach: .install ... .install,
                sentence: "runs code at install{at} that sends keys or passwords away{details}"
            ),
            FactPattern(
                "chain.wallet-hook",
                reach: .install ... .install,
                sentence: "runs code at install{at} that changes what a wallet signs{details}"
            ),
        ]
    )

    static let hookBeacon = Rule(
        "hook-beacon",
        "install hook that tells who and where you are",
        .hold,
        .high,
        sentence: "runs code at install{at} that sends who and where this machine is{details}",
        review: """
            Whoever tries out names of private packages wants to know who installs them. Some honest projects count \
            their installations like this: see what exactly is sent, and to whom.
            """,
        patterns: [FactPattern("chain.system-information", from: .uncarried, reach: .install ... .install)]
    )

    static let hookPlant = Rule(
        "hook-plant",
        "install hook that plants something other tools run",
        .hold,
        .high,
        sentence: "runs code at install{at} that writes what another program runs by itself{details}",
        review: "An editor, an agent or a shell would run it long after the package is gone. See what it writes.",
        patterns: [FactPattern("chain.plant", from: .uncarried, reach: .install ... .install)]
    )

    static let hookHidden = Rule(
        "hook-hidden",
        "install hook with hidden code",
        .hold,
        .high,
        sentence: "runs code at install{at} that is hidden from readers{details}",
        review: "Code of an installation has no reason to hide. Decode it before you decide.",
        patterns: FactGroups.machinery.map { FactPattern($0, from: .uncarried, reach: .install ... .install) }
    )

    static let hookDisguised = Rule(
        "hook-disguised",
        "install hook that runs a file which is not what its name says",
        .hold,
        .high,
        sentence: "runs {path} at install, which is not what its name says{details}",
        review: "Programs are named as text or pictures so that nobody reads them. Read this one.",
        patterns: [FactPattern("file.extension-mismatch", from: .uncarried, reach: .install ... .install)]
    )

    static let hiddenCode = Rule(
        "hidden-code",
        "code that no editor shows, or that is packed away",
        .hold,
        .high,
        sentence: "hides code in {path}{details}",
        review: "It stands off the screen or is decoded only when it runs. Look at the line in full, or decode it.",
        patterns: [
            FactPattern("hiding.payload", from: .uncarried, reach: .load ... .load),
            FactPattern("hiding.off-screen", from: .uncarried, reach: .load ... .load),
        ]
    )

    static let ownMatch = Rule(
        "own-match",
        "file that a YARA rule of your organisation matches",
        .hold,
        .high,
        sentence: "holds {path}, which a rule of your organisation matches{details}",
        review: "The rule is named first; whoever wrote it knows what it looks for.",
        patterns: [
            FactPattern("own.match"),
            FactPattern(
                "own.unfinished",
                sentence: "holds {path}, which your organisation's rules could not read{details}"
            ),
        ]
    )
}
