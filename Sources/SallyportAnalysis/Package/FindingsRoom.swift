import SallyportModel

/// What is kept of the findings of one package, so that a hundred thousand files stay within memory.
struct FindingsRoom {
    private var findings = 0
    private var references = 0
    private var referenceBytes = 0

    /// Keeps the findings of one file as far as there is room; what is left out for good is said of the file.
    ///
    /// When much is kept already, of each code the heaviest is: what a file does is known then, and no longer how often.
    mutating func bound(_ found: inout FileFindings, of file: inout PackageFile, _ limits: AnalysisLimits) {
        if findings > limits.findingsMax { found.findings = Self.firstOfEach(found.findings) }
        if findings > limits.findingsMax * Self.overflow, found.findings.count > 2 {
            found.findings = Array(found.findings.prefix(2))
            file.unread = "too-many-findings"
        }
        findings += found.findings.count
        let bytes = found.references.reduce(0) { $0 + $1.name.utf8.count }
        guard references + found.references.count <= limits.referencesTotalMax,
            referenceBytes + bytes <= limits.referenceBytesTotalMax
        else {
            found.references = []
            file.unread = "too-many-references"
            return
        }
        references += found.references.count
        referenceBytes += bytes
    }

    /// How many times as much is kept once only the heaviest of each code are.
    static let overflow = 4

    /// The heaviest of each code; they come heaviest first.
    private static func firstOfEach(_ all: [Finding]) -> [Finding] {
        var known: Set<FactCode> = []
        return all.filter { known.insert($0.code).inserted }
    }
}
