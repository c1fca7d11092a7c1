import SallyportModel

/// The rules for what code does, whether it is new or not.
enum ExecutionRules {
    static let all = [hookExfiltration, hookTokenUse, hookDownloadExecute, hookDecodeExecute, hiddenUnicode]

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
        patterns: [FactPattern("chain.token-use", reach: .install ... .install)]
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
        patterns: [FactPattern("file.hidden-unicode")]
    )
}
