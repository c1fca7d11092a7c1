import SallyportModel

/// A chain as a story: what happens one after the other, each step with its line of code.
struct StoryView {
    let style: Style
    /// Blanks before every line.
    let indent: String

    /// Characters of a line of code; the rest is not needed to find it.
    static let codeMax = 100

    /// Two lines a step; the file is named again only where it changes.
    ///
    ///     1. reads ~/.npmrc            lib/a.js:3
    ///        const token = fs.readFileSync(...)
    ///     2. sends it                  :9
    func lines(_ steps: [Step]) -> [String] {
        let width = steps.map { $0.what.printable.count }.max() ?? 0
        var path = ""
        return steps.enumerated().flatMap { index, step in
            let what = step.what.printable
            let line = step.place.line.map { ":\($0)" } ?? ""
            let place = (step.place.path == path && !line.isEmpty ? "" : step.place.path.printable) + line
            path = step.place.path
            let blanks = String(repeating: " ", count: min(width, 48) - min(what.count, 48, width))
            var lines = ["\(indent)\(index + 1). \(style.strong(what))\(blanks)  \(place)"]
            if let excerpt = step.place.excerpt?.printable, !excerpt.isEmpty {
                let code = excerpt.count > Self.codeMax ? "\(excerpt.prefix(Self.codeMax - 3))..." : excerpt
                lines.append("\(indent)   \(style.faint(code))")
            }
            return lines
        }
    }
}
