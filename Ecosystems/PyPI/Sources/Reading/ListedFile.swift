/// What an upstream's page says of one file, as found in either form, not yet checked.
struct ListedFile {
    /// The file's name; from HTML it is the last part of the link's path, as pip takes it.
    var filename = ""
    /// The link, relative or absolute, with its fragment.
    var reference = ""
    /// Digests by the names of their algorithms, hexadecimal.
    var hashes: [(algorithm: String, hex: String)] = []
    var requiresPython: String?
    var yank = SimpleFile.Yank.no
    var size: Int?
    var uploadTime: String?
    /// The SHA-256 of the metadata file, hexadecimal, where one is offered with its digest.
    var metadataSHA256: String?
    /// Where the upstream says that attestations are (PEP 740), relative or absolute.
    var provenance: String?
}
