import SallyportModel

/// Patterns by which keys and tokens are found in texts that somebody else wrote.
///
/// Who hides such things in a log has the patterns as well; who looks through folders of files for them and talks to the
/// network collects them.
enum KeyPatterns {
    private static let marks = [
        "{87,88}", "{87}", "{88}", "[5KL][1-9A-HJ", "[LK5][1-9A-HJ", "a-fA-F]{64}", "A-Fa-f]{64}", "a-f0-9]{64}",
        "A-F0-9]{64}", "0-9a-f]{64}", "ghp_", "gh[pousr]_", "github_pat_", "npm_[A", "AKIA[", "(AKIA", "xox[",
        "sk_live_",
        "AIza[", "glpat-", "){11,23}", "){11}", "-----BEGIN",
    ].map { Array($0.utf8) }

    /// Whether a text is a pattern of that kind.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        guard bytes.contains(UInt8(ascii: "[")),
            bytes.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "+") })
        else { return false }
        return bytes.indices.contains { start in
            switch bytes[start] {
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "0"),
                UInt8(ascii: "g"), UInt8(ascii: "n"), UInt8(ascii: "("), UInt8(ascii: "x"), UInt8(ascii: "s"),
                UInt8(ascii: ")"), UInt8(ascii: "-"):
                marks.contains { bytes[start...].starts(with: $0) }
            default: false
            }
        }
    }
}

extension FlowReader {
    /// What the whole source does together: looks through files for keys and reaches the network; watches what other
    /// modules are given and reaches the network.
    mutating func stateSearches(_ stream: LexemeStream) {
        guard !stream.interest.isDisjoint(with: [.networkModule, .networkLibrary, .connect]) else { return }
        if watchesOthers >= 0, collector.has(.capabilityNetwork, atLeast: .use) {
            let detail = "watches what other modules load or ask for"
            collector.add(.capabilityInputCapture, detail, at: watchesOthers, .use)
        }
        if let pattern = hooked.keyPattern, listsFolders {
            collector.add(.capabilityCredentialFile, "collects keys by how they look", at: pattern, .flow)
        }
    }
}
