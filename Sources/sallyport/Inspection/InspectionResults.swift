import SallyportModel
import SallyportPolicy

/// Writes results as they come and keeps what the exit status needs.
struct InspectionResults {
    private let format: Inspect.Format
    private let policy: Policy
    private let text = InspectionText(style: .standardOutput)
    private var progress: Progress
    private var sarif: SARIFReport?
    private var outcomes: [Outcome] = []
    private var unreadable: [String] = []

    init(format: Inspect.Format, policy: Policy, total: Int) {
        self.format = format
        self.policy = policy
        sarif = format == .sarif ? SARIFReport(policy: policy) : nil
        progress = Progress(total: total)
    }

    mutating func add(_ result: InspectionQueue.Result) throws {
        progress.clear()
        switch result {
        case .failure(let error):
            unreadable.append(error.description)
            Streams.note("Error: \(error)")
        case .success(let file):
            outcomes.append(file.verdict.outcome)
            switch format {
            case .text: Streams.print(text.text(file) + "\n")
            case .json: Streams.print(try InspectionJSON(file, policy: policy).line())
            case .sarif: sarif?.add(file)
            }
        }
        progress.advance()
    }

    /// Writes what comes last, and answers the exit status.
    func finish() throws -> Int32 {
        progress.clear()
        let status = Self.status(outcomes, isAnyUnreadable: !unreadable.isEmpty)
        switch format {
        case .text where outcomes.count + unreadable.count > 1:
            Streams.print(text.summary(outcomes, unreadable: unreadable.count))
        case .sarif:
            if let sarif { Streams.print(try JSONText.pretty(sarif.log(exitCode: status, unreadable: unreadable))) }
        case .text, .json: break
        }
        return status
    }

    /// A denial is the strongest thing that can be said; a file that nobody read comes before a hold.
    static func status(_ outcomes: [Outcome], isAnyUnreadable: Bool) -> Int32 {
        if outcomes.contains(.deny) { return 20 }
        if isAnyUnreadable { return ExitStatus.failure }
        return outcomes.contains(.hold) ? 10 : 0
    }
}
