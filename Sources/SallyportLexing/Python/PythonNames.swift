/// Names as Python compares them: NFKC (PEP 3131), for the characters that NFKC turns into ASCII letters, digits and `_`.
///
/// That is what matters for finding a built-in's name in disguise. Other characters are kept as they are. The table is made from
/// the Unicode database (version 14.0.0).
enum PythonNames {
    /// A run of characters that stand for consecutive ASCII characters.
    private struct Run {
        let first: UInt32
        let count: UInt32
        let ascii: UInt8

        init(_ first: UInt32, _ count: UInt32, _ ascii: Unicode.Scalar) {
            self.first = first
            self.count = count
            self.ascii = UInt8(truncatingIfNeeded: ascii.value)
        }
    }

    /// The name that Python looks up.
    static func normalized(_ name: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if scalar.value < 0x80 {
                output.append(scalar)
            } else if let ascii = ascii(of: scalar.value) {
                output.append(Unicode.Scalar(ascii))
            } else if let letters = ligatures[scalar.value] {
                output.append(contentsOf: letters.unicodeScalars)
            } else {
                output.append(scalar)
            }
        }
        return String(output)
    }

    private static func ascii(of value: UInt32) -> UInt8? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            let run = runs[middle]
            if value < run.first {
                high = middle
            } else if value >= run.first + run.count {
                low = middle + 1
            } else {
                return run.ascii + UInt8(truncatingIfNeeded: value - run.first)
            }
        }
        return nil
    }

    private static let ligatures: [UInt32: String] = [
        0x132: "IJ", 0x133: "ij", 0x1C7: "LJ", 0x1C8: "Lj", 0x1C9: "lj", 0x1CA: "NJ",
        0x1CB: "Nj", 0x1CC: "nj", 0x1F1: "DZ", 0x1F2: "Dz", 0x1F3: "dz", 0x2161: "II",
        0x2162: "III", 0x2163: "IV", 0x2165: "VI", 0x2166: "VII", 0x2167: "VIII", 0x2168: "IX",
        0x216A: "XI", 0x216B: "XII", 0x2171: "ii", 0x2172: "iii", 0x2173: "iv", 0x2175: "vi",
        0x2176: "vii", 0x2177: "viii", 0x2178: "ix", 0x217A: "xi", 0x217B: "xii", 0xFB00: "ff",
        0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    ]

    private static let runs: [Run] = [
        Run(0xAA, 1, "a"), Run(0xBA, 1, "o"), Run(0x17F, 1, "s"), Run(0x2B0, 1, "h"),
        Run(0x2B2, 1, "j"), Run(0x2B3, 1, "r"), Run(0x2B7, 1, "w"), Run(0x2B8, 1, "y"),
        Run(0x2E1, 1, "l"), Run(0x2E2, 1, "s"), Run(0x2E3, 1, "x"), Run(0x1D2C, 1, "A"),
        Run(0x1D2E, 1, "B"), Run(0x1D30, 2, "D"), Run(0x1D33, 8, "G"), Run(0x1D3C, 1, "O"),
        Run(0x1D3E, 1, "P"), Run(0x1D3F, 1, "R"), Run(0x1D40, 2, "T"), Run(0x1D42, 1, "W"),
        Run(0x1D43, 1, "a"), Run(0x1D47, 1, "b"), Run(0x1D48, 2, "d"), Run(0x1D4D, 1, "g"),
        Run(0x1D4F, 1, "k"), Run(0x1D50, 1, "m"), Run(0x1D52, 1, "o"), Run(0x1D56, 1, "p"),
        Run(0x1D57, 2, "t"), Run(0x1D5B, 1, "v"), Run(0x1D62, 1, "i"), Run(0x1D63, 1, "r"),
        Run(0x1D64, 2, "u"), Run(0x1D9C, 1, "c"), Run(0x1DA0, 1, "f"), Run(0x1DBB, 1, "z"),
        Run(0x2071, 1, "i"), Run(0x207F, 1, "n"), Run(0x2090, 1, "a"), Run(0x2091, 1, "e"),
        Run(0x2092, 1, "o"), Run(0x2093, 1, "x"), Run(0x2095, 1, "h"), Run(0x2096, 4, "k"),
        Run(0x209A, 1, "p"), Run(0x209B, 2, "s"), Run(0x2102, 1, "C"), Run(0x210A, 1, "g"),
        Run(0x210B, 1, "H"), Run(0x210C, 1, "H"), Run(0x210D, 1, "H"), Run(0x210E, 1, "h"),
        Run(0x2110, 1, "I"), Run(0x2111, 1, "I"), Run(0x2112, 1, "L"), Run(0x2113, 1, "l"),
        Run(0x2115, 1, "N"), Run(0x2119, 3, "P"), Run(0x211C, 1, "R"), Run(0x211D, 1, "R"),
        Run(0x2124, 1, "Z"), Run(0x2128, 1, "Z"), Run(0x212A, 1, "K"), Run(0x212C, 2, "B"),
        Run(0x212F, 1, "e"), Run(0x2130, 2, "E"), Run(0x2133, 1, "M"), Run(0x2134, 1, "o"),
        Run(0x2139, 1, "i"), Run(0x2145, 1, "D"), Run(0x2146, 2, "d"), Run(0x2148, 2, "i"),
        Run(0x2160, 1, "I"), Run(0x2164, 1, "V"), Run(0x2169, 1, "X"), Run(0x216C, 1, "L"),
        Run(0x216D, 2, "C"), Run(0x216F, 1, "M"), Run(0x2170, 1, "i"), Run(0x2174, 1, "v"),
        Run(0x2179, 1, "x"), Run(0x217C, 1, "l"), Run(0x217D, 2, "c"), Run(0x217F, 1, "m"),
        Run(0x2C7C, 1, "j"), Run(0x2C7D, 1, "V"), Run(0xA7F2, 1, "C"), Run(0xA7F3, 1, "F"),
        Run(0xA7F4, 1, "Q"), Run(0xFE33, 1, "_"), Run(0xFE34, 1, "_"), Run(0xFE4D, 1, "_"),
        Run(0xFE4E, 1, "_"), Run(0xFE4F, 1, "_"), Run(0xFF10, 10, "0"), Run(0xFF21, 26, "A"),
        Run(0xFF3F, 1, "_"), Run(0xFF41, 26, "a"), Run(0x107A5, 1, "q"), Run(0x1D400, 26, "A"),
        Run(0x1D41A, 26, "a"), Run(0x1D434, 26, "A"), Run(0x1D44E, 7, "a"), Run(0x1D456, 18, "i"),
        Run(0x1D468, 26, "A"), Run(0x1D482, 26, "a"), Run(0x1D49C, 1, "A"), Run(0x1D49E, 2, "C"),
        Run(0x1D4A2, 1, "G"), Run(0x1D4A5, 2, "J"), Run(0x1D4A9, 4, "N"), Run(0x1D4AE, 8, "S"),
        Run(0x1D4B6, 4, "a"), Run(0x1D4BB, 1, "f"), Run(0x1D4BD, 7, "h"), Run(0x1D4C5, 11, "p"),
        Run(0x1D4D0, 26, "A"), Run(0x1D4EA, 26, "a"), Run(0x1D504, 2, "A"), Run(0x1D507, 4, "D"),
        Run(0x1D50D, 8, "J"), Run(0x1D516, 7, "S"), Run(0x1D51E, 26, "a"), Run(0x1D538, 2, "A"),
        Run(0x1D53B, 4, "D"), Run(0x1D540, 5, "I"), Run(0x1D546, 1, "O"), Run(0x1D54A, 7, "S"),
        Run(0x1D552, 26, "a"), Run(0x1D56C, 26, "A"), Run(0x1D586, 26, "a"), Run(0x1D5A0, 26, "A"),
        Run(0x1D5BA, 26, "a"), Run(0x1D5D4, 26, "A"), Run(0x1D5EE, 26, "a"), Run(0x1D608, 26, "A"),
        Run(0x1D622, 26, "a"), Run(0x1D63C, 26, "A"), Run(0x1D656, 26, "a"), Run(0x1D670, 26, "A"),
        Run(0x1D68A, 26, "a"), Run(0x1D7CE, 10, "0"), Run(0x1D7D8, 10, "0"), Run(0x1D7E2, 10, "0"),
        Run(0x1D7EC, 10, "0"), Run(0x1D7F6, 10, "0"), Run(0x1FBF0, 10, "0"),
    ]
}
