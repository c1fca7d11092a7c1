public import SallyportModel

/// Where findings are kept by the digest of a file, so that an unchanged file is never read twice.
///
/// Both calls are synchronous and come from the executor on which the inspection runs. A store may forget, and may
/// answer `nil` whenever it likes; what it answers must be what was kept, whole.
public protocol FindingsStore: Sendable {
    /// The findings kept for these bytes, read as this kind, by this engine; `nil` when there are none.
    func findings(for digest: Digest, kind: String, engine: String) -> FileFindings?

    /// Keeps findings.
    func keep(_ findings: FileFindings, for digest: Digest, kind: String, engine: String)
}
