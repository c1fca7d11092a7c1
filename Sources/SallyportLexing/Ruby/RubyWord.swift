/// Ruby's reserved words, by what they do to the scanner.
enum RubyWord {
    /// `self`, `nil` and others that are values.
    case plain
    case end, alias, undef, rescue, forWord, classWord, module, def, doWord, inWord
    /// `begin`, `case`
    case begin
    /// `break`, `next`, `return`
    case middle
    /// `defined?`, `not`, `super`, `yield`
    case argument
    /// `else`, `then`, `and` and others that an expression follows
    case beginWord
    /// `if`, `unless`
    case condition
    /// `while`, `until`
    case loop

    /// The reserved word of a range of the source, or nil.
    @inline(__always)
    static func word(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> RubyWord? {
        let length = end - start
        guard length >= 2, length <= 8 else {
            return length == 12 && UTF8Reading.matches(source, start..<end, "__ENCODING__") ? .plain : nil
        }
        let packed = Word.pack(source, start, end)
        return length < 5 ? short(packed) : long(packed)
    }

    // Each word is compared as one integer, its first letter lowest.

    private static func short(_ packed: UInt64) -> RubyWord? {
        switch packed {
        // do
        case 0x6F64: .doWord
        // or and else then when
        case 0x726F, 0x646E61, 0x65736C65, 0x6E656874, 0x6E656877: .beginWord
        // in
        case 0x6E69: .inWord
        // if
        case 0x6669: .condition
        // END nil redo self true
        case 0x444E45, 0x6C696E, 0x6F646572, 0x666C6573, 0x65757274: .plain
        // end
        case 0x646E65: .end
        // for
        case 0x726F66: .forWord
        // def
        case 0x666564: .def
        // not
        case 0x746F6E: .argument
        // case
        case 0x65736163: .begin
        // next
        case 0x7478656E: .middle
        default: nil
        }
    }

    private static func long(_ packed: UInt64) -> RubyWord? {
        switch packed {
        // BEGIN false retry __LINE__ __FILE__
        case 0x4E49474542, 0x65736C6166, 0x7972746572, 0x5F5F454E494C5F5F, 0x5F5F454C49465F5F: .plain
        // alias
        case 0x7361696C61: .alias
        // undef
        case 0x6665646E75: .undef
        // begin
        case 0x6E69676562: .begin
        // break return
        case 0x6B61657262, 0x6E7275746572: .middle
        // class
        case 0x7373616C63: .classWord
        // super yield defined?
        case 0x7265707573, 0x646C656979, 0x3F64656E69666564: .argument
        // elsif ensure
        case 0x6669736C65, 0x657275736E65: .beginWord
        // while until
        case 0x656C696877, 0x6C69746E75: .loop
        // rescue
        case 0x657563736572: .rescue
        // module
        case 0x656C75646F6D: .module
        // unless
        case 0x7373656C6E75: .condition
        default: nil
        }
    }
}
