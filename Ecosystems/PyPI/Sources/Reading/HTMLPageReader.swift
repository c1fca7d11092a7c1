import SallyportEcosystem
import SallyportModel

/// Reads a project's page in HTML (PEP 503, with 592, 629, 658, 708, 714, 740 and 792).
enum HTMLPageReader {
    static func read(_ bytes: Span<UInt8>, into page: inout PageAssembly) throws(IndexError) {
        guard bytes.count <= page.limits.bytesMax else {
            throw IndexError(
                code: "simple-too-large",
                description: "The page of \(page.package.name) is larger than \(page.limits.bytesMax) bytes."
            )
        }
        var scanner = HTMLScanner(attributesMax: page.limits.attributesMax)
        var status: (marker: String?, reason: String?)
        var hasBase = false
        while let tag = try scanner.next(in: bytes) {
            switch tag.name {
            case "a": try readAnchor(tag, into: &page)
            case "base":
                guard !hasBase, let reference = tag.value(of: "href") else { continue }
                hasBase = true
                try setBase(reference, at: tag.offset, in: &page)
            default: try readMeta(tag, status: &status, into: &page)
            }
        }
        if let marker = status.marker { page.setStatus(marker, reason: status.reason) }
    }

    private static func setBase(_ reference: String, at offset: Int, in page: inout PageAssembly) throws(IndexError) {
        let resolved = URLReference.resolve(reference, against: page.base, bytesMax: page.limits.urlBytesMax)
        guard let resolved else {
            throw IndexError(
                code: "simple-html-base",
                offset: offset,
                description:
                    "The upstream's HTML page for \(page.package.name) has a base that is no http or https URL."
            )
        }
        page.base = resolved.url
    }

    private static func readMeta(
        _ tag: HTMLScanner.Tag,
        status: inout (marker: String?, reason: String?),
        into page: inout PageAssembly
    ) throws(IndexError) {
        guard let name = tag.value(of: "name")?.lowercased(), let content = tag.value(of: "content") else { return }
        switch name {
        case "pypi:repository-version": try APIVersion.check(content, of: page.package)
        case "pypi:project-status": status.marker = status.marker ?? content
        case "pypi:project-status-reason": status.reason = status.reason ?? content
        case "pypi:tracks":
            if let location = page.location(content), page.project.tracks.count < page.limits.locationsMax {
                page.project.tracks.append(location)
            }
        case "pypi:alternate-locations":
            if let location = page.location(content),
                page.project.alternateLocations.count < page.limits.locationsMax
            {
                page.project.alternateLocations.append(location)
            }
        default: break
        }
    }

    private static func readAnchor(_ tag: HTMLScanner.Tag, into page: inout PageAssembly) throws(IndexError) {
        guard let reference = tag.value(of: "href"), !reference.isEmpty else { return }
        guard
            let url = URLReference.resolve(reference, against: page.base, bytesMax: page.limits.urlBytesMax),
            let filename = URLReference.filename(of: url.url)
        else { return page.omit(reference, "links to no http or https URL that may be followed") }
        // The page may link to its parents; a file has a name.
        guard !filename.isEmpty else { return }
        guard Set(tag.attributes.map(\.name)).count == tag.attributes.count else {
            return page.omit(filename, "has an attribute twice, which clients read differently")
        }
        var file = ListedFile()
        file.filename = filename
        file.reference = url.url
        file.hashes = hashes(inFragment: url.fragment)
        file.requiresPython = tag.value(of: "data-requires-python")
        file.yank = tag.value(of: "data-yanked").map(SimpleFile.Yank.because) ?? .no
        let metadata = tag.value(of: "data-core-metadata") ?? tag.value(of: "data-dist-info-metadata")
        file.metadataSHA256 = metadata.flatMap { hashes(inFragment: $0).first { $0.algorithm == "sha256" }?.hex }
        file.provenance = tag.value(of: "data-provenance")
        try page.add(file)
    }

    /// `sha256=…`, several of them joined by `&`.
    private static func hashes(inFragment fragment: String) -> [(algorithm: String, hex: String)] {
        fragment.split(separator: "&").compactMap { piece in
            guard let equals = piece.firstIndex(of: "=") else { return nil }
            return (piece[..<equals].lowercased(), String(piece[piece.index(after: equals)...]))
        }
    }
}
