import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// One view of a packument, spliced from the upstream's bytes.
struct PackumentRendering {
    let index: PackumentIndex
    let view: IndexView
    let tags: [TagRepair.Target]
    /// Positions of what is not visible, highest version first.
    let withheld: [Int]
    /// What every tarball address begins with, opening quote included.
    private let addressPrefix: [UInt8]

    init(index: PackumentIndex, view: IndexView) {
        self.index = index
        self.view = view
        tags = TagRepair(index: index, view: view).repaired()
        withheld = index.descending.filter { !view.isVisible($0) }
        addressPrefix = Array(JSONText.escape("\(view.mountURL)/\(index.package.name)/-/").dropLast())
    }

    /// The whole packument.
    func full() -> Answer {
        var output: [UInt8] = []
        output.reserveCapacity(index.body.count + index.artifacts.count * (addressPrefix.count + 16) + 1_024)
        var end = index.layout.members.first?.member.lead ?? 0
        var isFirst = true
        output += index.body[..<end]
        for (member, role) in index.layout.members {
            end = member.end
            guard role != .dropped else { continue }
            append(leadOf: member, isFirst: &isFirst, to: &output)
            output += index.body[member.start..<member.value]
            switch role {
            case .versions: appendVersions(member, to: &output)
            case .time: appendTimes(member, to: &output)
            case .distTags: appendTags(member, to: &output)
            case .copied, .dropped: output += index.body[member.value..<member.end]
            }
        }
        appendRestrictions(to: &output)
        output += index.body[end...]
        return document(output, type: "application/json")
    }

    /// What an installer needs (npm registry documentation, package-metadata, "abbreviated").
    func abbreviated() -> Answer {
        var output: [UInt8] = []
        let fieldBytes = index.layout.fields.reduce(0) { $0 + Int($1.end - $1.start) }
        output.reserveCapacity(fieldBytes + index.artifacts.count * (addressPrefix.count + 64) + 1_024)
        output += #"{"name":"#.utf8
        JSONText.appendEscaped(index.package.name, to: &output)
        if let modified = index.layout.modified {
            output += #","modified":"#.utf8
            output += index.body[modified]
        }
        output += #","dist-tags":"#.utf8
        appendRepairedTags(to: &output)
        output += #","versions":{"#.utf8
        var isFirst = true
        for version in index.layout.versions {
            guard let position = version.position, view.isVisible(position) else { continue }
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            output += index.body[version.member.start..<version.member.value]
            appendAbbreviated(version, position, to: &output)
        }
        output.append(UInt8(ascii: "}"))
        appendRestrictions(to: &output)
        output.append(UInt8(ascii: "}"))
        return document(output, type: AcceptHeader.abbreviatedType)
    }

    /// The tags alone.
    func distTags() -> Answer {
        var output: [UInt8] = []
        appendRepairedTags(to: &output)
        return part(output)
    }

    /// One version, by its text or by a tag.
    func manifest(_ selector: String) -> Answer {
        let tagged = tags.first { index.layout.tags[$0.tag].name == selector }?.position
        guard let position = index.positionOf[selector] ?? tagged, view.isVisible(position),
            let version = index.layout.versions.first(where: { $0.position == position })
        else { return missing(selector) }
        var output: [UInt8] = []
        output.reserveCapacity(version.member.end - version.member.value + addressPrefix.count + 64)
        appendPatched(version.member.value..<version.member.end, version, position, to: &output)
        return part(output)
    }

    private func missing(_ selector: String) -> Answer {
        let text = "version not found: \(Refusal.printable(selector, bytesMax: 100))"
        guard let position = index.positionOf[selector], let line = reason(position) else {
            return NPMAnswers.error(404, text)
        }
        return NPMAnswers.error(404, "\(text)\n\(line)", headers: [Header("npm-notice", line)])
    }

    /// Why a version is withheld, in one line.
    func reason(_ position: Int) -> String? {
        guard view.standings.indices.contains(position), case .withheld(let reason) = view.standings[position] else {
            return nil
        }
        return Refusal.printable(reason, bytesMax: Refusal.lineBytesMax)
    }

