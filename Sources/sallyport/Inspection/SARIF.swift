/// The parts of SARIF 2.1.0 (OASIS) that are written; member names are the standard's.
enum SARIF {
    static let version = "2.1.0"
    static let schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    /// The whole file (section 3.13).
    struct Log: Encodable {
        let schema = SARIF.schema
        let version = SARIF.version
        let runs: [Run]

        private enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    /// One run of the tool (section 3.14).
    struct Run: Encodable {
        let tool: Tool
        let artifacts: [Artifact]
        let invocations: [Invocation]
        let results: [Result]
        let columnKind = "unicodeCodePoints"
    }

    /// The tool (section 3.18).
    struct Tool: Encodable {
        let driver: Driver
    }

    /// The tool's program (section 3.19).
    struct Driver: Encodable {
        let name: String
        let semanticVersion: String
        let rules: [Rule]
    }

    /// A rule (section 3.49).
    struct Rule: Encodable {
        let id: String
        let shortDescription: Message
        let fullDescription: Message
        let help: Message
        let defaultConfiguration: Configuration
    }

    /// A rule's default (section 3.50).
    struct Configuration: Encodable {
        let enabled: Bool
        let level: String
    }

    /// A text for people (section 3.11).
    struct Message: Encodable {
        let text: String

        /// Any text as it is. In a message `{0}` stands for an argument and `[text](address)` for a link (sections 3.11.5
        /// and 3.11.6); what a package's author has written must become neither.
        init(plain text: String) {
            var escaped = ""
            for character in text {
                switch character {
                case "{", "}": escaped += "\(character)\(character)"
                case "[", "]", "\\": escaped += "\\\(character)"
                default: escaped.append(character)
                }
            }
            self.text = escaped
        }
    }

    /// A piece of a file, as it is (section 3.3).
    struct Content: Encodable {
        let text: String
    }

    /// A file, or a file within one (section 3.24).
    struct Artifact: Encodable {
        let location: ArtifactLocation
        var parentIndex: Int?
        var length: Int?
        var hashes: [String: String]?
    }

    /// Where a file is (section 3.4).
    struct ArtifactLocation: Encodable {
        let uri: String
        var index: Int?
    }

    /// How the run went (section 3.20).
    struct Invocation: Encodable {
        let executionSuccessful: Bool
        let exitCode: Int
        let toolExecutionNotifications: [Notification]
    }

    /// Something that went wrong (section 3.58).
    struct Notification: Encodable {
        let level: String
        let message: Message
    }

    /// A reason (section 3.27).
    struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int?
        let level: String
        let message: Message
        let locations: [Location]
        var codeFlows: [CodeFlow]?
        let properties: [String: String]
    }

    /// A way through the code (section 3.36).
    struct CodeFlow: Encodable {
        let threadFlows: [ThreadFlow]
    }

    /// A way through the code of one thread (section 3.37).
    struct ThreadFlow: Encodable {
        let locations: [FlowLocation]
    }

    /// One place on the way (section 3.38).
    struct FlowLocation: Encodable {
        let location: Location
        let executionOrder: Int
    }

    /// A place (section 3.28).
    struct Location: Encodable {
        let physicalLocation: PhysicalLocation
        var message: Message?
    }

    /// A place in a file (section 3.29).
    struct PhysicalLocation: Encodable {
        let artifactLocation: ArtifactLocation
        let region: Region?
    }

    /// A line (section 3.30).
    struct Region: Encodable {
        let startLine: Int
        let snippet: Content?
    }
}
