import SallyportModel

/// What is still to be written down of indexes: of each package the newest document, and when it was last confirmed.
///
/// A document that waits is never lost to a confirmation that comes after it, and no confirmation is written that is one of
/// another document than the one that is kept.
struct IndexNotes: Sendable {
    struct Note: Sendable {
        /// The document to keep; absent when the one that is kept was confirmed.
        var document: KeptIndex?
        /// When the one that is kept was confirmed.
        var confirmedAt: Instant?
        /// The look to write down.
        var look: Instant?
    }

    private var notes: [Package: Note] = [:]

    /// A document that takes the place of the one before.
    mutating func keep(_ document: KeptIndex, of package: Package) {
        notes[package, default: Note()].document = document
        notes[package]?.confirmedAt = nil
    }

    /// The newest document stands as it is; `isLook` says whether the look is to be written down.
    mutating func confirm(_ package: Package, at now: Instant, isLook: Bool) {
        var note = notes[package] ?? Note()
        if let document = note.document {
            note.document = KeptIndex(document: document.document, confirmedAt: now)
        } else {
            note.confirmedAt = now
        }
        if isLook { note.look = now }
        notes[package] = note
    }

    /// What is to be written of a package now.
    mutating func take(_ package: Package) -> Note? { notes.removeValue(forKey: package) }
}
