import SallyportLexing
import SallyportModel

/// Gathers what the rules find in one source and keeps the heaviest.
///
/// The limits count by code, so that a thousand decoys of one kind push out neither another kind nor, being lighter
/// or later, the one that weighs.
struct FindingsCollector {
    /// A finding before its line is known.
    private struct Raw {
        let code: FactCode
        let detail: String
        let offset: Int
        let weight: Weight
        let steps: [ChainStep]
        /// Of a chain that sleeps: see ``Finding/wakers``.
        let wakers: [UInt32]?

        /// What sleeps weighs less than what runs.
        func isLighter(than other: Raw) -> Bool {
            if weight != other.weight { return weight < other.weight }
            return wakers != nil && other.wakers == nil
        }
    }

    /// A function that hands on what it is given, before its line is known.
    private struct RawSink {
        let function: UInt32
        let evaluates: Bool
        let isFixed: Bool
        let step: ChainStep

        /// What runs its arguments weighs more than what sends them, and an address of its own more than the caller's.
        var weight: Int { evaluates ? 2 : isFixed ? 1 : 0 }
    }

    /// A call of another file's function, before its lines are known.
    private struct RawGift {
        let function: UInt32
        let values: UInt64
        let steps: [ChainStep]

        /// Credentials and the environment weigh more than what was fetched, and that more than what was decoded.
        var weight: Int { Self.weight(of: values) }

        static func weight(of values: UInt64) -> Int {
            let meaning = Meaning(rawValue: values)
            if !meaning.isDisjoint(with: [.environment, .environmentData, .secret, .key]) { return 3 }
            if !meaning.isDisjoint(with: [.fetched, .request]) { return 2 }
            return meaning.isDisjoint(with: .identity) ? 0 : 1
        }
    }

    private var sinks: [RawSink] = []
    private var gifts: [RawGift] = []
    private var kept: [FactCode: [Raw]] = [:]
    private var references: [Reference] = []
    private var known: Set<Reference> = []
    /// Which functions of the source sleep while it is only imported.
    var outline: ModuleOutline?
    /// What the source names, where that is all that it can reach: see ``FileFindings/names``.
    var names: [UInt32]?
    private let perCodeMax: Int
    private let referencesMax: Int
    private let inlineCodeMax: Int
    private var inlineBytes = 0
    /// Names of files that are no code.
    var dataNames: Set<String> = []
    /// Whether a limit left something out.
    private var isCut = false
    /// Code that stands in the source as a text and is run: to be read as well.
    private(set) var inlineCode: [InlineCode] = []

    /// Code inside a string, and where the string stands.
    struct InlineCode {
        let text: [UInt8]
        let language: Language
        let offset: Int
        /// Whether it was put together or decoded before.
        var isHidden = false

        /// The same at another place.
        func moved(to offset: Int) -> InlineCode {
            InlineCode(text: text, language: language, offset: offset, isHidden: isHidden)
        }
    }

    init(limits: AnalysisLimits) {
        perCodeMax = limits.findingsPerCodeMax
        referencesMax = limits.referencesMax
        inlineCodeMax = limits.inlineCodeMax
    }

    /// Adds a finding unless heavier ones of its code fill the room.
    mutating func add(
        _ code: FactCode,
        _ detail: String,
        at offset: Int,
        _ weight: Weight,
        steps: [ChainStep] = []
    ) {
        let wakers = code.isChain ? outline?.wakers(at: offset) : nil
        let raw = Raw(code: code, detail: detail, offset: offset, weight: weight, steps: steps, wakers: wakers)
        Self.insert(raw, into: &kept[code, default: []], max: perCodeMax)
    }

    /// Whether such a finding could be kept: not beside one that says the same, weighs as much and never sleeps.
    func takes(_ code: FactCode, _ detail: String, _ weight: Weight) -> Bool {
        guard let known = kept[code]?.first(where: { $0.detail == detail }) else { return true }
        return known.weight < weight || known.weight == weight && known.wakers != nil
    }

    /// Puts a finding among those of its code, in place.
    private static func insert(_ raw: Raw, into list: inout [Raw], max: Int) {
        if let index = list.firstIndex(where: { $0.detail == raw.detail }) {
            guard list[index].isLighter(than: raw) else { return }
            list.remove(at: index)
        }
        let position = list.firstIndex { $0.isLighter(than: raw) } ?? list.count
        guard position < max else { return }
        list.insert(raw, at: position)
        if list.count > max { list.removeLast() }
    }

