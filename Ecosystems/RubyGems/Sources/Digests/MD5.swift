/// MD5 (RFC 1321), with which RubyGems' clients compare what they have with what a server has.
///
/// It guards nothing here: the bytes of gems are known by their SHA-256. A value can be copied in the middle, so that text
/// which only grows is read once.
struct MD5: Sendable {
    private var state: State
    private var pending: [UInt8] = []
    private var count = 0

    private struct State {
        var a: UInt32 = 0x6745_2301
        var b: UInt32 = 0xEFCD_AB89
        var c: UInt32 = 0x98BA_DCFE
        var d: UInt32 = 0x1032_5476
    }

    /// Sixteen words of a block.
    private typealias Words = InlineArray<16, UInt32>

    private static let blockBytes = 64

    init() { state = State() }

    /// The digest of the bytes in lower-case hexadecimal.
    static func hex(_ bytes: Span<UInt8>) -> String {
        var digest = MD5()
        digest.update(bytes)
        return digest.hex
    }

    /// Reads further bytes.
    mutating func update(_ bytes: Span<UInt8>) {
        count += bytes.count
        var start = 0
        if !pending.isEmpty {
            while pending.count < Self.blockBytes, start < bytes.count {
                pending.append(bytes[start])
                start += 1
            }
            guard pending.count == Self.blockBytes else { return }
            let block = pending
            pending = []
            Self.mix(block.span, at: 0, into: &state)
        }
        while start + Self.blockBytes <= bytes.count {
            Self.mix(bytes, at: start, into: &state)
            start += Self.blockBytes
        }
        for index in start..<bytes.count { pending.append(bytes[index]) }
    }

