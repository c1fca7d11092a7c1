import ArgumentParser
import FoundationEssentials
import SallyportGate
import SallyportModel
import SallyportPolicy
import SallyportServer

/// What every decision needs; defined once.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Why; it is recorded with the decision.", valueName: "text"))
    var reason: String

    @OptionGroup var server: ServerOptions
    @OptionGroup var format: FormatOptions

    func validate() throws {
        guard !reason.isEmpty, reason.utf8.count <= Gate.decisionReasonBytesMax else {
            throw ValidationError("`--reason` is a text of at most \(Gate.decisionReasonBytesMax) bytes.")
        }
    }

    /// Sends a decision and prints what was recorded.
    func decide(
        _ action: Decision.Action,
        on subject: PackageURL? = nil,
        expires: Instant? = nil,
        asOf: Instant? = nil
    ) async throws {
        let wish = APIDocuments.DecisionRequest(
            action: action,
            purl: subject?.description,
            reason: reason,
            claimedBy: ProcessInfo.processInfo.userName,
            expires: expires,
            asOf: asOf
        )
        let answer: APIClient.Answer<Decision> = try await server.client().post("/api/v1/decisions", wish)
        switch format.format {
        case .json: Streams.print(answer.json)
        case .text: Streams.print(DecisionView.text(answer.value))
        }
    }
}

/// A decision that was just recorded, for a terminal.
enum DecisionView {
    static func text(_ decision: Decision) -> String {
        let subject = decision.subject?.printable ?? ""
        let (done, undo): (String, String) =
            switch decision.action {
            case .admit: ("Admitted \(subject)", "sallyport reopen \(subject)")
            case .deny: ("Denied \(subject)", "sallyport reopen \(subject)")
            case .reopen: ("The policy judges \(subject) again", "sallyport why \(subject)")
            case .freeze: ("Frozen as of \(decision.asOf?.minute ?? "now")", "sallyport thaw")
            case .thaw: ("No longer frozen", "sallyport freeze --as-of TIME")
            }
        let until = decision.expires.map { " until \($0.minute)" } ?? ""
        let verb = decision.action == .reopen ? "See how it stands with" : "Take it back with"
        let reason = decision.action == .reopen ? "" : " --reason \"...\""
        return "\(done)\(until); decision #\(decision.sequence) by \(decision.actor.printable).\n"
            + "\(verb) `\(undo)\(reason)`."
    }
}

/// How long an admission holds: `30d`, `12h`, `90m`.
struct DurationArgument: ExpressibleByArgument, Sendable {
    let seconds: Int64

    init?(argument: String) {
        guard let seconds = PolicyDuration.seconds(argument), seconds > 0 else { return nil }
        self.seconds = seconds
    }
}
