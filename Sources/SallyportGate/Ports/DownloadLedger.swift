/// Where deliveries are written down; the same record that the catalogue keeps, for callers that can't
/// wait in a task.
public protocol DownloadLedger: Sendable {
    /// Records one delivery together with others that arrive meanwhile; calls back when it is durable, or why not.
    func record(_ download: Download, completion: @escaping @Sendable (Result<Void, any Error>) -> Void)
}
