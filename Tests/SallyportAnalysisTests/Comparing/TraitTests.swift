import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("The bits that say what a file does")
struct TraitTests {
    /// Kept reports hold these bits. Whoever changes their order or puts one between others needs a new engine, and writes
    /// both down here.
    private static let pinned = (
        engine: "9",
        codes: [
            "capability.process", "capability.network", "capability.environment", "capability.credential-file",
            "capability.dynamic-code", "capability.write-outside", "capability.native-loading", "capability.dns",
            "capability.wallet", "capability.browser-store", "capability.cloud-metadata", "capability.clipboard",
            "capability.input-capture", "capability.persistence", "capability.publication", "capability.process-memory",
            "capability.destructive", "capability.runtime-bootstrap", "capability.agent",
            "capability.system-information", "capability.stealth", "capability.gating", "chain.exfiltration",
            "chain.token-use", "chain.download-execute", "chain.decode-execute", "chain.system-information",
            "chain.key-exfiltration", "chain.wallet-hook", "chain.propagation", "chain.backdoor", "chain.plant",
            "hiding.string-array", "hiding.packer", "hiding.off-screen", "hiding.escaped-name",
            "hiding.encoded-literal", "hiding.computed-name", "hiding.cipher", "hiding.payload", "file.hidden-unicode",
        ]
    )

    @Test("mean the same as long as the engine is the same")
    func order() {
        let codes = FactTraits.codes.map(\.rawValue)
        #expect(Inspector.engineVersion != Self.pinned.engine || codes.starts(with: Self.pinned.codes))
        #expect(codes.count <= UInt64.bitWidth)
        #expect(Set(codes).count == codes.count)
    }

    @Test("are read back as the codes that they stand for")
    func roundTrip() {
        for code in FactTraits.codes { #expect(FactTraits.codes(of: FactTraits.bit(of: code)) == [code]) }
        #expect(FactTraits.bit(of: .fileNative) == 0)
    }
}
