import SallyportModel

/// The reasons of a verdict for a terminal: code, sentence, the place with its line, and what a reviewer looks at.
struct ReasonView {
    let style: Style
    /// Blanks before every line.
    let indent: String

    /// One paragraph a reason.
    func lines(_ reasons: [Reason]) -> [String] {
        reasons.flatMap(lines)
    }

    private func lines(_ reason: Reason) -> [String] {
        let head = "\(style.outcome(reason.outcome))  \(style.strong(reason.code))  \(reason.severity.rawValue)"
        var lines = ["\(indent)\(head)", "\(indent)  \(reason.sentence.printable)"]
        if reason.steps.isEmpty {
            if let place = reason.place { lines.append("\(indent)  \(Self.text(of: place))") }
        } else {
            lines += StoryView(style: style, indent: "\(indent)  ").lines(reason.steps)
        }
        if let until = reason.until { lines.append("\(indent)  ends by itself at \(until.minute)") }
        lines.append("\(indent)  \(style.faint("reviewer: \(reason.review.printable)"))")
        return lines
    }

    /// `package/install.js:14: the line that stands there`.
    static func text(of place: Place) -> String {
        var text = place.path.printable
        if let line = place.line { text += ":\(line)" }
        if let excerpt = place.excerpt, !excerpt.isEmpty { text += ": \(excerpt.printable)" }
        return text
    }
}
