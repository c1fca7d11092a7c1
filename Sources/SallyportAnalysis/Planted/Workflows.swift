import SallyportLexing

/// Workflows that a code host runs: what of them gives secrets away, or runs what a stranger wrote.
enum Workflows {
    /// What is odd about a workflow, with the line; nothing for one that builds and tests.
    static func oddities(_ workflow: YAMLScalars) -> [(what: String, line: Int)] {
        let scalars = workflow.scalars
        var found: [(String, Int)] = []
        let isForStrangers =
            workflow.keys.contains("pull_request_target")
            || scalars.contains { $0.keys.first == "on" && $0.text.contains("pull_request_target") }
        let checksOutHead = scalars.first { scalar in
            scalar.keys.last == "ref" && scalar.text.contains("github.event.pull_request.head")
        }
        if isForStrangers, let checksOutHead, scalars.contains(where: { $0.keys.last == "run" }) {
            found.append(("runs what a stranger's pull request holds, with secrets", checksOutHead.line))
        }
        let named = scalars.filter { $0.keys.contains("env") && isSecret($0.text) }.compactMap(\.keys.last)
        for scalar in scalars where scalar.keys.last == "run" {
            if scalar.text.contains("toJSON(secrets)") || scalar.text.contains("toJson(secrets)") {
                found.append(("all secrets are written into a command", scalar.line))
                continue
            }
            guard sends(scalar.text, named) else { continue }
            found.append(("secrets are sent by a command", scalar.line))
        }
        for scalar in scalars where scalar.keys.contains("env") || scalar.keys.contains("with") {
            guard scalar.text.lowercased().contains("tojson(secrets)") else { continue }
            found.append(("all secrets are given to a step", scalar.line))
        }
        return found
    }

    private static func isSecret(_ text: String) -> Bool {
        text.contains("secrets.") && !text.contains("secrets.GITHUB_TOKEN")
    }

    /// Whether a command that sends data has a secret among its words: not as a header of a service that it logs in to.
    private static func sends(_ text: String, _ named: [String]) -> Bool {
        for line in text.replacing("\\\n", with: " ").lines {
            guard let body = body(of: line) else { continue }
            if isSecret(body) || named.contains(where: { body.contains("$\($0)") || body.contains("${\($0)}") }) {
                return true
            }
        }
        return false
    }

    /// What stands behind `-d`, `--data`, `-F`, `--post-data` of a fetching program.
    private static func body(of line: Substring) -> String? {
        guard ["curl ", "wget "].contains(where: { line.contains($0) }) else { return nil }
        for option in [" -d ", " -d\"", " -d'", " --data", " -F ", " --form", " --post-data", " -T ", " --body-data"] {
            if let found = line.ranges(of: option).first { return String(line[found.upperBound...]) }
        }
        return nil
    }
}
