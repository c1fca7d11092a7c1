/// The words that JavaScript gives a meaning to, as far as the tokenizer must know them.
enum JavaScriptWord: UInt8 {
    /// Any other name.
    case none
    case ifWord, inWord, doWord, ofWord, forWord, newWord
    case tryWord, varWord, letWord, caseWord, elseWord, thisWord
    case voidWord, withWord, nullWord, trueWord, enumWord, asyncWord
    case awaitWord, breakWord, catchWord, classWord, constWord, falseWord
    case superWord, throwWord, whileWord, yieldWord, deleteWord, exportWord
    case importWord, returnWord, switchWord, typeofWord, defaultWord, extendsWord
    case finallyWord, continueWord, debuggerWord, functionWord, instanceofWord

    /// Finds a word by the first eight bytes of a name (the first one lowest, zero-padded) and its length; `none` when it
    /// is an ordinary name.
    ///
    /// The product's upper bits give each word a place of its own (the multiplier was searched for), so that one
    /// comparison decides. `instanceof` is found by `instance`, and the caller compares its last two letters.
    @inline(__always)
    static func classify(_ packed: UInt64, length: Int) -> JavaScriptWord {
        let slot = Int(truncatingIfNeeded: (packed &* 0xB335_F4E6_F2AA_5773) >> 57)
        guard packed == spelling(slot), length <= 8 || length == 10 else { return .none }
        let word = word(slot)
        return (length == 10) == (word == .instanceofWord) ? word : .none
    }

    private static func spelling(_ slot: Int) -> UInt64 {
        switch slot {
        case 0: 0x6669
        case 1: 0x7472_6F70_6D69
        case 7: 0x666F_6570_7974
        case 13: 0x0072_6176
        case 15: 0x0077_6F72_6874
        case 17: 0x0077_656E
        case 19: 0x6D75_6E65
        case 22: 0x0073_646E_6574_7865
        case 23: 0x006B_6165_7262
        case 25: 0x666F
        case 29: 0x6874_6977
        case 35: 0x6575_7274
        case 40: 0x7369_6874
        case 51: 0x6F64
        case 52: 0x6C6C_756E
        case 59: 0x0074_6961_7761
        case 61: 0x7265_6767_7562_6564
        case 62: 0x0072_6570_7573
        case 67: 0x7472_6F70_7865
        case 76: 0x6573_6C65
        case 78: 0x0068_6374_6163
        case 79: 0x0073_7361_6C63
        case 81: 0x0074_736E_6F63
        case 82: 0x6575_6E69_746E_6F63
        case 83: 0x0065_736C_6166
        case 84: 0x6469_6F76
        case 86: 0x0064_6C65_6979
        case 87: 0x6563_6E61_7473_6E69
        case 88: 0x6E69
        case 93: 0x6863_7469_7773
        case 97: 0x6E6F_6974_636E_7566
        case 98: 0x0074_6C75_6166_6564
        case 107: 0x0065_6C69_6877
        case 108: 0x0079_6C6C_616E_6966
        case 109: 0x0072_6F66
        case 110: 0x0074_656C
        case 111: 0x6E72_7574_6572
        case 112: 0x6573_6163
        case 113: 0x6574_656C_6564
        case 124: 0x0063_6E79_7361
        case 126: 0x0079_7274
        default: 0
        }
    }

    private static func word(_ slot: Int) -> JavaScriptWord {
        switch slot {
        case 0: .ifWord
        case 1: .importWord
        case 7: .typeofWord
        case 13: .varWord
        case 15: .throwWord
        case 17: .newWord
        case 19: .enumWord
        case 22: .extendsWord
        case 23: .breakWord
        case 25: .ofWord
        case 29: .withWord
        case 35: .trueWord
        case 40: .thisWord
        case 51: .doWord
        case 52: .nullWord
        case 59: .awaitWord
        case 61: .debuggerWord
        case 62: .superWord
        case 67: .exportWord
        case 76: .elseWord
        case 78: .catchWord
        case 79: .classWord
        case 81: .constWord
        case 82: .continueWord
        case 83: .falseWord
        case 84: .voidWord
        case 86: .yieldWord
        case 87: .instanceofWord
        case 88: .inWord
        case 93: .switchWord
        case 97: .functionWord
        case 98: .defaultWord
        case 107: .whileWord
        case 108: .finallyWord
        case 109: .forWord
        case 110: .letWord
        case 111: .returnWord
        case 112: .caseWord
        case 113: .deleteWord
        case 124: .asyncWord
        case 126: .tryWord
        default: .none
        }
    }
}
