/// What a test needs from the machine and may not find there.
///
/// Used in the condition of a test or a suite: without what it needs it is skipped, loudly. Under `SALLYPORT_STRICT=1`,
/// which `make test` and CI set because they install everything, it fails, so that nothing goes green untested.
public struct Needed: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is missing.
    public let description: String

    /// Answers whether what is needed is there; `environment` is the process's.
    ///
    /// - Throws: the sentence, where an absence is a failure.
    public static func isThere(
        _ isThere: Bool,
        _ sentence: String,
        environment: [String: String]
    ) throws(Needed) -> Bool {
        guard environment["SALLYPORT_STRICT"] == "1", !isThere else { return isThere }
        throw Needed(description: "SALLYPORT_STRICT=1, and \(sentence)")
    }
}
