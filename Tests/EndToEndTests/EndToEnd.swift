import Testing

/// Real clients against a real server. The tests of each half run one after the other, for each starts programs that take
/// a core for themselves; the halves run side by side.
@Suite
enum EndToEnd {
    /// pip and uv, whose installs take the longest.
    @Suite(.serialized)
    enum Python {}

    /// Everything else.
    @Suite(.serialized)
    enum Rest {}
}
