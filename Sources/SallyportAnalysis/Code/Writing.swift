/// What is noticed about how a source is written while its tokens are read.
struct Writing {
    /// A place, and how often there is one like it.
    struct Sighting {
        var count = 0
        var offset = 0

        /// Counts one; the first one's place is kept.
        mutating func note(at offset: Int) {
            if count == 0 { self.offset = offset }
            count += 1
        }
    }

    /// Names with escapes, or in other forms of the plain letters.
    var escapedNames = Sighting()
    /// Among them those that mean something.
    var escapedMeanings = Sighting()
    /// Texts that are words and are written in escapes.
    var escapedTexts = Sighting()
}
