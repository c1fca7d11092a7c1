import FoundationEssentials
import Glibc
import SallyportModel

/// How text looks: colours on a terminal, and the same words without them everywhere else.
///
/// No meaning is carried by colour alone. `NO_COLOR` (no-color.org) and `TERM=dumb` turn colours off.
struct Style: Sendable, Hashable {
    /// Whether escape sequences are written.
    let isColoured: Bool

    /// Words alone.
    static let plain = Style(isColoured: false)

    /// The style for standard output.
    static var standardOutput: Style { Style(descriptor: STDOUT_FILENO) }
    /// The style for standard error.
    static var standardError: Style { Style(descriptor: STDERR_FILENO) }

    init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    private init(descriptor: Int32) {
        let isTerminal = isatty(descriptor) == 1
        // The environment is only copied where it can change something.
        self.init(isTerminal: isTerminal, environment: isTerminal ? ProcessInfo.processInfo.environment : [:])
    }

    init(isTerminal: Bool, environment: [String: String]) {
        let isUnwanted = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        self.init(isColoured: isTerminal && !isUnwanted)
    }

    /// What a text is about.
    func strong(_ text: String) -> String { wrapped(text, "1") }

    /// What may be skipped.
    func faint(_ text: String) -> String { wrapped(text, "2") }

    /// An outcome's word.
    func outcome(_ outcome: Outcome, _ text: String? = nil) -> String {
        let word = text ?? outcome.rawValue
        return switch outcome {
        case .admit: wrapped(word, "32")
        case .hold: wrapped(word, "33")
        case .deny: wrapped(word, "31")
        }
    }

    private func wrapped(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// Safe for a terminal: what would move the cursor, change colours or reverse the text becomes `?`.
    ///
    /// Names, paths and excerpts come from packages, and a package may want its reader to see something else.
    var printable: String {
        var result = ""
        result.unicodeScalars.append(
            contentsOf: unicodeScalars.map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: "?"
                default: scalar
                }
            }
        )
        return result
    }
}
