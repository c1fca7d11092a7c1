import SallyportEcosystem
import SallyportModel

/// Indexes: what is withheld is offered nowhere, what is visible everywhere and with its digests, and the same input
/// gives the same bytes.
enum IndexConformance {
    static func violations(_ ecosystem: any PackageEcosystem, _ sample: EcosystemSample) -> [String] {
        guard let index = try? ecosystem.parseIndex(sample.document, of: sample.package) else {
            return ["The sample of \(sample.package) can't be read."]
        }
        var found: [String] = []
        if index.package != sample.package { found.append("The index of \(sample.package) says \(index.package).") }
        if index.artifacts.isEmpty { found.append("The sample of \(sample.package) offers nothing.") }
        found += identity(index)
        if let again = try? ecosystem.parseIndex(sample.document, of: sample.package) {
            if again.artifacts != index.artifacts { found.append("Reading \(sample.package) twice gives two results.") }
        }
        for hidden in hiddenSets(index.artifacts.count) {
            found += view(ecosystem, sample, index, hidden)
        }
        found += otherPackage(ecosystem, sample)
        found += damage(ecosystem, sample)
        return found
    }

    /// Nothing, everything, each one alone, and every other one withheld.
    private static func hiddenSets(_ count: Int) -> [Set<Int>] {
        [[], Set(0..<count), Set(stride(from: 0, to: count, by: 2)), Set(stride(from: 1, to: count, by: 2))]
            + (0..<min(count, 40)).map { [$0] }
    }

    private static func identity(_ index: any PackageIndex) -> [String] {
        var names: Set<String> = []
        var found: [String] = []
        for entry in index.artifacts {
            if entry.artifact.release.package != index.package {
                found.append("\(entry.artifact) is listed under \(index.package).")
            }
            if !names.insert(entry.artifact.filename).inserted {
                found.append("Two artifacts of \(index.package) are called \(entry.artifact.filename).")
            }
            if entry.digests.isEmpty { found.append("\(entry.artifact) has no digest and is listed all the same.") }
        }
        return found
    }

    private static func view(
        _ ecosystem: any PackageEcosystem,
        _ sample: EcosystemSample,
        _ index: any PackageIndex,
        _ hidden: Set<Int>
    ) -> [String] {
        let view = IndexView(
            mountURL: "http://127.0.0.1:7259/\(ecosystem.mount)",
            standings: index.artifacts.indices.map { hidden.contains($0) ? .withheld("Held\r\nby a test") : .visible }
        )
        var found: [String] = []
        for request in sample.indexRequests {
            guard case .index(_, let form) = ecosystem.route(request) else { continue }
            let answer = index.render(form, view: view)
            let what = "\(sample.package) as \(form.name) with \(hidden.count) withheld"
            if answer.status != 200 {
                found.append("\(what) is answered with \(answer.status), which breaks installs.")
            }
            if answer != index.render(form, view: view) { found.append("\(what) is rendered in two ways.") }
            found += fields(of: answer, what)
            for (position, entry) in index.artifacts.enumerated() {
                let offers = sample.offers(answer, entry)
                if offers, hidden.contains(position) { found.append("\(what) offers \(entry.artifact).") }
                guard !hidden.contains(position) else { continue }
                if !offers { found.append("\(what) does not offer \(entry.artifact).") }
                for digest in sample.digestTexts(entry) where !contains(answer.body, digest) {
                    found.append("\(what) lacks the digest \(digest) of \(entry.artifact).")
                }
            }
        }
        found += positions(index, view, hidden)
        return found
    }

    private static func positions(_ index: any PackageIndex, _ view: IndexView, _ hidden: Set<Int>) -> [String] {
        var found: [String] = []
        let likely = index.likely(in: view)
        if Set(likely).count != likely.count { found.append("\(index.package) names a likely artifact twice.") }
        if likely.contains(where: { !view.isVisible($0) }) {
            found.append("\(index.package) proposes to judge ahead what is not visible.")
        }
        if hidden.isEmpty, likely.isEmpty { found.append("\(index.package) proposes nothing to judge ahead.") }
        let newer = index.newerWithheld(in: view)
        if newer.contains(where: { !hidden.contains($0) }) {
            found.append("\(index.package) announces what is not withheld.")
        }
        return found
    }

    static func fields(of answer: Answer, _ what: String) -> [String] {
        var found: [String] = []
        for header in answer.headers {
            if !header.value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
                found.append("\(what): the field \(header.name) is not printable ASCII.")
            }
            if header.value.utf8.count > 2_048 { found.append("\(what): the field \(header.name) is not bounded.") }
            if header.name != header.name.lowercased() { found.append("\(what): \(header.name) is not lower case.") }
        }
        if !answer.headers.contains(where: { $0.name == "content-type" }) {
            found.append("\(what): there is no content-type.")
        }
        return found
    }

    private static func otherPackage(_ ecosystem: any PackageEcosystem, _ sample: EcosystemSample) -> [String] {
        guard let other = Package(sample.package.ecosystem, "another-name"),
            let index = try? ecosystem.parseIndex(sample.document, of: other), !index.artifacts.isEmpty
        else { return [] }
        return ["The index of \(sample.package) is taken for the index of \(other)."]
    }

    /// Documents that were cut or changed give an error or an index, and nothing else.
    private static func damage(_ ecosystem: any PackageEcosystem, _ sample: EcosystemSample) -> [String] {
        let body = sample.document.body
        var found: [String] = []
        for step in 0..<64 {
            var damaged = body
            if step % 2 == 0 {
                damaged.removeLast(body.count - body.count * step / 64)
            } else if !body.isEmpty {
                damaged[body.count * step / 64] ^= 0x55
            }
            let document = IndexDocument(
                body: damaged,
                contentType: sample.document.contentType,
                url: sample.document.url
            )
            guard let index = try? ecosystem.parseIndex(document, of: sample.package) else { continue }
            let standings = index.artifacts.map { _ in Standing.visible }
            let view = IndexView(mountURL: "http://127.0.0.1:7259/\(ecosystem.mount)", standings: standings)
            for request in sample.indexRequests {
                guard case .index(_, let form) = ecosystem.route(request) else { continue }
                let answer = index.render(form, view: view)
                found += fields(of: answer, "\(sample.package), damaged in step \(step)")
            }
        }
        return found
    }

    /// Whether a text occurs in bytes; by its first byte, then in full.
    static func contains(_ body: [UInt8], _ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, body.count >= wanted.count else { return wanted.isEmpty }
        for start in 0...(body.count - wanted.count) where body[start] == first {
            if body[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
        }
        return false
    }
}
