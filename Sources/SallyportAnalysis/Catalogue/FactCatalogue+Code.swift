import SallyportModel

extension FactCatalogue {
    /// What code does and how it hides.
    static let code = [
        entry(.capabilityProcess, "Starts processes.", "spawn bun", "shai-hulud-2-2025"),
        entry(
            .capabilityNetwork,
            "Talks to the network.",
            "request https://collect.example.invalid/",
            "eslint-scope-2018"
        ),
        entry(
            .capabilityEnvironment,
            "Reads the environment: all of it, or a variable that holds a credential.",
            "reads NPM_TOKEN",
            "ctx-2022"
        ),
        entry(
            .capabilityCredentialFile,
            "Names a file in which credentials are kept.",
            "names .npmrc",
            "eslint-scope-2018"
        ),
        entry(.capabilityDynamicCode, "Makes code of values.", "eval", "strong_password-2019"),
        entry(
            .capabilityWriteOutside,
            "Writes outside the package.",
            "writes ~/.local/share/x",
            "rand-user-agent-2025"
        ),
        entry(.capabilityNativeLoading, "Loads native code.", "ctypes.CDLL", "num2words-2025"),
        entry(
            .capabilityDNS,
            "Looks names up, or talks through the questions.",
            "resolves names made of values",
            "torchtriton-2022"
        ),
        entry(
            .capabilityWallet,
            "Reaches for a wallet: its files, the browser's interface to it, recovery phrases.",
            "window.ethereum",
            "qix-chalk-debug-2025"
        ),
        entry(
            .capabilityBrowserStore,
            "Reads what a browser keeps: passwords, cookies, extensions' data.",
            "Login Data",
            "ua-parser-js-2021"
        ),
        entry(
            .capabilityCloudMetadata,
            "Asks the address at which a cloud machine gets its credentials.",
            "169.254.169.254",
            "shai-hulud-1-2025"
        ),
        entry(.capabilityClipboard, "Reads or replaces the clipboard.", "reads the clipboard", "rand-user-agent-2025"),
        entry(.capabilityInputCapture, "Watches keys, screen, camera or microphone.", "watches keys", "coa-rc-2021"),
        entry(
            .capabilityPersistence,
            "Makes something start again later: services, scheduled tasks, profiles, start-up folders.",
            "systemd user service",
            "litellm-2026"
        ),
        entry(
            .capabilityPublication,
            "Publishes packages or writes to repositories.",
            "npm publish",
            "shai-hulud-1-2025"
        ),
        entry(
            .capabilityProcessMemory,
            "Reads or writes the memory of other processes.",
            "/proc/PID/mem",
            "tanstack-2026"
        ),
        entry(
            .capabilityDestructive,
            "Removes or overwrites what is not the package's, or makes the machine unusable.",
            "removes the home folder",
            "node-ipc-2022"
        ),
        entry(
            .capabilityRuntimeBootstrap,
            "Fetches or starts another runtime: bun, deno, uv, a portable Python.",
            "installs bun",
            "shai-hulud-2-2025"
        ),
        entry(
            .capabilityAgent,
            "Starts a coding agent, or writes its instructions.",
            "starts an agent without questions",
            "nx-s1ngularity-2025"
        ),
        entry(
            .capabilitySystemInformation,
            "Reads who and where it is: host, user, addresses, hardware.",
            "os.hostname",
            "phantomraven-2025"
        ),
        entry(
            .capabilityStealth,
            "Hides that it runs: detached and silent, without checks of certificates, removing itself.",
            "detached and silent",
            "axios-2026"
        ),
        entry(
            .capabilityGating,
            "Asks where or when it runs before it acts: country, language, continuous integration, a debugger.",
            "asks for the time zone",
            "rspack-vant-2024"
        ),
        entry(
            .chainExfiltration,
            "Credentials, or the whole environment, are read and the network is reached in code that runs together.",
            "names .npmrc (setup.js:2), request https://collect.example.invalid/ (setup.js:3)",
            "eslint-scope-2018"
        ),
        entry(
            .chainTokenUse,
            """
            One service's credential variable is used and the network is reached in code that an \
            installation runs.
            """,
            "reads GITHUB_TOKEN (login.js:3), fetch (login.js:4)",
            "cline-2026"
        ),
        entry(
            .chainDownloadExecute,
            "What the network answers is run.",
            "runs what https://example.invalid/x.sh answers",
            "eslint-scope-2018"
        ),
        entry(.chainDecodeExecute, "What was decoded is run.", "evaluates decoded text", "litellm-2026"),
        entry(
            .chainSystemInformation,
            "What identifies the machine or its user is sent over the network.",
            "sends the host name",
            "phantomraven-2025"
        ),
        entry(
            .chainKeyExfiltration,
            "A key, seed or password that a caller hands to the package is sent over the network.",
            "sends the argument seed",
            "solana-web3-2024"
        ),
        entry(
            .chainWalletHook,
            "Requests of a wallet or of the page are intercepted and changed.",
            "replaces window.ethereum.request",
            "qix-chalk-debug-2025"
        ),
        entry(
            .chainPropagation,
            "Credentials are taken and used to publish packages or to write to repositories.",
            "publishes with the token of .npmrc",
            "shai-hulud-1-2025"
        ),
        entry(
            .chainBackdoor,
            "What a request brings in is run as code or as a command.",
            "evaluates a cookie",
            "bootstrap-sass-2019"
        ),
        entry(
            .chainPlant,
            "Something that another tool runs by itself is written outside the package.",
            "writes .claude/settings.json",
            "redhat-miasma-2026"
        ),
        entry(
            .chainUnasked,
            """
            As soon as it is loaded, and called by nobody, code starts a silent process, writes where another tool \
            runs what it finds, or reaches the network and starts a process.
            """,
            "starts a process that stays and says nothing, as soon as it is loaded",
            "lightning-2026"
        ),
        entry(
            .hidingStringArray,
            "Strings are kept in one array and fetched through a decoding function, as obfuscators do.",
            "700 strings, fetched through a rotated table",
            "qix-chalk-debug-2025"
        ),
        entry(
            .hidingPacker,
            "The code is one packed text that unpacks and runs itself.",
            "eval of an unpacking function",
            "coa-rc-2021"
        ),
        entry(
            .hidingOffScreen,
            "Code stands behind so much white space that no editor shows it.",
            "behind 1500 blanks",
            "rand-user-agent-2025"
        ),
        entry(
            .hidingEscapedName,
            "Names are written with escapes or look-alike letters although they are plain.",
            "\\u0065val",
            "glassworm-2025-26"
        ),
        entry(
            .hidingEncodedLiteral,
            "A large encoded text stands beside what decodes it.",
            "48000 characters of base64",
            "telnyx-2026"
        ),
        entry(
            .hidingComputedName,
            "The name of something that reaches out is put together from pieces, or decoded.",
            "child_process, put together from 3 pieces",
            "node-ipc-2026"
        ),
        entry(
            .hidingCipher,
            "A text in the code is decrypted with a key in the code.",
            "AES with a key in the code",
            "event-stream-2018"
        ),
        entry(
            .hidingPayload,
            "Decoded text is itself code that does what this engine looks for.",
            "decoded text starts processes",
            "litellm-2026"
        ),
    ]
}
