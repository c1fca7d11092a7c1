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

    /// Finds the word that stands in a range of the source; `none` when it is an ordinary name.
    @inline(__always)
    static func classify(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> JavaScriptWord {
        let length = end - start
        guard length >= 2, length <= 10, source[start] >= UInt8(ascii: "a") else { return .none }
        if length == 10 {
            return UTF8Reading.matches(source, start..<end, "instanceof") ? .instanceofWord : .none
        }
        let packed = Word.pack(source, start, end)
        return switch length {
        case 2: words2(packed)
        case 3: words3(packed)
        case 4: words4(packed)
        case 5: words5(packed)
        case 6: words6(packed)
        case 7: words7(packed)
        case 8: words8(packed)
        default: .none
        }
    }

    // Each word is compared as one integer, its first letter lowest.

    private static func words2(_ packed: UInt64) -> JavaScriptWord {
        switch packed {
        case 0x6669: .ifWord
        case 0x6E69: .inWord
        case 0x6F64: .doWord
        case 0x666F: .ofWord
        default: .none
        }
    }

    private static func words3(_ packed: UInt64) -> JavaScriptWord {
        switch packed {
        case 0x0072_6F66: .forWord
        case 0x0077_656E: .newWord
        case 0x0079_7274: .tryWord
        case 0x0072_6176: .varWord
        case 0x0074_656C: .letWord
        default: .none
        }
    }

    private static func words4(_ packed: UInt64) -> JavaScriptWord {
        switch packed {
        case 0x6573_6163: .caseWord
        case 0x6573_6C65: .elseWord
        case 0x7369_6874: .thisWord
        case 0x6469_6F76: .voidWord
        case 0x6874_6977: .withWord
        case 0x6C6C_756E: .nullWord
        case 0x6575_7274: .trueWord
        case 0x6D75_6E65: .enumWord
        default: .none
        }
    }

    private static func words5(_ packed: UInt64) -> JavaScriptWord {
        switch packed {
        case 0x0063_6E79_7361: .asyncWord
        case 0x0074_6961_7761: .awaitWord
        case 0x006B_6165_7262: .breakWord
        case 0x0068_6374_6163: .catchWord
        case 0x0073_7361_6C63: .classWord
        case 0x0074_736E_6F63: .constWord
        case 0x0065_736C_6166: .falseWord
        case 0x0072_6570_7573: .superWord
        case 0x0077_6F72_6874: .throwWord
        case 0x0065_6C69_6877: .whileWord
        case 0x0064_6C65_6979: .yieldWord
        default: .none
        }
    }

    private static func words6(_ packed: UInt64) -> JavaScriptWord {
        switch packed {
        case 0x6574_656C_6564: .deleteWord
        case 0x7472_6F70_7865: .exportWord
        case 0x7472_6F70_6D69: .importWord
        case 0x6E72_7574_6572: .returnWord
        case 0x6863_7469_7773: .switchWord
        case 0x666F_6570_7974: .typeofWord
        default: .none
        }
    }

    private static func words7(_ packed: UInt64) -> JavaScriptWord {
        switch packed {
        case 0x0074_6C75_6166_6564: .defaultWord
        case 0x0073_646E_6574_7865: .extendsWord
        case 0x0079_6C6C_616E_6966: .finallyWord
        default: .none
        }
    }

    private static func words8(_ packed: UInt64) -> JavaScriptWord {
        switch packed {
        case 0x6575_6E69_746E_6F63: .continueWord
        case 0x7265_6767_7562_6564: .debuggerWord
        case 0x6E6F_6974_636E_7566: .functionWord
        default: .none
        }
    }
}
