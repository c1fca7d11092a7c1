/// Makes zip files, honest or hostile.
///
/// Each method returns a builder with one thing more: `ZipBuilder().file("a/b.py", "pass\n").bytes()`. The `edit`
/// closures get the honest form of what is about to be written and may change any field of it.
public struct ZipBuilder: Sendable {
    /// How a member's content is kept.
    public enum Method: UInt16, Sendable {
        /// As it is.
        case stored = 0
        /// Raw deflate.
        case deflated = 8
    }

    private var members: [ZipMember] = []
    private var prefix: [UInt8] = []
    private var editEnd: @Sendable (inout ZipEnd) -> Void = { _ in }

    /// A zip file without members.
    public init() {}

    /// A file with text.
    public func file(
        _ path: String,
        _ text: String,
        method: Method = .deflated,
        mode: UInt32 = 0o644,
        edit: (inout ZipMember) -> Void = { _ in }
    ) -> ZipBuilder {
        file(path, bytes: Array(text.utf8), method: method, mode: mode, edit: edit)
    }

    /// A file with bytes.
    public func file(
        _ path: String,
        bytes: [UInt8],
        method: Method = .deflated,
        mode: UInt32 = 0o644,
        edit: (inout ZipMember) -> Void = { _ in }
    ) -> ZipBuilder {
        add(path, bytes: bytes, method: method, unixMode: 0o100_000 | mode, edit: edit)
    }

    /// A directory; the trailing `/` is added.
    public func directory(_ path: String, edit: (inout ZipMember) -> Void = { _ in }) -> ZipBuilder {
        add(path + "/", bytes: [], method: .stored, unixMode: 0o040_755, edit: edit)
    }

    /// A symbolic link as Info-ZIP writes it: the target is the content.
    public func symbolicLink(
        _ path: String,
        to target: String,
        edit: (inout ZipMember) -> Void = { _ in }
    ) -> ZipBuilder {
        add(path, bytes: Array(target.utf8), method: .stored, unixMode: 0o120_777, edit: edit)
    }

    /// Bytes before the first local header.
    public func prefixed(by bytes: [UInt8]) -> ZipBuilder {
        var next = self
        next.prefix = bytes
        return next
    }

    /// Changes the end record before it is written.
    public func ending(_ edit: @escaping @Sendable (inout ZipEnd) -> Void) -> ZipBuilder {
        var next = self
        next.editEnd = edit
        return next
    }

    /// The zip file.
    public func bytes() -> [UInt8] {
        var made = prefix
        var directory: [UInt8] = []
        for member in members {
            directory += member.centralBytes(at: made.count + member.before.count)
            made += member.localBytes()
        }
        let entries = UInt16(truncatingIfNeeded: members.count { $0.central != nil })
        var end = ZipEnd(
            entriesHere: entries,
            entries: entries,
            directorySize: UInt32(directory.count),
            directoryOffset: UInt32(made.count)
        )
        editEnd(&end)
        return made + directory + end.bytes()
    }

    private func add(
        _ path: String,
        bytes: [UInt8],
        method: Method,
        unixMode: UInt32,
        edit: (inout ZipMember) -> Void
    ) -> ZipBuilder {
        var fields = ZipFields(name: Array(path.utf8))
        let data = method == .deflated ? Deflate.compress(bytes) : bytes
        fields.method = method.rawValue
        fields.flags = path.utf8.allSatisfy { $0 < 0x80 } ? 0 : 0x800
        fields.checksum = Deflate.crc32(bytes)
        fields.compressedSize = UInt32(data.count)
        fields.size = UInt32(bytes.count)
        let dosDirectory: UInt32 = path.hasSuffix("/") ? 0x10 : 0
        var member = ZipMember(
            local: fields,
            central: fields,
            data: data,
            externalAttributes: unixMode << 16 | dosDirectory
        )
        edit(&member)
        var next = self
        next.members.append(member)
        return next
    }
}
