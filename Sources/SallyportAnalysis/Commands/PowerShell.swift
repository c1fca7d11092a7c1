import SallyportModel

/// What the words of a PowerShell command say: enough to see something fetched and run.
enum PowerShell {
    private static let fetching = [
        "iwr", "invoke-webrequest", "invoke-restmethod", "irm", "downloadstring", "downloadfile", "net.webclient",
        "start-bitstransfer",
    ]
    private static let running = ["iex", "invoke-expression", "start-process", "frombase64string"]

    static func read(_ words: [String], at offset: Int, _ collector: inout FindingsCollector) {
        let text = words.joined(separator: " ").lowercased()
        let tokens = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }.map { String($0) })
        let fetches = tokens.contains { token in fetching.contains { token == $0 || token.hasSuffix(".\($0)") } }
        let runs = tokens.contains { token in running.contains { token == $0 || token.hasSuffix(".\($0)") } }
        if fetches { collector.add(.capabilityNetwork, "PowerShell fetches", at: offset, .use) }
        if fetches, runs {
            collector.add(.chainDownloadExecute, "PowerShell runs what it fetches", at: offset, .flow)
        }
        if words.contains(where: {
            "-encodedcommand".hasPrefix($0.lowercased()) && $0.count >= 3 && $0.lowercased().hasPrefix("-e")
                && $0.lowercased() != "-ep" && $0.lowercased() != "-exec"
        }) {
            collector.add(.chainDecodeExecute, "PowerShell runs an encoded command", at: offset, .flow)
        }
    }
}