    private func document(_ body: [UInt8], type: String) -> Answer {
        // Which client asks matters only where restrictions may be named.
        let vary = withheld.isEmpty ? "accept, accept-encoding" : "accept, accept-encoding, user-agent"
        return Answer(status: 200, headers: [Header("content-type", type), Header("vary", vary)], body: body)
    }

    private func part(_ body: [UInt8]) -> Answer {
        let headers = [Header("content-type", "application/json"), Header("vary", "accept-encoding")]
        return Answer(status: 200, headers: headers, body: body)
    }

    // MARK: Pieces

    /// What stands before a member: white space, and a comma unless it comes first now.
    private func append(leadOf member: PackumentLayout.Member, isFirst: inout Bool, to output: inout [UInt8]) {
        var lead = index.body[member.lead..<member.start]
        if isFirst, let comma = lead.firstIndex(of: UInt8(ascii: ",")) { lead = lead[(comma + 1)...] }
        isFirst = false
        output += lead
    }

    private func appendVersions(_ object: PackumentLayout.Member, to output: inout [UInt8]) {
        var isFirst = true
        output.append(UInt8(ascii: "{"))
        for version in index.layout.versions {
            guard let position = version.position, view.isVisible(position) else { continue }
            append(leadOf: version.member, isFirst: &isFirst, to: &output)
            appendPatched(version.member.start..<version.member.end, version, position, to: &output)
        }
        let end = index.layout.versions.last?.member.end ?? object.value + 1
        output += index.body[end..<object.end]
    }

    /// A range of the document in which a version's tarball address stands, with ours in its place.
    private func appendPatched(
        _ range: Range<Int>,
        _ version: PackumentLayout.Version,
        _ position: Int,
        to output: inout [UInt8]
    ) {
        output += index.body[range.lowerBound..<version.tarball.lowerBound]
        output += addressPrefix
        output += index.artifacts[position].artifact.filename.utf8
        output.append(UInt8(ascii: "\""))
        output += index.body[version.tarball.upperBound..<range.upperBound]
    }

    private func appendAbbreviated(_ version: PackumentLayout.Version, _ position: Int, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        for number in version.fields {
            let field = index.layout.fields[number]
            let range = Int(field.start)..<Int(field.end)
            if number > version.fields.lowerBound { output.append(UInt8(ascii: ",")) }
            if field.isDist {
                appendPatched(range, version, position, to: &output)
            } else {
                output += index.body[range]
            }
        }
        if version.hasInstallScript {
            if !version.fields.isEmpty { output.append(UInt8(ascii: ",")) }
            output += #""hasInstallScript":true"#.utf8
        }
        output.append(UInt8(ascii: "}"))
    }

    private func appendTimes(_ object: PackumentLayout.Member, to output: inout [UInt8]) {
        var isFirst = true
        output.append(UInt8(ascii: "{"))
        for time in index.layout.times {
            if let version = time.version {
                guard let position = index.layout.versions[version].position, view.isVisible(position) else { continue }
            }
            append(leadOf: time.member, isFirst: &isFirst, to: &output)
            output += index.body[time.member.start..<time.member.end]
        }
        let end = index.layout.times.last?.member.end ?? object.value + 1
        output += index.body[end..<object.end]
    }

    private func appendTags(_ object: PackumentLayout.Member, to output: inout [UInt8]) {
        if tags.count == index.layout.tags.count, !tags.contains(where: \.isMoved) {
            output += index.body[object.value..<object.end]
        } else {
            appendRepairedTags(to: &output)
        }
    }

    private func appendRepairedTags(to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        for (number, tag) in tags.enumerated() {
            if number > 0 { output.append(UInt8(ascii: ",")) }
            JSONText.appendEscaped(index.layout.tags[tag.tag].name, to: &output)
            output.append(UInt8(ascii: ":"))
            JSONText.appendEscaped(index.artifacts[tag.position].artifact.release.version, to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }
}
