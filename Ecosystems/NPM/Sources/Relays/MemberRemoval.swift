import SallyportLexing
import SallyportModel

/// Ranges of a JSON text that are left out so that what remains is JSON.
struct MemberRemoval {
    /// One object or array that is open, and what was found in it.
    private struct Frame {
        enum Kind {
            /// Its members are packages: `dependencies`, `requires`.
            case names
            /// A package, or anything else.
            case other
            /// An array of strings that begin with a name: `install`.
            case specifications
        }

        let kind: Kind
        var previousEnd: Int
        var hasKept = false
        /// Where a removal begins that goes on until the next element starts.
        var pendingStart: Int?
    }

    private var ranges: [Range<Int>] = []
    /// How many members of the outermost object remain.
    private(set) var keptCount = 0

    /// Removes members of the outermost object whose name is owned.
    mutating func removeMembers(in bytes: Span<UInt8>, isOwned: (Package) -> Bool) throws(JSONError) {
        var cursor = JSONCursor()
        try cursor.enterObject(in: bytes)
        var frame = Frame(kind: .names, previousEnd: cursor.offset)
        while let key = try cursor.nextKey(in: bytes) {
            _ = try cursor.skipValue(in: bytes)
            let removes = Self.isOwned(bytes, key, isOwned)
            note(key.lowerBound - 1, cursor.offset, removes: removes, &frame)
            if !removes { keptCount += 1 }
        }
        close(&frame)
    }

    /// Removes owned names from a tree of packages at every depth, with a stack of its own.
    mutating func removeFromTree(in bytes: Span<UInt8>, isOwned: (Package) -> Bool) throws(JSONError) {
        var cursor = JSONCursor()
        try cursor.enterObject(in: bytes)
        var frames = [Frame(kind: .other, previousEnd: cursor.offset)]
        while var frame = frames.popLast() {
            let isOpen =
                frame.kind == .specifications
                ? try specifications(&cursor, &frame, in: bytes, isOwned: isOwned)
                : try member(&cursor, &frame, &frames, in: bytes, isOwned: isOwned)
            guard !isOpen else { continue }
            close(&frame)
            // The object that just ended is its parent's latest member.
            if !frames.isEmpty { frames[frames.count - 1].previousEnd = cursor.offset }
        }
    }

    /// Reads one member and puts the frame back, with a frame for the member on top when it has to be entered; false,
    /// and nothing put back, at the end of the object.
    private mutating func member(
        _ cursor: inout JSONCursor,
        _ frame: inout Frame,
        _ frames: inout [Frame],
        in bytes: Span<UInt8>,
        isOwned: (Package) -> Bool
    ) throws(JSONError) -> Bool {
        guard let key = try cursor.nextKey(in: bytes) else { return false }
        let start = key.lowerBound - 1
        let removes = try removes(key, frame.kind, isRoot: frames.isEmpty, cursor, in: bytes, isOwned)
        let child = removes ? nil : child(of: frame.kind, key, cursor, in: bytes)
        if child == nil { _ = try cursor.skipValue(in: bytes) }
        note(start, cursor.offset, removes: removes, &frame)
        frames.append(frame)
        if let child {
            cursor.offset += 1
            frames.append(Frame(kind: child, previousEnd: cursor.offset))
        }
        return true
    }

    /// Whether a member goes: an owned name among names, and the project's own name when that is owned.
    private func removes(
        _ key: Range<Int>,
        _ kind: Frame.Kind,
        isRoot: Bool,
        _ cursor: JSONCursor,
        in bytes: Span<UInt8>,
        _ isOwned: (Package) -> Bool
    ) throws(JSONError) -> Bool {
        if kind == .names { return Self.isOwned(bytes, key, isOwned) }
        guard isRoot, JSONText.matches(bytes, key, "name") else { return false }
        var probe = cursor
        let value = try probe.skipValue(in: bytes)
        return JSONText.string(bytes, value).flatMap(NPMName.package).map(isOwned) ?? false
    }

    /// What the value that the cursor stands at is, when it has to be entered.
    private func child(
        of kind: Frame.Kind,
        _ key: Range<Int>,
        _ cursor: JSONCursor,
        in bytes: Span<UInt8>
    ) -> Frame.Kind? {
        var probe = cursor
        switch probe.kind(in: bytes) {
        case .object:
            guard kind == .other else { return .other }
            let names = ["dependencies", "requires", "devDependencies", "optionalDependencies"]
            return names.contains { JSONText.matches(bytes, key, $0) } ? .names : .other
        case .array:
            let lists = ["install", "remove", "update"]
            return kind == .other && lists.contains { JSONText.matches(bytes, key, $0) } ? .specifications : nil
        default:
            return nil
        }
    }

    /// Reads all elements, strings such as `name@1.0.0`; always false: the array has ended.
    private mutating func specifications(
        _ cursor: inout JSONCursor,
        _ frame: inout Frame,
        in bytes: Span<UInt8>,
        isOwned: (Package) -> Bool
    ) throws(JSONError) -> Bool {
        while let value = try cursor.nextElement(in: bytes) {
            let text = JSONText.string(bytes, value) ?? ""
            let version = text.dropFirst().firstIndex(of: "@") ?? text.endIndex
            let owned = NPMName.package(String(text[..<version])).map(isOwned) ?? false
            note(value.lowerBound, value.upperBound, removes: owned, &frame)
        }
        return false
    }

    /// Takes a member or element into account. Behind a kept one, a removal takes the comma before it; with nothing
    /// kept yet, it takes all up to the next one.
    private mutating func note(_ start: Int, _ end: Int, removes: Bool, _ frame: inout Frame) {
        if let pending = frame.pendingStart {
            ranges.append(pending..<start)
            frame.pendingStart = nil
        }
        if !removes {
            frame.hasKept = true
        } else if frame.hasKept {
            ranges.append(frame.previousEnd..<end)
        } else {
            frame.pendingStart = start
        }
        frame.previousEnd = end
    }

    private mutating func close(_ frame: inout Frame) {
        guard let pending = frame.pendingStart else { return }
        ranges.append(pending..<frame.previousEnd)
        frame.pendingStart = nil
    }

    /// The text without the removed ranges.
    func applied(to body: [UInt8]) -> [UInt8] {
        guard !ranges.isEmpty else { return body }
        var output: [UInt8] = []
        output.reserveCapacity(body.count)
        var offset = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            output += body[offset..<range.lowerBound]
            offset = range.upperBound
        }
        output += body[offset...]
        return output
    }

    private static func isOwned(_ bytes: Span<UInt8>, _ key: Range<Int>, _ isOwned: (Package) -> Bool) -> Bool {
        NPMName.package(JSONText.decode(bytes, key)).map(isOwned) ?? false
    }
}
