import SallyportEcosystem
import SallyportModel

/// The list of all gems: the upstream's `/versions`, and between its lines what Sallyport has to add.
///
/// A withheld version is taken back as a yanked one is, by a later line `NAME -1.1.0 MD5`, whose digest is that of the gem's page
/// as it is served. So the text only grows: a client that has a part of it asks for the rest.
struct VersionsListing: PackageListing {
    /// The name under which the list is kept; no gem can have it.
    static let package = Package(.gem, "-/versions")

    let package: Package
    let text: VersionsText
    let digests: RepresentationDigests
    let limits: CompactIndexLimits
    let table: VersionsTable
    private(set) var journal: VersionsJournal
    /// What was last said of each gem of which anything was.
    private(set) var said: [String: Said] = [:]
    /// The generation at which each gem was last looked at.
    private var generations: [String: UInt64] = [:]
    /// Names of the company's own that the upstream lists.
    private(set) var owned: Set<String> = []
    /// How far names were looked at for being the company's own.
    private var ownedCheckedTo: Int

    /// What the list says of a gem beside what the upstream says.
    struct Said: Hashable, Sendable {
        /// Versions, with platforms behind dashes, that are taken back; sorted.
        var withheld: [String]
        /// The digest of the page as it is served.
        var md5: String
        /// Whether the upstream has said something of the gem since.
        var isOutdated = false
    }

    init(
        _ document: IndexDocument,
        _ package: Package,
        digests: RepresentationDigests,
        limits: CompactIndexLimits
    ) throws(IndexError) {
        let text = try VersionsText(document.body, limits: limits)
        self.text = text
        self.package = package
        self.digests = digests
        self.limits = limits
        journal = VersionsJournal(digests: digests.running)
        ownedCheckedTo = text.start
        table = VersionsTable(text.body.span, from: text.start)
    }

    var artifacts: [IndexedArtifact] { [] }

    var omissions: [String] {
        text.omitted == 0 ? [] : ["\(text.omitted) lines of the list of all gems name no gem, versions and digest."]
    }

    var byteCount: Int { text.body.count + table.byteCount + journal.byteCount + said.count * 256 + 4_096 }

    func likely(in view: IndexView) -> [Int] { [] }

    func newerWithheld(in view: IndexView) -> [Int] { [] }

    func render(_ form: IndexForm, view: IndexView) -> Answer {
        guard let known = ListingForm(rawValue: form.name), form.selector == nil else { return GemAnswers.notFound }
        switch known {
        case .versions: return digests.answer(journal.text(over: text.body), digests: journal.digests(over: text.body))
        case .names: return digests.answer(SpecLists(self).names())
        case .specs: return GemAnswers.gzip(SpecLists(self).marshalled(.released))
        case .latestSpecs: return GemAnswers.gzip(SpecLists(self).marshalled(.latest))
        case .prereleaseSpecs: return GemAnswers.gzip(SpecLists(self).marshalled(.prerelease))
        }
    }

    func isAtHand(_ form: IndexForm) -> Bool { form == ListingForm.versions.indexForm }

    func continuing(_ earlier: any PackageListing) -> (any PackageListing)? {
        guard let earlier = earlier as? VersionsListing, text.body.count >= earlier.text.body.count,
            text.start == earlier.text.start, text.body.starts(with: earlier.text.body)
        else { return nil }
        var next = self
        next.journal = earlier.journal
        next.said = earlier.said
        next.generations = earlier.generations
        next.owned = earlier.owned
        next.ownedCheckedTo = earlier.ownedCheckedTo
        var offset = earlier.text.body.count
        while offset < text.body.count, let line = VersionsTable.line(text.body.span, at: offset) {
            let name = String(decoding: text.body[line.name], as: UTF8.self)
            next.said[name]?.isOutdated = true
            next.generations[name] = nil
            offset = line.end
        }
        return next
    }

    func showing(
        _ packages: [ListedPackage],
        isRemembered: (Package) -> Bool,
        isOwned: (Package) -> Bool
    ) -> ListingChange {
        var next = self
        var isLookedAt = next.journal.read(text.body)
        var lines: [UInt8] = next.takingBackOwned(isOwned)
        var known: Set<String> = []
        var changed: [(index: GemIndex, listed: ListedPackage)] = []
        for listed in packages {
            let name = listed.index.package.name
            known.insert(name)
            guard next.generations[name] != listed.generation, let index = listed.index as? GemIndex else { continue }
            next.generations[name] = listed.generation
            isLookedAt = true
            changed.append((index, listed))
        }
        // In the order of their names: the same state gives the same text.
        for (index, listed) in changed.sorted(by: { $0.index.package.name < $1.index.package.name }) {
            lines += next.line(for: index, listed.view)
        }
        // What nobody remembers would change without being heard of; its page is asked for again then.
        for name in next.said.keys.sorted() where !known.contains(name) && !next.owned.contains(name) {
            if let package = Package(.gem, name), isRemembered(package) { continue }
            lines += next.forgetting(name)
        }
        guard !lines.isEmpty else { return isLookedAt ? .unseen(next) : .none }
        next.journal.append(lines, behind: text.body)
        if next.journal.isLarge(beside: text.body.count, limits: limits) { next.rewrite() }
        return .seen(next)
    }

