/// Python's reserved words (`keyword.kwlist`). Words that are reserved only in places (`match`, `case`, `type`) are names.
enum PythonWord {
    /// Whether a range of the source is a reserved word.
    @inline(__always)
    static func isKeyword(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        guard length >= 2, length <= 8 else { return false }
        let packed = Word.pack(source, start, end)
        return switch length {
        case 2: isWord2(packed)
        case 3: isWord3(packed)
        case 4: isWord4(packed)
        case 5: isWord5(packed)
        case 6: isWord6(packed)
        case 7: isWord7(packed)
        case 8: isWord8(packed)
        default: false
        }
    }

    // Each word is compared as one integer, its first letter lowest.

    /// as if in is or
    private static func isWord2(_ packed: UInt64) -> Bool {
        switch packed {
        case 0x7361,
            0x6669,
            0x6E69,
            0x7369,
            0x726F:
            true
        default: false
        }
    }

    /// and def del for not try
    private static func isWord3(_ packed: UInt64) -> Bool {
        switch packed {
        case 0x0064_6E61,
            0x0066_6564,
            0x006C_6564,
            0x0072_6F66,
            0x0074_6F6E,
            0x0079_7274:
            true
        default: false
        }
    }

    /// None True elif else from pass with
    private static func isWord4(_ packed: UInt64) -> Bool {
        switch packed {
        case 0x656E_6F4E,
            0x6575_7254,
            0x6669_6C65,
            0x6573_6C65,
            0x6D6F_7266,
            0x7373_6170,
            0x6874_6977:
            true
        default: false
        }
    }

    /// False async await break class raise while yield
    private static func isWord5(_ packed: UInt64) -> Bool {
        switch packed {
        case 0x0065_736C_6146,
            0x0063_6E79_7361,
            0x0074_6961_7761,
            0x006B_6165_7262,
            0x0073_7361_6C63,
            0x0065_7369_6172,
            0x0065_6C69_6877,
            0x0064_6C65_6979:
            true
        default: false
        }
    }

    /// assert except global import lambda return
    private static func isWord6(_ packed: UInt64) -> Bool {
        switch packed {
        case 0x7472_6573_7361,
            0x7470_6563_7865,
            0x6C61_626F_6C67,
            0x7472_6F70_6D69,
            0x6164_626D_616C,
            0x6E72_7574_6572:
            true
        default: false
        }
    }

    /// finally
    private static func isWord7(_ packed: UInt64) -> Bool {
        switch packed {
        case 0x0079_6C6C_616E_6966: true
        default: false
        }
    }

    /// continue nonlocal
    private static func isWord8(_ packed: UInt64) -> Bool {
        switch packed {
        case 0x6575_6E69_746E_6F63,
            0x6C61_636F_6C6E_6F6E:
            true
        default: false
        }
    }
}
