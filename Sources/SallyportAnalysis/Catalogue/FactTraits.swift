import SallyportModel

/// What the code of one file does, as one number that a report keeps for every file.
///
/// The facts of a report are the heaviest of each code; of a large package they do not say what every file does. These
/// bits do, so that the next release can be compared file by file.
enum FactTraits {
    /// The codes in the order of their bits: new ones come last, and the order never changes without a new engine.
    static let codes: [FactCode] =
        FactCode.capabilities + [
            .chainExfiltration, .chainTokenUse, .chainDownloadExecute, .chainDecodeExecute, .chainSystemInformation,
            .chainKeyExfiltration, .chainWalletHook, .chainPropagation, .chainBackdoor, .chainPlant,
            .hidingStringArray, .hidingPacker, .hidingOffScreen, .hidingEscapedName, .hidingEncodedLiteral,
            .hidingComputedName, .hidingCipher, .hidingPayload, .fileHiddenUnicode, .chainUnasked,
        ]

    private static let bits = Dictionary(
        codes.enumerated().map { ($1, UInt64(1) << UInt64($0)) },
        uniquingKeysWith: { first, _ in first }
    )

    /// The bits of what hides code.
    static let hiding = codes.filter { !$0.isBehaviour }.reduce(0) { $0 | (bits[$1] ?? 0) }

    /// The bit of a code; none for what is no deed of code.
    static func bit(of code: FactCode) -> UInt64 { bits[code] ?? 0 }

    /// What leads out of the program, to other programs, other machines or what others keep.
    static let reaching = [FactCode](
        [
            .capabilityProcess, .capabilityNetwork, .capabilityCredentialFile, .capabilityDNS, .capabilityWallet,
            .capabilityBrowserStore, .capabilityCloudMetadata, .capabilityClipboard, .capabilityInputCapture,
            .capabilityPersistence, .capabilityPublication, .capabilityProcessMemory, .capabilityDestructive,
            .capabilityRuntimeBootstrap,
        ]
    ).reduce(0) { $0 | bit(of: $1) }

    /// The record of a file with what its code does.
    static func record(of file: PackageFile, runs: Bool) -> FileRecord {
        let traits = runs ? file.findings.values.reduce(0) { $0 | self.traits(of: $1) } : 0
        guard traits != 0 else { return file.record }
        let record = file.record
        return FileRecord(
            path: record.path,
            size: record.size,
            digest: record.digest,
            content: record.content,
            isExecutable: record.isExecutable,
            traits: traits
        )
    }

    /// The codes of bits.
    static func codes(of traits: UInt64) -> [FactCode] {
        codes.enumerated().compactMap { traits & (UInt64(1) << UInt64($0)) != 0 ? $1 : nil }
    }

    private static func traits(of findings: FileFindings) -> UInt64 {
        findings.findings.reduce(0) { traits, finding in
            finding.weight > .means ? traits | (bits[finding.code] ?? 0) : traits
        }
    }
}
