/// Where in an archive the reader stands, so that a check deep inside can say it.
struct Place {
    let layer: ArchiveError.Layer
    let offset: Int
    /// The raw name of the entry concerned; only decoded when an error is made of it.
    var name: [UInt8]?

    func error(_ code: ArchiveError.Code) -> ArchiveError {
        ArchiveError(code, layer: layer, offset: offset, path: name.map { String(decoding: $0, as: UTF8.self) })
    }
}