    /// The digest of all bytes so far in lower-case hexadecimal; more may follow.
    var hex: String {
        var end = self
        var padding: [UInt8] = [0x80]
        while (count + padding.count) % Self.blockBytes != 56 { padding.append(0) }
        let bits = UInt64(count) &* 8
        for shift in stride(from: 0, to: 64, by: 8) { padding.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        end.update(padding.span)
        var text: [UInt8] = []
        for word in [end.state.a, end.state.b, end.state.c, end.state.d] {
            for shift in stride(from: 0, to: 32, by: 8) {
                let byte = UInt8(truncatingIfNeeded: word >> shift)
                for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func mix(_ bytes: Span<UInt8>, at start: Int, into state: inout State) {
        var words = Words(repeating: 0)
        for index in 0..<16 {
            let at = start + index * 4
            words[index] =
                UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
                | UInt32(bytes[at + 3]) << 24
        }
        var mixed = state
        roundOne(&mixed, words)
        roundTwo(&mixed, words)
        roundThree(&mixed, words)
        roundFour(&mixed, words)
        state.a &+= mixed.a
        state.b &+= mixed.b
        state.c &+= mixed.c
        state.d &+= mixed.d
    }

    @inline(__always)
    private static func step(_ a: inout UInt32, _ b: UInt32, _ sum: UInt32, _ turns: UInt32) {
        let value = a &+ sum
        a = b &+ (value &<< turns | value &>> (32 &- turns))
    }

    @inline(__always)
    private static func roundOne(_ s: inout State, _ w: Words) {
        step(&s.a, s.b, (s.d ^ (s.b & (s.c ^ s.d))) &+ w[0] &+ 0xD76A_A478, 7)
        step(&s.d, s.a, (s.c ^ (s.a & (s.b ^ s.c))) &+ w[1] &+ 0xE8C7_B756, 12)
        step(&s.c, s.d, (s.b ^ (s.d & (s.a ^ s.b))) &+ w[2] &+ 0x2420_70DB, 17)
        step(&s.b, s.c, (s.a ^ (s.c & (s.d ^ s.a))) &+ w[3] &+ 0xC1BD_CEEE, 22)
        step(&s.a, s.b, (s.d ^ (s.b & (s.c ^ s.d))) &+ w[4] &+ 0xF57C_0FAF, 7)
        step(&s.d, s.a, (s.c ^ (s.a & (s.b ^ s.c))) &+ w[5] &+ 0x4787_C62A, 12)
        step(&s.c, s.d, (s.b ^ (s.d & (s.a ^ s.b))) &+ w[6] &+ 0xA830_4613, 17)
        step(&s.b, s.c, (s.a ^ (s.c & (s.d ^ s.a))) &+ w[7] &+ 0xFD46_9501, 22)
        step(&s.a, s.b, (s.d ^ (s.b & (s.c ^ s.d))) &+ w[8] &+ 0x6980_98D8, 7)
        step(&s.d, s.a, (s.c ^ (s.a & (s.b ^ s.c))) &+ w[9] &+ 0x8B44_F7AF, 12)
        step(&s.c, s.d, (s.b ^ (s.d & (s.a ^ s.b))) &+ w[10] &+ 0xFFFF_5BB1, 17)
        step(&s.b, s.c, (s.a ^ (s.c & (s.d ^ s.a))) &+ w[11] &+ 0x895C_D7BE, 22)
        step(&s.a, s.b, (s.d ^ (s.b & (s.c ^ s.d))) &+ w[12] &+ 0x6B90_1122, 7)
        step(&s.d, s.a, (s.c ^ (s.a & (s.b ^ s.c))) &+ w[13] &+ 0xFD98_7193, 12)
        step(&s.c, s.d, (s.b ^ (s.d & (s.a ^ s.b))) &+ w[14] &+ 0xA679_438E, 17)
        step(&s.b, s.c, (s.a ^ (s.c & (s.d ^ s.a))) &+ w[15] &+ 0x49B4_0821, 22)
    }

    @inline(__always)
    private static func roundTwo(_ s: inout State, _ w: Words) {
        step(&s.a, s.b, (s.c ^ (s.d & (s.b ^ s.c))) &+ w[1] &+ 0xF61E_2562, 5)
        step(&s.d, s.a, (s.b ^ (s.c & (s.a ^ s.b))) &+ w[6] &+ 0xC040_B340, 9)
        step(&s.c, s.d, (s.a ^ (s.b & (s.d ^ s.a))) &+ w[11] &+ 0x265E_5A51, 14)
        step(&s.b, s.c, (s.d ^ (s.a & (s.c ^ s.d))) &+ w[0] &+ 0xE9B6_C7AA, 20)
        step(&s.a, s.b, (s.c ^ (s.d & (s.b ^ s.c))) &+ w[5] &+ 0xD62F_105D, 5)
        step(&s.d, s.a, (s.b ^ (s.c & (s.a ^ s.b))) &+ w[10] &+ 0x0244_1453, 9)
        step(&s.c, s.d, (s.a ^ (s.b & (s.d ^ s.a))) &+ w[15] &+ 0xD8A1_E681, 14)
        step(&s.b, s.c, (s.d ^ (s.a & (s.c ^ s.d))) &+ w[4] &+ 0xE7D3_FBC8, 20)
        step(&s.a, s.b, (s.c ^ (s.d & (s.b ^ s.c))) &+ w[9] &+ 0x21E1_CDE6, 5)
        step(&s.d, s.a, (s.b ^ (s.c & (s.a ^ s.b))) &+ w[14] &+ 0xC337_07D6, 9)
        step(&s.c, s.d, (s.a ^ (s.b & (s.d ^ s.a))) &+ w[3] &+ 0xF4D5_0D87, 14)
        step(&s.b, s.c, (s.d ^ (s.a & (s.c ^ s.d))) &+ w[8] &+ 0x455A_14ED, 20)
        step(&s.a, s.b, (s.c ^ (s.d & (s.b ^ s.c))) &+ w[13] &+ 0xA9E3_E905, 5)
        step(&s.d, s.a, (s.b ^ (s.c & (s.a ^ s.b))) &+ w[2] &+ 0xFCEF_A3F8, 9)
        step(&s.c, s.d, (s.a ^ (s.b & (s.d ^ s.a))) &+ w[7] &+ 0x676F_02D9, 14)
        step(&s.b, s.c, (s.d ^ (s.a & (s.c ^ s.d))) &+ w[12] &+ 0x8D2A_4C8A, 20)
    }

    @inline(__always)
    private static func roundThree(_ s: inout State, _ w: Words) {
        step(&s.a, s.b, (s.b ^ s.c ^ s.d) &+ w[5] &+ 0xFFFA_3942, 4)
        step(&s.d, s.a, (s.a ^ s.b ^ s.c) &+ w[8] &+ 0x8771_F681, 11)
        step(&s.c, s.d, (s.d ^ s.a ^ s.b) &+ w[11] &+ 0x6D9D_6122, 16)
        step(&s.b, s.c, (s.c ^ s.d ^ s.a) &+ w[14] &+ 0xFDE5_380C, 23)
        step(&s.a, s.b, (s.b ^ s.c ^ s.d) &+ w[1] &+ 0xA4BE_EA44, 4)
        step(&s.d, s.a, (s.a ^ s.b ^ s.c) &+ w[4] &+ 0x4BDE_CFA9, 11)
        step(&s.c, s.d, (s.d ^ s.a ^ s.b) &+ w[7] &+ 0xF6BB_4B60, 16)
        step(&s.b, s.c, (s.c ^ s.d ^ s.a) &+ w[10] &+ 0xBEBF_BC70, 23)
        step(&s.a, s.b, (s.b ^ s.c ^ s.d) &+ w[13] &+ 0x289B_7EC6, 4)
        step(&s.d, s.a, (s.a ^ s.b ^ s.c) &+ w[0] &+ 0xEAA1_27FA, 11)
        step(&s.c, s.d, (s.d ^ s.a ^ s.b) &+ w[3] &+ 0xD4EF_3085, 16)
        step(&s.b, s.c, (s.c ^ s.d ^ s.a) &+ w[6] &+ 0x0488_1D05, 23)
        step(&s.a, s.b, (s.b ^ s.c ^ s.d) &+ w[9] &+ 0xD9D4_D039, 4)
        step(&s.d, s.a, (s.a ^ s.b ^ s.c) &+ w[12] &+ 0xE6DB_99E5, 11)
        step(&s.c, s.d, (s.d ^ s.a ^ s.b) &+ w[15] &+ 0x1FA2_7CF8, 16)
        step(&s.b, s.c, (s.c ^ s.d ^ s.a) &+ w[2] &+ 0xC4AC_5665, 23)
    }

    @inline(__always)
    private static func roundFour(_ s: inout State, _ w: Words) {
        step(&s.a, s.b, (s.c ^ (s.b | ~s.d)) &+ w[0] &+ 0xF429_2244, 6)
        step(&s.d, s.a, (s.b ^ (s.a | ~s.c)) &+ w[7] &+ 0x432A_FF97, 10)
        step(&s.c, s.d, (s.a ^ (s.d | ~s.b)) &+ w[14] &+ 0xAB94_23A7, 15)
        step(&s.b, s.c, (s.d ^ (s.c | ~s.a)) &+ w[5] &+ 0xFC93_A039, 21)
        step(&s.a, s.b, (s.c ^ (s.b | ~s.d)) &+ w[12] &+ 0x655B_59C3, 6)
        step(&s.d, s.a, (s.b ^ (s.a | ~s.c)) &+ w[3] &+ 0x8F0C_CC92, 10)
        step(&s.c, s.d, (s.a ^ (s.d | ~s.b)) &+ w[10] &+ 0xFFEF_F47D, 15)
        step(&s.b, s.c, (s.d ^ (s.c | ~s.a)) &+ w[1] &+ 0x8584_5DD1, 21)
        step(&s.a, s.b, (s.c ^ (s.b | ~s.d)) &+ w[8] &+ 0x6FA8_7E4F, 6)
        step(&s.d, s.a, (s.b ^ (s.a | ~s.c)) &+ w[15] &+ 0xFE2C_E6E0, 10)
        step(&s.c, s.d, (s.a ^ (s.d | ~s.b)) &+ w[6] &+ 0xA301_4314, 15)
        step(&s.b, s.c, (s.d ^ (s.c | ~s.a)) &+ w[13] &+ 0x4E08_11A1, 21)
        step(&s.a, s.b, (s.c ^ (s.b | ~s.d)) &+ w[4] &+ 0xF753_7E82, 6)
        step(&s.d, s.a, (s.b ^ (s.a | ~s.c)) &+ w[11] &+ 0xBD3A_F235, 10)
        step(&s.c, s.d, (s.a ^ (s.d | ~s.b)) &+ w[2] &+ 0x2AD7_D2BB, 15)
        step(&s.b, s.c, (s.d ^ (s.c | ~s.a)) &+ w[9] &+ 0xEB86_D391, 21)
    }
}
