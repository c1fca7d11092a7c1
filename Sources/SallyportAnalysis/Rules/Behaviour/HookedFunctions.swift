import SallyportModel

/// Functions of a browser that are replaced, and the addresses that a thief would put in.
///
/// Instruments replace `fetch` too. What tells a drainer is the table of wallet addresses, or the pattern that finds one,
/// in the same source.
struct HookedFunctions {
    private var replaced: (what: String, offset: Int)?
    private var isWallet = false
    private var addresses = 0
    private var addressOffset = 0
    private var clipboard: Int?
    /// The first pattern that finds keys or tokens in texts.
    private(set) var keyPattern: Int?

    /// Addresses that make a table.
    private static let tableMin = 3

    /// `window.fetch =`, `XMLHttpRequest.prototype.open =`, `window.ethereum.request =`, or a bare `fetch =`.
    mutating func note(assignmentAt index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) {
        guard stream.kind(at: index - 1) == .name, Self.words.contains(stream.lexemes[index - 1].identity) else {
            return
        }
        let last = stream.text(at: index - 1, in: source)
        guard Self.names.contains(last) else { return }
        let offset = Int(stream.lexemes[index - 1].start)
        let before = stream.kind(at: index - 2) == .dot ? stream.text(at: index - 3, in: source) : ""
        switch last {
        case "fetch":
            guard ["window", "globalThis", "self", "global"].contains(before) || isBare(index - 1, stream, source)
            else {
                return
            }
        case "open", "send", "setRequestHeader":
            guard before == "prototype", stream.text(at: index - 5, in: source) == "XMLHttpRequest" else { return }
        default:
            guard ["ethereum", "solana", "phantom", "tronWeb"].contains(before) else { return }
            isWallet = true
        }
        if replaced == nil || isWallet {
            replaced = ("replaces \(before.isEmpty ? last : "\(before).\(last)")", offset)
        }
    }

    private func isBare(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Bool {
        switch stream.kind(at: index - 1) {
        case .semicolon, .closeBrace, .openBrace, .comma: true
        default: stream.lexemes[index].flags.contains(.newlineBefore) && stream.kind(at: index - 1) != .dot
        }
    }

    private static let names = [
        "fetch", "open", "send", "setRequestHeader", "request", "sendAsync", "signTransaction",
        "signAndSendTransaction", "signAllTransactions",
    ]
    private static let words = WordSet(all: names)

    /// The clipboard is read or written.
    mutating func noteClipboard(at offset: Int) { if clipboard == nil { clipboard = offset } }

    /// A string that is the address of a wallet, or a pattern that finds one.
    mutating func note(string bytes: [UInt8], at offset: Int) {
        if keyPattern == nil, bytes.count >= 12, bytes.count <= 256, KeyPatterns.isOne(bytes) { keyPattern = offset }
        if bytes.count >= 12, bytes.count <= 256, Self.isPattern(bytes.indices, bytes.span) {
            addresses += Self.tableMin
            addressOffset = offset
        }
        guard Self.isAddress(bytes) else { return }
        addresses += 1
        addressOffset = offset
    }

    /// A pattern that finds such addresses.
    mutating func note(pattern range: Range<Int>, _ source: Span<UInt8>) {
        guard range.count >= 12, range.count <= 256, source[range.lowerBound] == UInt8(ascii: "/") else { return }
        if keyPattern == nil, KeyPatterns.isOne(range.map { source[$0] }) { keyPattern = range.lowerBound }
        guard Self.isPattern(range, source) else { return }
        addresses += Self.tableMin
        addressOffset = range.lowerBound
    }

    /// What stands in patterns that find addresses; all of them are shorter than a pattern that is looked at.
    private static let patterns = ["0x[a-f", "0x[0-9a-f", "0x[A-F", "0x[\\da-f", "km-zA-HJ", "A-HJ-NP-Z"]
        .map { Array($0.utf8) }

    /// Asked of every short string: compared where one of them can begin.
    private static func isPattern(_ range: Range<Int>, _ source: Span<UInt8>) -> Bool {
        range.contains { start in
            switch source[start] {
            case UInt8(ascii: "0"), UInt8(ascii: "k"), UInt8(ascii: "A"):
                patterns.contains { text in
                    start + text.count <= range.upperBound && text.indices.allSatisfy { source[start + $0] == text[$0] }
                }
            default: false
            }
        }
    }

    private static func isAddress(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 26, bytes.count <= 64 else { return false }
        let body: ArraySlice<UInt8>
        switch bytes[0] {
        case UInt8(ascii: "0") where bytes.count == 42 && bytes[1] == UInt8(ascii: "x"):
            // A constant of a library is a number with a row of equal digits; an address is not.
            guard Set(bytes.dropFirst(2)).count >= 8 else { return false }
            return bytes.dropFirst(2).allSatisfy { isHexadecimal($0) }
        case UInt8(ascii: "b") where bytes.starts(with: "bc1".utf8): body = bytes.dropFirst(3)
        case UInt8(ascii: "l") where bytes.starts(with: "ltc1".utf8): body = bytes.dropFirst(4)
        case UInt8(ascii: "b") where bytes.starts(with: "bitcoincash:".utf8): body = bytes.dropFirst(12)
        case UInt8(ascii: "T") where bytes.count == 34: body = bytes.dropFirst()
        default: return false
        }
        let isPlain = body.allSatisfy { isHexadecimal($0) || ($0 | 0x20 >= 0x67 && $0 | 0x20 <= 0x7A) }
        return isPlain && body.contains { $0 >= 0x30 && $0 <= 0x39 }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
    }

    /// What is copied is looked through for addresses of wallets.
    private func stateSwap(_ clipboard: Int, _ collector: inout FindingsCollector) {
        let steps = [
            ChainStep(what: "knows addresses of wallets", offset: addressOffset),
            ChainStep(what: "uses the clipboard", offset: clipboard),
        ]
        let detail = "looks for addresses of wallets in what is copied"
        collector.add(.chainWalletHook, detail, at: clipboard, .flow, steps: steps)
    }

    /// States the chain when both ends are there.
    func state(in collector: inout FindingsCollector) {
        if let clipboard, addresses >= Self.tableMin { stateSwap(clipboard, &collector) }
        guard let replaced else { return }
        if isWallet { collector.add(.capabilityWallet, replaced.what, at: replaced.offset, .sensitive) }
        guard addresses >= (isWallet ? 1 : Self.tableMin) else { return }
        let steps = [
            ChainStep(what: "holds addresses of wallets", offset: addressOffset),
            ChainStep(what: replaced.what, offset: replaced.offset),
        ]
        let detail = "\(replaced.what) and holds addresses of wallets"
        collector.add(.chainWalletHook, detail, at: replaced.offset, .flow, steps: steps)
    }
}