    /// Where the upstream says of a gem, in all lines together, what it has: version and platform behind a dash.
    func upstreamVersions(of name: String) -> [String] {
        var fold = VersionsFold()
        for line in table.lines(of: name, in: text.body.span) { fold.apply(text.body[line.versions]) }
        return fold.versions
    }

    /// What clients are shown of a gem in the lists: nothing that is taken back, and nothing under a name of our own.
    func shownVersions(of name: String) -> [String] {
        guard !owned.contains(name) else { return [] }
        guard let said = said[name] else { return upstreamVersions(of: name) }
        let withheld = Set(said.withheld)
        return upstreamVersions(of: name).filter { !withheld.contains($0) }
    }

    /// The digest that the upstream says last of a gem.
    private func upstreamMD5(of name: String) -> String? {
        table.lines(of: name, in: text.body.span).last.map { String(decoding: text.body[$0.md5], as: UTF8.self) }
    }

    /// What has to be said of a gem now that was not; notes that it is.
    private mutating func line(for index: GemIndex, _ view: IndexView) -> [UInt8] {
        let name = index.package.name
        guard !owned.contains(name), let upstream = upstreamMD5(of: name) else { return [] }
        let positions = index.page.entries.indices
        let visible = Set(positions.filter(view.isVisible).map { index.line($0).label })
        let page = index.infoPage(view)
        // The list and the page may come from two moments of the upstream: then its digest says that there is another page.
        let isSameMoment = MD5.hex(index.body.span) == upstream
        var hidden = Set(positions.map { index.line($0).label })
        // Lines of the page that nobody can understand are versions that nobody can have.
        if isSameMoment { hidden.formUnion(upstreamVersions(of: name)) }
        let withheld = hidden.subtracting(visible).sorted()
        let wanted = Said(withheld: withheld, md5: isSameMoment ? MD5.hex(page.span) : upstream)
        let before = said[name]
        guard !withheld.isEmpty || wanted.md5 != upstream else {
            guard let before else { return [] }
            said[name] = nil
            let offered = Set(positions.map { index.line($0).label })
            return Self.text(name, before.withheld.filter(offered.contains), upstream, among: index)
        }
        guard before != wanted else { return [] }
        said[name] = wanted
        let returned = before?.withheld.filter(visible.contains) ?? []
        return Self.text(name, withheld.map { "-\($0)" } + returned, wanted.md5, among: index)
    }

    /// One line; where no version changed, one is taken back and given again, for a line has to name one.
    private static func text(_ name: String, _ versions: [String], _ md5: String, among index: GemIndex) -> [UInt8] {
        var versions = versions
        if versions.isEmpty {
            guard let last = index.page.entries.last?.line.label else { return [] }
            versions = ["-\(last)", last]
        }
        return Array("\(name) \(versions.joined(separator: ",")) \(md5)\n".utf8)
    }

    /// Says again what the upstream says of a gem.
    private mutating func forgetting(_ name: String) -> [UInt8] {
        generations[name] = nil
        guard let before = said.removeValue(forKey: name), let upstream = upstreamMD5(of: name) else { return [] }
        let offered = upstreamVersions(of: name)
        var versions = before.withheld.filter(offered.contains)
        if versions.isEmpty, let last = offered.last { versions = ["-\(last)", last] }
        guard !versions.isEmpty else { return [] }
        return Array("\(name) \(versions.joined(separator: ",")) \(upstream)\n".utf8)
    }

    /// Takes back whatever the upstream lists under the company's own names.
    private mutating func takingBackOwned(_ isOwned: (Package) -> Bool) -> [UInt8] {
        var lines: [UInt8] = []
        var found: Set<String> = []
        while ownedCheckedTo < text.body.count, let line = VersionsTable.line(text.body.span, at: ownedCheckedTo) {
            ownedCheckedTo = line.end
            let name = String(decoding: text.body[line.name], as: UTF8.self)
            guard let package = Package(.gem, name), isOwned(package) else { continue }
            found.insert(name)
        }
        for name in found.sorted() {
            owned.insert(name)
            let versions = upstreamVersions(of: name)
            let empty = MD5.hex(Array("---\n".utf8).span)
            said[name] = Said(withheld: versions, md5: empty)
            guard !versions.isEmpty else { continue }
            lines += Array("\(name) \(versions.map { "-\($0)" }.joined(separator: ",")) \(empty)\n".utf8)
        }
        return lines
    }

    /// Begins the additions anew, at the end of the upstream's text: clients fetch the whole once.
    private mutating func rewrite() {
        var lines: [UInt8] = []
        for (name, said) in said.sorted(by: { $0.key < $1.key }) {
            var versions = said.withheld.map { "-\($0)" }
            if versions.isEmpty, let last = upstreamVersions(of: name).last { versions = ["-\(last)", last] }
            guard !versions.isEmpty else { continue }
            lines += Array("\(name) \(versions.joined(separator: ",")) \(said.md5)\n".utf8)
        }
        journal = VersionsJournal(digests: digests.running)
        journal.append(lines, behind: text.body)
        journal.beginCounting()
    }
}