    /// Takes findings of a code back whose details begin so and that stand behind an offset; gives them.
    mutating func withdraw(_ code: FactCode, _ beginning: String, behind offset: Int) -> [(detail: String, offset: Int)]
    {
        guard let list = kept[code] else { return [] }
        let taken = list.filter { $0.offset > offset && $0.detail.hasPrefix(beginning) }
        guard !taken.isEmpty else { return [] }
        kept[code] = list.filter { $0.offset <= offset || !$0.detail.hasPrefix(beginning) }
        if kept[code]?.isEmpty == true { kept[code] = nil }
        return taken.map { ($0.detail, $0.offset) }
    }

    /// Adds a function that sends or runs what it is given.
    mutating func addSink(_ function: UInt32, evaluates: Bool, isFixed: Bool, _ step: ChainStep) {
        if sinks.contains(where: { $0.function == function && $0.evaluates == evaluates && $0.isFixed == isFixed }) {
            return
        }
        let sink = RawSink(function: function, evaluates: evaluates, isFixed: isFixed, step: step)
        Self.keep(sink, in: &sinks) { $0.weight }
    }

    /// Keeps what weighs most: of two that weigh the same, the one that came first.
    private static func keep<Link>(_ link: Link, in links: inout [Link], by weight: (Link) -> Int) {
        guard links.count >= FileLinks.countMax else { return links.append(link) }
        guard let lightest = links.indices.min(by: { weight(links[$0]) < weight(links[$1]) }),
            weight(links[lightest]) < weight(link)
        else { return }
        links.remove(at: lightest)
        links.append(link)
    }

    /// Adds a call of a function that is not known here.
    mutating func addGift(_ function: UInt32, values: UInt64, _ steps: [ChainStep]) {
        guard takesGift(function, values: values) else { return }
        Self.keep(RawGift(function: function, values: values, steps: steps), in: &gifts) { $0.weight }
    }

    /// Whether such a call would be kept: asked before its steps are put together, which are many.
    func takesGift(_ function: UInt32, values: UInt64) -> Bool {
        if gifts.contains(where: { $0.function == function && $0.values == values }) { return false }
        let weight = RawGift.weight(of: values)
        return gifts.count < FileLinks.countMax || gifts.contains { $0.weight < weight }
    }

    private func links(_ lines: LineIndex, in source: Span<UInt8>) -> FileLinks? {
        guard !sinks.isEmpty || !gifts.isEmpty else { return nil }
        var links = FileLinks()
        for sink in sinks {
            let step = Self.placed(sink.step, lines, in: source)
            links.sinks.append(
                .init(function: sink.function, evaluates: sink.evaluates, isFixed: sink.isFixed, step: step)
            )
        }
        for gift in gifts {
            let steps = gift.steps.map { Self.placed($0, lines, in: source) }
            links.gifts.append(.init(function: gift.function, values: gift.values, steps: steps))
        }
        return links
    }

    private static func placed(_ step: ChainStep, _ lines: LineIndex, in source: Span<UInt8>) -> FindingStep {
        let at = min(max(step.offset, 0), max(source.count - 1, 0))
        let excerpt = lines.excerpt(of: at..<at, in: source, countMax: Excerpt.excerptLengthMax)
        return FindingStep(what: step.what, line: lines.line(of: at), excerpt: excerpt)
    }

    /// Adds a reference once.
    mutating func add(_ reference: Reference) {
        guard !known.contains(reference) else { return }
        guard reference.name.utf8.count <= Self.referenceBytesMax else { return leaveOut("reference-too-long", at: 0) }
        guard references.count < referencesMax else { return leaveOut("too-many-references", at: 0) }
        known.insert(reference)
        references.append(reference)
    }

    /// Whether the source imports one of some modules.
    func loads(oneOf modules: [String]) -> Bool {
        references.contains { $0.kind == .module && modules.contains($0.name) }
    }

    /// States that a limit left something unread.
    mutating func leaveOut(_ code: String, at offset: Int) {
        if !isCut { add(.fileUnreadable, code, at: offset, .sensitive) }
        isCut = true
    }

