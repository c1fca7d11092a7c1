import SallyportModel

/// A page in HTML (PEP 503), in ASCII.
enum HTMLPage {
    static func render(_ page: SimplePage) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(512 + page.lines.count * 500)
        output.append(contentsOf: "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n".utf8)
        for (name, content) in metas(of: page.project) {
            output.append(contentsOf: "<meta".utf8)
            attribute("name", name, &output)
            attribute("content", content, &output)
            output.append(contentsOf: ">\n".utf8)
        }
        output.append(contentsOf: "<title>Links for ".utf8)
        HTMLText.appendEscaped(page.name, to: &output)
        output.append(contentsOf: "</title>\n</head>\n<body>\n<h1>Links for ".utf8)
        HTMLText.appendEscaped(page.name, to: &output)
        output.append(contentsOf: "</h1>\n".utf8)
        for line in page.lines { write(line, to: &output) }
        output.append(contentsOf: "</body>\n</html>\n".utf8)
        return output
    }

    private static func metas(of project: SimpleProject) -> [(name: String, content: String)] {
        var metas = [("pypi:repository-version", SimpleRepository.apiVersion)]
        if let status = project.status {
            metas.append(("pypi:project-status", status.rawValue))
            if let reason = project.statusReason { metas.append(("pypi:project-status-reason", reason)) }
        }
        metas += project.tracks.map { ("pypi:tracks", $0) }
        metas += project.alternateLocations.map { ("pypi:alternate-locations", $0) }
        return metas
    }

    private static func write(_ line: SimplePage.Line, to output: inout [UInt8]) {
        output.append(contentsOf: "<a".utf8)
        let fragment = line.digests.first.map { "#\($0.algorithm.rawValue)=\($0.hex)" } ?? ""
        attribute("href", line.url + fragment, &output)
        if let requirement = line.requiresPython { attribute("data-requires-python", requirement, &output) }
        switch line.yank {
        case .no: break
        case .yes: attribute("data-yanked", "", &output)
        case .because(let reason): attribute("data-yanked", reason, &output)
        }
        if let digest = line.metadata {
            let value = "\(digest.algorithm.rawValue)=\(digest.hex)"
            attribute("data-core-metadata", value, &output)
            attribute("data-dist-info-metadata", value, &output)
        }
        if let provenance = line.provenance { attribute("data-provenance", provenance, &output) }
        output.append(UInt8(ascii: ">"))
        HTMLText.appendEscaped(line.filename, to: &output)
        output.append(contentsOf: "</a><br>\n".utf8)
    }

    private static func attribute(_ name: String, _ value: String, _ output: inout [UInt8]) {
        output.append(contentsOf: " \(name)=\"".utf8)
        HTMLText.appendEscaped(value, to: &output)
        output.append(UInt8(ascii: "\""))
    }
}
