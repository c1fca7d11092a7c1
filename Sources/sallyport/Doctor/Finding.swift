import SallyportModel

/// One line of `doctor`.
struct Finding: Sendable, Hashable {
    /// How it stands.
    enum Level: String, Sendable, Hashable, CaseIterable {
        /// As it should be.
        case ok
        /// It works, and someone should look at it.
        case warn
        /// It does not work.
        case fail
    }

    /// How it stands.
    let level: Level
    /// What was looked at.
    let subject: String
    /// What was found.
    let sentence: String
    /// What to do; absent when nothing needs to be done.
    let advice: String?

    static func ok(_ subject: String, _ sentence: String) -> Finding {
        Finding(level: .ok, subject: subject, sentence: sentence, advice: nil)
    }

    static func warn(_ subject: String, _ sentence: String, _ advice: String) -> Finding {
        Finding(level: .warn, subject: subject, sentence: sentence, advice: advice)
    }

    static func fail(_ subject: String, _ sentence: String, _ advice: String) -> Finding {
        Finding(level: .fail, subject: subject, sentence: sentence, advice: advice)
    }

    /// The line, and below it what to do.
    func text(_ style: Style) -> String {
        let word: String =
            switch level {
            case .ok: style.outcome(.admit, "ok  ")
            case .warn: style.outcome(.hold, "warn")
            case .fail: style.outcome(.deny, "fail")
            }
        let line = "\(word)  \(style.strong(subject)): \(sentence.printable)"
        return advice.map { "\(line)\n      \($0.printable)" } ?? line
    }
}
