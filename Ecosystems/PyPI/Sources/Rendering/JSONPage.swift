import SallyportModel

/// A page in JSON (PEP 691), members in a fixed order.
enum JSONPage {
    static func render(_ page: SimplePage) -> [UInt8] {
        var output = JSONWriter()
        output.bytes.reserveCapacity(512 + page.lines.count * 700)
        output.open("{")
        writeMeta(page, to: &output)
        output.member("name", page.name)
        writeStatus(page.project, to: &output)
        if !page.project.alternateLocations.isEmpty {
            output.member("alternate-locations", page.project.alternateLocations)
        }
        output.member("versions", page.versions)
        output.key("files")
        output.open("[")
        for line in page.lines {
            output.separate()
            write(line, to: &output)
        }
        output.close("]")
        output.close("}")
        return output.bytes
    }

    /// Version 1.1 promises a size for every file; without all of them only 1.0 is true. What later versions added is
    /// there all the same, and clients of 1.0 pass over it.
    private static func writeMeta(_ page: SimplePage, to output: inout JSONWriter) {
        let hasSizes = page.lines.allSatisfy { $0.size != nil }
        output.key("meta")
        output.open("{")
        output.member("api-version", hasSizes ? SimpleRepository.apiVersion : "1.0")
        if !page.project.tracks.isEmpty { output.member("tracks", page.project.tracks) }
        output.close("}")
    }

    private static func writeStatus(_ project: SimpleProject, to output: inout JSONWriter) {
        guard let status = project.status else { return }
        output.key("project-status")
        output.open("{")
        output.member("status", status.rawValue)
        if let reason = project.statusReason { output.member("reason", reason) }
        output.close("}")
    }

    private static func write(_ line: SimplePage.Line, to output: inout JSONWriter) {
        output.open("{")
        output.member("filename", line.filename)
        output.member("url", line.url)
        output.key("hashes")
        output.open("{")
        for digest in line.digests { output.member(digest.algorithm.rawValue, digest.hex) }
        output.close("}")
        if let requirement = line.requiresPython { output.member("requires-python", requirement) }
        if let size = line.size { output.member("size", size) }
        if let time = line.uploadTime { output.member("upload-time", time) }
        switch line.yank {
        case .no: output.member("yanked", false)
        case .yes: output.member("yanked", true)
        case .because(let reason): output.member("yanked", reason)
        }
        // PEP 714: clients from before it look for the older name.
        for name in ["core-metadata", "dist-info-metadata"] {
            guard let digest = line.metadata else {
                output.member(name, false)
                continue
            }
            output.key(name)
            output.open("{")
            output.member(digest.algorithm.rawValue, digest.hex)
            output.close("}")
        }
        if let provenance = line.provenance { output.member("provenance", provenance) }
        output.close("}")
    }
}
