import SallyportModel

/// Numbers as a person reads them.
enum Words {
    /// `34.5 kB` for 34,512.
    static func size(_ bytes: Int) -> String {
        guard bytes >= 1_000 else { return "\(bytes) B" }
        var tenths = bytes / 100
        var units = ["kB", "MB", "GB", "TB"][...]
        while tenths >= 10_000, units.count > 1 {
            tenths /= 1_000
            units = units.dropFirst()
        }
        return "\(tenths / 10).\(tenths % 10) \(units.first ?? "TB")"
    }

    /// `1 file`, `3 files`; a plural that is not made by an `s` is given.
    static func count(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(count) \(count == 1 ? noun : plural ?? "\(noun)s")"
    }

    /// `held until 2026-11-25 15:10 UTC`, `admitted`, `denied`.
    static func state(_ verdict: Verdict) -> String {
        switch verdict.outcome {
        case .admit: "admitted"
        case .deny: "denied"
        case .hold: verdict.until.map { "held until \($0.minute)" } ?? "held"
        }
    }
}
