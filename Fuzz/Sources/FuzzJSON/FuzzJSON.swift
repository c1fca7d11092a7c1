import FuzzDriver
import SallyportLexing

/// libFuzzer's entry point. What the readers promise of every input is checked by `check`.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer owns `count` readable bytes at `data` until this function returns.
    let buffer = unsafe UnsafeBufferPointer(start: data, count: count)
    check(unsafe buffer.span)
    return 0
}

/// The executable's main under the name that SwiftPM gives it.
@c(FuzzJSON_main)
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    unsafe fuzz_driver_main(count, arguments)
}

/// What was validated is walked to its end by the cursor and built into a tree, and its strings survive encoding.
private func check(_ input: Span<UInt8>) {
    do {
        try JSONValidator.validate(input, limits: .manifest)
    } catch {
        precondition((0...max(input.count, 4 << 20)).contains(error.offset), "an error outside of the text")
        walkUnvalidated(input)
        return
    }
    var cursor = JSONCursor(offset: input.count >= 3 && input[0] == 0xEF ? 3 : 0)
    guard let range = try? cursor.skipValue(in: input) else { preconditionFailure("a valid value was not skipped") }
    precondition(cursor.kind(in: input) == nil && cursor.offset == input.count, "something behind a valid value")
    guard let tree = try? JSONValue.parse(input) else { preconditionFailure("a valid value was not built") }
    if let text = tree.string {
        precondition(JSONText.string(input, range) == text, "two readings of one string")
        let encoded = JSONText.escape(text)
        precondition(JSONText.string(encoded.span, 0..<encoded.count) == text, "a string did not survive encoding")
    }
    if let members = tree.object {
        var count = 0
        var walker = JSONCursor(offset: range.lowerBound)
        guard (try? walker.enterObject(in: input)) != nil else { preconditionFailure("an object was not entered") }
        while let member = try? walker.nextMember(in: input) {
            precondition(JSONText.matches(input, member.key, members[count].key), "another name")
            count += 1
        }
        precondition(count == members.count, "another number of members")
    }
}

/// On any bytes the cursor ends: it always advances or throws.
private func walkUnvalidated(_ input: Span<UInt8>) {
    var cursor = JSONCursor()
    guard (try? cursor.enterObject(in: input)) != nil else { return }
    var last = cursor.offset
    while let member = try? cursor.nextMember(in: input) {
        precondition(cursor.offset > last && member.value.upperBound <= input.count, "the cursor stood still")
        last = cursor.offset
    }
}
