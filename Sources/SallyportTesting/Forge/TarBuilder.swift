/// Makes tar streams, honest or hostile, one block after the other.
///
/// Each method returns a builder with one thing more, so that an archive reads as a list:
/// `TarBuilder().file("package/package.json", "{}").gzipped()`.
public struct TarBuilder: Sendable {
    private var body: [UInt8] = []
    private var zeroBlocks = 2

    /// An archive without entries.
    public init() {}

    /// A file with text; a path over 100 bytes gets a pax header.
    public func file(_ path: String, _ text: String, mode: Int = 0o644) -> TarBuilder {
        file(path, bytes: Array(text.utf8), mode: mode)
    }

    /// A file with bytes; a path over 100 bytes gets a pax header.
    public func file(_ path: String, bytes: [UInt8], mode: Int = 0o644) -> TarBuilder {
        var fields = TarFields(name: path)
        fields.mode = mode
        let start = path.utf8.count > 100 ? pax(["path": path]) : self
        return start.entry(fields, body: bytes)
    }

    /// A directory; the trailing `/` is added.
    public func directory(_ path: String) -> TarBuilder {
        var fields = TarFields(name: path + "/", type: "5")
        fields.mode = 0o755
        return entry(fields)
    }

    /// A symbolic link.
    public func symbolicLink(_ path: String, to target: String) -> TarBuilder {
        entry(TarFields(name: path, type: "2", linkName: target))
    }

    /// A hard link to an earlier path.
    public func hardLink(_ path: String, to target: String) -> TarBuilder {
        entry(TarFields(name: path, type: "1", linkName: target))
    }

    /// Any header, followed by any body padded to whole blocks.
    public func entry(_ fields: TarFields, body content: [UInt8] = []) -> TarBuilder {
        raw(fields.header(bodyCount: content.count)).raw(content).padded()
    }

    /// A pax extended header for the next entry, or a global one, its records in this order.
    public func pax(_ records: KeyValuePairs<String, String>, global: Bool = false) -> TarBuilder {
        paxRaw(records.flatMap { Self.paxRecord($0.key, $0.value) }, global: global)
    }

    /// A pax header whose records are these very bytes.
    public func paxRaw(_ records: [UInt8], global: Bool = false) -> TarBuilder {
        entry(TarFields(name: global ? "pax_global_header" : "PaxHeader/x", type: global ? "g" : "x"), body: records)
    }

    /// An old GNU header that gives the next entry a long name, or a long link target.
    public func gnuLongName(_ name: String, isLink: Bool = false) -> TarBuilder {
        var fields = TarFields(name: "././@LongLink", type: isLink ? "K" : "L")
        fields.magic = TarFields.gnuMagic
        return entry(fields, body: Array(name.utf8) + [0])
    }

    /// These very bytes next.
    public func raw(_ bytes: [UInt8]) -> TarBuilder {
        var next = self
        next.body += bytes
        return next
    }

    /// Zeros up to the next multiple of 512.
    public func padded() -> TarBuilder {
        raw([UInt8](repeating: 0, count: (512 - body.count % 512) % 512))
    }

    /// How many zero blocks end the archive, instead of two.
    public func ending(zeroBlocks: Int) -> TarBuilder {
        var next = self
        next.zeroBlocks = zeroBlocks
        return next
    }

    /// The tar stream.
    public func bytes() -> [UInt8] {
        body + [UInt8](repeating: 0, count: 512 * zeroBlocks)
    }

    /// The tar stream in one honest gzip member.
    public func gzipped() -> [UInt8] {
        gzip(bytes())
    }

    /// One pax record with its length in front.
    public static func paxRecord(_ key: String, _ value: String) -> [UInt8] {
        let rest = " \(key)=\(value)\n"
        var length = rest.utf8.count
        while String(length).utf8.count + rest.utf8.count != length {
            length = String(length).utf8.count + rest.utf8.count
        }
        return Array("\(length)\(rest)".utf8)
    }
}
