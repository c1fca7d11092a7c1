import SallyportModel
import Synchronization

/// Which blobs were read whole and found right, and the ones of them that are open.
final class VerifiedBlobs: Sendable {
    private struct State {
        var identities: RecentTable<Digest, FileIdentity>
        var files: RecentTable<Digest, OpenedBlob>
    }

    private let state: Mutex<State>

    init(limits: BlobLimits) {
        state = Mutex(
            State(
                identities: RecentTable(countMax: limits.verifiedMax),
                files: RecentTable(countMax: limits.openMax)
            )
        )
    }

    /// A verified blob that is open, when the file has not been touched since and still has its name.
    func openBlob(_ digest: Digest) -> OpenedBlob? {
        guard let file = state.withLock({ $0.files.value(for: digest) }) else { return nil }
        if file.isUntouched { return file }
        state.withLock { $0.files.remove(digest) }
        return nil
    }

    /// Whether the blob was verified in exactly this state of its file.
    func isVerified(_ digest: Digest, as identity: FileIdentity) -> Bool {
        state.withLock { $0.identities.value(for: digest) } == identity
    }

    func enter(_ file: OpenedBlob, for digest: Digest) {
        state.withLock { state in
            state.identities.enter(file.identity, for: digest)
            state.files.enter(file, for: digest)
        }
    }

    func forget(_ digest: Digest) {
        state.withLock { state in
            state.identities.remove(digest)
            state.files.remove(digest)
        }
    }
}
