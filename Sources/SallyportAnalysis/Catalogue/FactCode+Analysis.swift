public import SallyportModel

/// The codes of the facts that this engine states.
extension FactCode {
    /// The archive is refused; the detail is the reader's code.
    public static let archiveUnreadable = FactCode(rawValue: "archive.unreadable")
    /// A limit on the archive was reached; the detail is the limit's code.
    public static let archiveBudget = FactCode(rawValue: "archive.budget")
    /// A file that is code, or that something runs, could not be read to its end.
    public static let fileUnreadable = FactCode(rawValue: "file.unreadable")
    /// Code that holds characters which nobody sees.
    public static let fileHiddenUnicode = FactCode(rawValue: "file.hidden-unicode")
    /// A native binary: ELF, PE, Mach-O.
    public static let fileNative = FactCode(rawValue: "file.native")
    /// A file whose content is a program and whose name says something else.
    public static let fileExtensionMismatch = FactCode(rawValue: "file.extension-mismatch")
    /// Something runs without being called.
    public static let hookDeclared = FactCode(rawValue: "hook.declared")
    /// A script that runs only when the package is installed from a git repository.
    public static let hookGitOnly = FactCode(rawValue: "hook.git-only")
    /// A text that the installation prints.
    public static let hookMessage = FactCode(rawValue: "hook.message")
    /// Something runs without being called, and what it runs could not be found or read.
    public static let hookUnreadable = FactCode(rawValue: "hook.unreadable")
    /// Something that runs without being called starts what nobody looks at: a very large script, a file in a hidden
    /// folder.
    public static let hookTarget = FactCode(rawValue: "hook.target")
    /// A dependency by URL.
    public static let dependencyURL = FactCode(rawValue: "dependency.url")
    /// A dependency from a git repository.
    public static let dependencyGit = FactCode(rawValue: "dependency.git")
    /// The manifest names another package or version than the registry, or other things that it needs.
    public static let manifestMismatch = FactCode(rawValue: "manifest.mismatch")
    /// There is no manifest, or it can't be read.
    public static let manifestUnreadable = FactCode(rawValue: "manifest.unreadable")
    /// A gem whose files are signed.
    public static let manifestSigned = FactCode(rawValue: "manifest.signed")
    /// A wheel's list of its files does not agree with the files that it holds.
    public static let recordMismatch = FactCode(rawValue: "record.mismatch")
    /// Starts processes.
    public static let capabilityProcess = FactCode(rawValue: "capability.process")
    /// Talks to the network.
    public static let capabilityNetwork = FactCode(rawValue: "capability.network")
    /// Reads the environment: all of it, or a variable that holds a credential.
    public static let capabilityEnvironment = FactCode(rawValue: "capability.environment")
    /// Names a file in which credentials are kept.
    public static let capabilityCredentialFile = FactCode(rawValue: "capability.credential-file")
    /// Makes code of values.
    public static let capabilityDynamicCode = FactCode(rawValue: "capability.dynamic-code")
    /// Writes outside the package.
    public static let capabilityWriteOutside = FactCode(rawValue: "capability.write-outside")
    /// Loads native code.
    public static let capabilityNativeLoading = FactCode(rawValue: "capability.native-loading")
    /// Looks names up, or talks through the questions.
    public static let capabilityDNS = FactCode(rawValue: "capability.dns")
    /// Reaches for a wallet: its files, the browser's interface to it, recovery phrases.
    public static let capabilityWallet = FactCode(rawValue: "capability.wallet")
    /// Reads what a browser keeps: passwords, cookies, extensions' data.
    public static let capabilityBrowserStore = FactCode(rawValue: "capability.browser-store")
    /// Asks the address at which a cloud machine gets its credentials.
    public static let capabilityCloudMetadata = FactCode(rawValue: "capability.cloud-metadata")
    /// Reads or replaces the clipboard.
    public static let capabilityClipboard = FactCode(rawValue: "capability.clipboard")
    /// Watches keys, screen, camera or microphone.
    public static let capabilityInputCapture = FactCode(rawValue: "capability.input-capture")
    /// Makes something start again later: services, scheduled tasks, profiles, start-up folders.
    public static let capabilityPersistence = FactCode(rawValue: "capability.persistence")
    /// Publishes packages or writes to repositories.
    public static let capabilityPublication = FactCode(rawValue: "capability.publication")
    /// Reads or writes the memory of other processes.
    public static let capabilityProcessMemory = FactCode(rawValue: "capability.process-memory")
    /// Removes or overwrites what is not the package's, or makes the machine unusable.
    public static let capabilityDestructive = FactCode(rawValue: "capability.destructive")
    /// Fetches or starts another runtime: bun, deno, uv, a portable Python.
    public static let capabilityRuntimeBootstrap = FactCode(rawValue: "capability.runtime-bootstrap")
    /// Starts a coding agent, or writes its instructions.
    public static let capabilityAgent = FactCode(rawValue: "capability.agent")
    /// Reads who and where it is: host, user, addresses, hardware.
    public static let capabilitySystemInformation = FactCode(rawValue: "capability.system-information")
    /// Hides that it runs: detached and silent, without checks of certificates, removing itself.
    public static let capabilityStealth = FactCode(rawValue: "capability.stealth")
    /// Asks where or when it runs before it acts: country, language, continuous integration, a debugger.
    public static let capabilityGating = FactCode(rawValue: "capability.gating")
    /// Credentials, or the whole environment, are read and the network is reached in code that runs together.
    public static let chainExfiltration = FactCode(rawValue: "chain.exfiltration")
    /// One service's credential variable is used and the network is reached in code that an installation runs.
    public static let chainTokenUse = FactCode(rawValue: "chain.token-use")
    /// What the network answers is run.
    public static let chainDownloadExecute = FactCode(rawValue: "chain.download-execute")
    /// What was decoded is run.
    public static let chainDecodeExecute = FactCode(rawValue: "chain.decode-execute")
    /// What identifies the machine or its user is sent over the network.
    public static let chainSystemInformation = FactCode(rawValue: "chain.system-information")
    /// A key, seed or password that a caller hands to the package is sent over the network.
    public static let chainKeyExfiltration = FactCode(rawValue: "chain.key-exfiltration")
    /// Requests of a wallet or of the page are intercepted and changed.
    public static let chainWalletHook = FactCode(rawValue: "chain.wallet-hook")
    /// Credentials are taken and used to publish packages or to write to repositories.
    public static let chainPropagation = FactCode(rawValue: "chain.propagation")
    /// What a request brings in is run as code or as a command.
    public static let chainBackdoor = FactCode(rawValue: "chain.backdoor")
    /// Something that another tool runs by itself is written outside the package.
    public static let chainPlant = FactCode(rawValue: "chain.plant")
    /// Code does by itself, as soon as it is loaded, what nobody asked it for: it starts a silent process, writes where
    /// another tool runs what it finds, or reaches the network and starts a process.
    public static let chainUnasked = FactCode(rawValue: "chain.unasked")
    /// Strings are kept in one array and fetched through a decoding function, as obfuscators do.
    public static let hidingStringArray = FactCode(rawValue: "hiding.string-array")
    /// The code is one packed text that unpacks and runs itself.
    public static let hidingPacker = FactCode(rawValue: "hiding.packer")
    /// Code stands behind so much white space that no editor shows it.
    public static let hidingOffScreen = FactCode(rawValue: "hiding.off-screen")
    /// Names are written with escapes or look-alike letters although they are plain.
    public static let hidingEscapedName = FactCode(rawValue: "hiding.escaped-name")
    /// A large encoded text stands beside what decodes it.
    public static let hidingEncodedLiteral = FactCode(rawValue: "hiding.encoded-literal")
    /// The name of something that reaches out is put together from pieces, or decoded.
    public static let hidingComputedName = FactCode(rawValue: "hiding.computed-name")
    /// A text in the code is decrypted with a key in the code.
    public static let hidingCipher = FactCode(rawValue: "hiding.cipher")
    /// Decoded text is itself code that does what this engine looks for.
    public static let hidingPayload = FactCode(rawValue: "hiding.payload")
    /// A file that another tool runs by itself: an editor's task, an agent's hook, a git hook, a workflow.
    public static let filePlanted = FactCode(rawValue: "file.planted")
    /// An archive inside the package whose content could not be read as the package's was.
    public static let fileArchive = FactCode(rawValue: "file.archive")
    /// WebAssembly.
    public static let fileWasm = FactCode(rawValue: "file.wasm")
    /// Data that nobody can read: high entropy where the package has code for it.
    public static let fileData = FactCode(rawValue: "file.data")
    /// A rule of the organisation's own matches a file.
    public static let ownMatch = FactCode(rawValue: "own.match")
    /// A rule of the organisation's own did not get to the end of a file.
    public static let ownUnfinished = FactCode(rawValue: "own.unfinished")
    /// A dependency that no file of the package loads.
    public static let dependencyUnused = FactCode(rawValue: "dependency.unused")
    /// A hook that the earlier release did not have.
    public static let deltaHookAdded = FactCode(rawValue: "delta.hook-added")
    /// A hook that does more than in the earlier release.
    public static let deltaHookChanged = FactCode(rawValue: "delta.hook-changed")
    /// A hook whose code is another than in the earlier release, and which does no more than that.
    public static let deltaHookEdited = FactCode(rawValue: "delta.hook-edited")
    /// A file that another tool runs by itself, which the earlier release did not have.
    public static let deltaPlantedAdded = FactCode(rawValue: "delta.planted-added")
    /// Hardly any of the earlier release's code is left.
    public static let deltaEmptied = FactCode(rawValue: "delta.emptied")
    /// Code that runs and can't be read to its end, where the earlier release's could.
    public static let deltaUnreadAdded = FactCode(rawValue: "delta.unread-added")
    /// A native binary that the earlier release did not have.
    public static let deltaNativeAdded = FactCode(rawValue: "delta.native-added")
    /// A dependency by URL or git that the earlier release did not have.
    public static let deltaURLDependencyAdded = FactCode(rawValue: "delta.url-dependency-added")
    /// A dependency that the earlier release did not have.
    public static let deltaDependencyAdded = FactCode(rawValue: "delta.dependency-added")
    /// A capability that the earlier release did not have.
    public static let deltaCapabilityAdded = FactCode(rawValue: "delta.capability-added")
    /// What a capability needs, which the earlier release did not have and which no code is seen to use.
    public static let deltaMeansAdded = FactCode(rawValue: "delta.means-added")
    /// Files that the earlier release did not have: one fact for all.
    public static let deltaFileAdded = FactCode(rawValue: "delta.file-added")
    /// Files that only the earlier release had: one fact for all.
    public static let deltaFileRemoved = FactCode(rawValue: "delta.file-removed")
    /// Files with another content: one fact for all.
    public static let deltaFileChanged = FactCode(rawValue: "delta.file-changed")
    /// The package, or one file of code, grew out of proportion.
    public static let deltaSizeJump = FactCode(rawValue: "delta.size-jump")
    /// New code in a file of the earlier release does what the file did not do.
    public static let deltaCodeAdded = FactCode(rawValue: "delta.code-added")
    /// An address that the earlier release did not name.
    public static let deltaHostAdded = FactCode(rawValue: "delta.host-added")
    /// Code is hidden in a way that the earlier release did not hide it.
    public static let deltaHidingAdded = FactCode(rawValue: "delta.hiding-added")

