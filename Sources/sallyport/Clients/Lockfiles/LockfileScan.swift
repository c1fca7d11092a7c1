import SallyportUpstream

/// What a lockfile's addresses have in common.
struct LockfileAddress: Sendable, Hashable {
    /// Scheme, host and port.
    let origin: WebOrigin
    /// Whether packages lie right below the origin (`/NAME/-/FILE`), as npm takes it when it replaces a host; the
    /// same for every address of another client.
    let isAtRoot: Bool
}

/// The addresses that a lockfile names, counted by origin; one pass over its bytes.
///
/// It reads no grammar: it looks for addresses that stand right behind one of the kind's marks, so that links in
/// comments and descriptions don't count. User information is left out and never shown.
struct LockfileScan {
    /// Longest address that is looked at, in bytes.
    private static let addressBytesMax = 2_048
    /// Most origins that are counted; a lockfile has one or two.
    private static let originsMax = 64
    private static let schemes: [[UInt8]] = ["https://", "http://"].map { Array($0.utf8) }

    private let kind: LockfileKind
    private let bytes: [UInt8]
    private let marks: [[UInt8]]

    init(_ text: String, kind: LockfileKind) {
        self.kind = kind
        bytes = Array(text.utf8)
        marks = kind.marks.map { Array($0.utf8) }
    }

    /// How often each origin is named.
    func addresses() -> [LockfileAddress: Int] {
        var counts: [LockfileAddress: Int] = [:]
        var known: [String: WebOrigin] = [:]
        for index in bytes.indices where bytes[index] == UInt8(ascii: "h") {
            guard let scheme = Self.schemes.first(where: { stands($0, at: index) }) else { continue }
            guard marks.contains(where: { stands($0, at: index - $0.count) }) else { continue }
            let text = authority(after: index + scheme.count, scheme: scheme)
            guard let origin = known[text] ?? WebURL(text)?.origin else { continue }
            let address = LockfileAddress(origin: origin, isAtRoot: isAtRoot(index + scheme.count))
            guard counts.count < Self.originsMax || counts[address] != nil else { continue }
            known[text] = origin
            counts[address, default: 0] += 1
        }
        return counts
    }

    /// Scheme and authority of the address whose authority begins at `start`, without user information.
    private func authority(after start: Int, scheme: [UInt8]) -> String {
        let limit = min(bytes.count, start + Self.addressBytesMax)
        let end = bytes[start..<limit].firstIndex { $0 <= 0x20 || "/?#\"'`,;<>)]}".utf8.contains($0) } ?? limit
        let afterUser = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? start
        return String(decoding: scheme + bytes[afterUser..<end], as: UTF8.self)
    }

    /// Whether the path of the address whose authority begins at `start` is `/NAME/-/` or `/@SCOPE/NAME/-/`.
    private func isAtRoot(_ start: Int) -> Bool {
        guard kind == .npm else { return true }
        let limit = min(bytes.count, start + Self.addressBytesMax)
        let end = bytes[start..<limit].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "\"") } ?? limit
        let parts = bytes[start..<end].split(separator: UInt8(ascii: "/"), maxSplits: 4)
        guard let mark = parts.firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }) else { return false }
        return mark == 2 || mark == 3 && parts[1].first == UInt8(ascii: "@")
    }

    private func stands(_ word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= bytes.count else { return false }
        for offset in word.indices where bytes[index + offset] != word[offset] { return false }
        return true
    }
}
