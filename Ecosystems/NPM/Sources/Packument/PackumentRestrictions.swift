import SallyportEcosystem
import SallyportLexing
import SallyportModel

extension PackumentRendering {
    /// `policyRestrictions`, which npm from 10.8.2 on prints when nothing else satisfies a request.
    func appendRestrictions(to output: inout [UInt8]) {
        guard view.namesRestrictions, !withheld.isEmpty else { return }
        output += #","policyRestrictions":{"message":"#.utf8
        JSONText.appendEscaped(restrictionMessage(), to: &output)
        output += #","versions":{"#.utf8
        for (number, position) in withheld.enumerated() {
            let version = index.artifacts[position].artifact.release.version
            if number > 0 { output.append(UInt8(ascii: ",")) }
            JSONText.appendEscaped(version, to: &output)
            output += #":{"name":"#.utf8
            JSONText.appendEscaped(index.package.name, to: &output)
            output += #","version":"#.utf8
            JSONText.appendEscaped(version, to: &output)
            output.append(UInt8(ascii: "}"))
        }
        output += "}}".utf8
    }

    /// The newest reasons, a line each: npm prints the message whichever of the versions was asked for.
    private func restrictionMessage() -> String {
        var lines = withheld.prefix(index.limits.restrictionLinesMax).compactMap { reason($0) }
        let rest = withheld.count - lines.count
        if rest > 0 { lines.append("\(rest) more are withheld; run: sallyport why \(index.package)@VERSION") }
        return lines.joined(separator: "\n")
    }
}