    /// The codes that say what code can do.
    static let capabilities: [FactCode] = [
        .capabilityProcess, .capabilityNetwork, .capabilityEnvironment, .capabilityCredentialFile,
        .capabilityDynamicCode, .capabilityWriteOutside, .capabilityNativeLoading, .capabilityDNS, .capabilityWallet,
        .capabilityBrowserStore, .capabilityCloudMetadata, .capabilityClipboard, .capabilityInputCapture,
        .capabilityPersistence, .capabilityPublication, .capabilityProcessMemory, .capabilityDestructive,
        .capabilityRuntimeBootstrap, .capabilityAgent, .capabilitySystemInformation, .capabilityStealth,
        .capabilityGating,
    ]

    /// Whether this says what code can do.
    var isCapability: Bool { rawValue.hasPrefix("capability.") }

    /// Whether this says how code hides.
    var isHiding: Bool { rawValue.hasPrefix("hiding.") }

    /// Whether having the means says nothing: half of all code imports something that could do this.
    var isWorthlessAsMeans: Bool { isCapability && !Self.common.contains(self) }

    /// Capabilities of which the means alone are stated: what hides beside them is judged by them.
    private static let common: Set<FactCode> = [
        .capabilityProcess, .capabilityNetwork, .capabilityEnvironment, .capabilityCredentialFile,
        .capabilityDynamicCode, .capabilityWriteOutside, .capabilityNativeLoading,
    ]

    /// Whether this joins what code can do.
    var isChain: Bool { rawValue.hasPrefix("chain.") }

    /// Whether this says what code does, alone or joined.
    var isBehaviour: Bool { isCapability || isChain }
}
