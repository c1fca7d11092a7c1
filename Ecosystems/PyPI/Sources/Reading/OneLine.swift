/// Text of strangers on its way to a terminal: one line, without anything that moves the cursor or turns text around.
enum OneLine {
    /// Replaces control, format and line-separating characters by spaces, and cuts at a character's border.
    static func text(_ text: String, bytesMax: Int) -> String {
        if text.utf8.count <= bytesMax, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            let safe = isSafe(scalar) ? scalar : " "
            count += UTF8.width(safe)
            guard count <= bytesMax else { break }
            result.append(safe)
        }
        return String(result)
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
        default: true
        }
    }
}
