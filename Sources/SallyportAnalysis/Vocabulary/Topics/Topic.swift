import SallyportModel

/// What the use of a word or of a text says about code by itself, beside the values that are followed.
enum Topic: UInt8, Sendable {
    case none
    case dns, wallet, browserStore, cloudMetadata, clipboard, inputCapture, persistence, publication
    case processMemory, destructive, runtimeBootstrap, agent, systemInformation, stealth, gating, network, credentials

    /// The code under which it is stated.
    var code: FactCode {
        switch self {
        case .dns: .capabilityDNS
        case .wallet: .capabilityWallet
        case .browserStore: .capabilityBrowserStore
        case .cloudMetadata: .capabilityCloudMetadata
        case .clipboard: .capabilityClipboard
        case .inputCapture: .capabilityInputCapture
        case .persistence: .capabilityPersistence
        case .publication: .capabilityPublication
        case .processMemory: .capabilityProcessMemory
        case .destructive: .capabilityDestructive
        case .runtimeBootstrap: .capabilityRuntimeBootstrap
        case .agent: .capabilityAgent
        case .systemInformation: .capabilitySystemInformation
        case .stealth: .capabilityStealth
        case .gating: .capabilityGating
        case .credentials: .capabilityCredentialFile
        case .network, .none: .capabilityNetwork
        }
    }
}

/// The topics of one word, by where it stands.
struct WordTopics: Sendable {
    /// As the name of a module.
    var module = Topic.none
    /// Behind a dot.
    var member = Topic.none
    /// As a free name.
    var global = Topic.none

    /// Whether the word makes a source worth following that reaches for nothing else.
    var isNotable: Bool {
        member == .wallet || global == .wallet || member == .clipboard || Self.isRare(module)
    }

    /// Whether modules of a topic are there for one thing. Asked for each word that means anything.
    static func isRare(_ module: Topic) -> Bool {
        switch module {
        case .clipboard, .inputCapture, .browserStore, .processMemory, .credentials: true
        default: false
        }
    }
}

extension VocabularyBuilder {
    /// Modules whose use has a topic.
    mutating func modules(_ topic: Topic, _ names: String) {
        change(names) { $0.topics.module = topic }
    }

    /// Members whose use has a topic, whatever they are members of.
    mutating func members(_ topic: Topic, _ names: String) {
        change(names) { $0.topics.member = topic }
    }

    /// Free names whose use has a topic.
    mutating func globals(_ topic: Topic, _ names: String) {
        change(names) { $0.topics.global = topic }
    }
}
