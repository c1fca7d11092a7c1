import Testing

/// Real clients against a real server, one test after the other: each starts programs that take a core for themselves.
@Suite(.serialized)
enum EndToEnd {}
