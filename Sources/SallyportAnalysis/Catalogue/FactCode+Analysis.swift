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
    /// Something runs without being called, and what it runs could not be found or read.
    public static let hookUnreadable = FactCode(rawValue: "hook.unreadable")
    /// A dependency by URL.
    public static let dependencyURL = FactCode(rawValue: "dependency.url")
    /// A dependency from a git repository.
    public static let dependencyGit = FactCode(rawValue: "dependency.git")
    /// The manifest names another package or version than the registry.
    public static let manifestMismatch = FactCode(rawValue: "manifest.mismatch")
    /// There is no manifest, or it can't be read.
    public static let manifestUnreadable = FactCode(rawValue: "manifest.unreadable")
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
    /// Credentials, or the whole environment, are read and the network is reached in code that runs together.
    public static let chainExfiltration = FactCode(rawValue: "chain.exfiltration")
    /// One service's credential variable is used and the network is reached in code that an installation runs.
    public static let chainTokenUse = FactCode(rawValue: "chain.token-use")
    /// What the network answers is run.
    public static let chainDownloadExecute = FactCode(rawValue: "chain.download-execute")
    /// What was decoded is run.
    public static let chainDecodeExecute = FactCode(rawValue: "chain.decode-execute")
    /// A hook that the earlier release did not have.
    public static let deltaHookAdded = FactCode(rawValue: "delta.hook-added")
    /// A hook that does something else than in the earlier release.
    public static let deltaHookChanged = FactCode(rawValue: "delta.hook-changed")
    /// A native binary that the earlier release did not have.
    public static let deltaNativeAdded = FactCode(rawValue: "delta.native-added")
    /// A dependency by URL or git that the earlier release did not have.
    public static let deltaURLDependencyAdded = FactCode(rawValue: "delta.url-dependency-added")
    /// A dependency that the earlier release did not have.
    public static let deltaDependencyAdded = FactCode(rawValue: "delta.dependency-added")
    /// A capability that the earlier release did not have.
    public static let deltaCapabilityAdded = FactCode(rawValue: "delta.capability-added")
    /// Files that the earlier release did not have: one fact for all.
    public static let deltaFileAdded = FactCode(rawValue: "delta.file-added")
    /// Files that only the earlier release had: one fact for all.
    public static let deltaFileRemoved = FactCode(rawValue: "delta.file-removed")
    /// Files with another content: one fact for all.
    public static let deltaFileChanged = FactCode(rawValue: "delta.file-changed")
    /// The package, or one file of code, grew out of proportion.
    public static let deltaSizeJump = FactCode(rawValue: "delta.size-jump")

    /// The codes that say what code can do.
    static let capabilities: [FactCode] = [
        .capabilityProcess, .capabilityNetwork, .capabilityEnvironment, .capabilityCredentialFile,
        .capabilityDynamicCode, .capabilityWriteOutside, .capabilityNativeLoading,
    ]

    /// Whether this says what code can do.
    var isCapability: Bool { rawValue.hasPrefix("capability.") }

    /// Whether this joins what code can do.
    var isChain: Bool { rawValue.hasPrefix("chain.") }

    /// Whether this says what code does, alone or joined.
    var isBehaviour: Bool { isCapability || isChain }
}