    /// Adds code that stands in a string.
    mutating func addInline(_ text: [UInt8], as language: Language, at offset: Int, isHidden: Bool = false) {
        guard !inlineCode.contains(where: { $0.offset == offset && $0.text == text }) else { return }
        guard text.count <= Self.inlineBytesMax else { return leaveOut("inline-code-too-large", at: offset) }
        guard inlineCode.count < inlineCodeMax, inlineBytes + text.count <= Self.inlineBytesTotalMax else {
            return leaveOut("too-much-inline-code", at: offset)
        }
        inlineBytes += text.count
        inlineCode.append(InlineCode(text: text, language: language, offset: offset, isHidden: isHidden))
    }

    /// Adds all findings of another source that stands at one place of this one.
    mutating func absorb(_ findings: FileFindings, at offset: Int) {
        for finding in findings.findings {
            let steps = finding.steps.map { ChainStep(what: $0.what, offset: offset) }
            add(finding.code, finding.detail, at: offset, finding.weight, steps: steps)
        }
        for reference in findings.references { add(reference) }
        dataNames.formUnion(findings.dataNames.prefix(max(0, DataNames.namesMax - dataNames.count)))
    }

    /// Leaves out what was found of some codes.
    mutating func forget(_ codes: [FactCode]) {
        for code in codes { kept[code] = nil }
    }

    /// Adds what another reading of the same source found.
    mutating func join(_ other: FindingsCollector) {
        for raw in other.kept.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
            add(raw.code, raw.detail, at: raw.offset, raw.weight, steps: raw.steps)
        }
        for sink in other.sinks {
            addSink(sink.function, evaluates: sink.evaluates, isFixed: sink.isFixed, sink.step)
        }
        for gift in other.gifts { addGift(gift.function, values: gift.values, gift.steps) }
        for reference in other.references { add(reference) }
        dataNames.formUnion(other.dataNames.prefix(max(0, DataNames.namesMax - dataNames.count)))
        for code in other.inlineCode {
            addInline(code.text, as: code.language, at: code.offset, isHidden: code.isHidden)
        }
        isCut = isCut || other.isCut
    }

    /// Whether a finding of this code is there, at least this heavy.
    func has(_ code: FactCode, atLeast weight: Weight = .means) -> Bool {
        (kept[code]?.first?.weight).map { $0 >= weight } ?? false
    }

    /// The details of the findings of a code.
    func details(of code: FactCode) -> [String] { kept[code]?.map(\.detail) ?? [] }

    /// Where the first finding of a code stands.
    func offset(of code: FactCode) -> Int? { kept[code]?.first?.offset }

    /// Whether anything was found that code does, beyond having the means.
    var hasBehaviour: Bool {
        kept.contains { code, list in
            (code.isBehaviour || code.rawValue.hasPrefix("hiding.")) && (list.first?.weight ?? .means) > .means
        }
    }

    /// The findings with lines and excerpts, heaviest first.
    func findings(in source: Span<UInt8>) -> FileFindings {
        var findings: [Finding] = []
        var links: FileLinks?
        if !kept.isEmpty || !sinks.isEmpty || !gifts.isEmpty {
            let lines = LineIndex(source)
            links = self.links(lines, in: source)
            for raw in kept.values.joined() {
                let offset = min(max(raw.offset, 0), max(source.count - 1, 0))
                let steps = raw.steps.map { Self.placed($0, lines, in: source) }
                findings.append(
                    Finding(
                        code: raw.code,
                        detail: raw.detail,
                        line: lines.line(of: offset),
                        excerpt: lines.excerpt(of: offset..<offset, in: source, countMax: Excerpt.excerptLengthMax),
                        weight: raw.weight,
                        steps: steps,
                        wakers: raw.wakers
                    )
                )
            }
        }
        findings.sort {
            if $0.weight != $1.weight { return $0.weight > $1.weight }
            if $0.code != $1.code { return $0.code < $1.code }
            if $0.line != $1.line { return $0.line < $1.line }
            return $0.detail < $1.detail
        }
        var all = FileFindings(findings: findings, references: references, links: links)
        all.dataNames = dataNames.sorted()
        all.names = names
        return all
    }

    /// Bytes of the name of one reference.
    static let referenceBytesMax = 1024
    /// Bytes of one text of code in a source.
    static let inlineBytesMax = 1 << 20
    /// Bytes of all of these texts.
    static let inlineBytesTotalMax = 16 << 20
}
