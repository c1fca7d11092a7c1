/// The names of an archive as the tree that unpacking would make.
///
/// Two names share a node when any common file system could take them as the same: they are compared by letter case,
/// canonical Unicode form, and without trailing dots and spaces. Nodes are kept by parent and component, so memory
/// grows with the bytes of the names and not with their depth.
struct EntryTree {
    private enum Role {
        case impliedDirectory, directory, file, symbolicLink, hardLink
    }

    private struct Key: Hashable {
        let parent: Int
        let folded: String
    }

    private struct Node {
        let spelling: String
        var role: Role
    }

    private var indices: [Key: Int] = [:]
    private var nodes: [Node] = []
    private var costBytes = 0
    private let costBytesMax: Int
    /// The folder of the entry before, since most entries stand beside it.
    private var lastFolder: (path: Substring, index: Int) = ("", root)

    private static let root = -1
    private static let nodeCostBytes = 64

    init(limits: ArchiveLimits) {
        costBytesMax = limits.namesBytesMax
    }

    /// Adds an entry whose path has been checked; refuses it when the tree has no unmistakable place for it.
    mutating func insert(_ path: String, kind: ArchiveEntry.Kind, place: Place) throws(ArchiveError) {
        let (folder, name) = Self.split(path)
        let parent = try folderIndex(folder, place: place)
        let role: Role
        switch kind {
        case .file: role = .file
        case .directory: role = .directory
        case .symbolicLink: role = .symbolicLink
        case .hardLink: role = .hardLink
        }
        let key = Key(parent: parent, folded: Self.folded(name))
        guard let index = indices[key] else {
            _ = try add(name, as: key, role: role, place: place)
            return
        }
        guard nodes[index].spelling.utf8.elementsEqual(name.utf8) else { throw place.error(.caseClash) }
        guard nodes[index].role == .impliedDirectory else { throw place.error(.duplicatePath) }
        switch role {
        case .directory: nodes[index].role = .directory
        case .symbolicLink, .hardLink: throw place.error(.linkParent)
        case .file, .impliedDirectory: throw place.error(.fileAsDirectory)
        }
    }

    /// Whether an earlier entry is a file of exactly this path.
    func holdsFile(_ path: String) -> Bool {
        var parent = Self.root
        for component in path.split(separator: "/") {
            guard let index = indices[Key(parent: parent, folded: Self.folded(component))] else { return false }
            guard nodes[index].spelling.utf8.elementsEqual(component.utf8) else { return false }
            parent = index
        }
        guard parent != Self.root else { return false }
        return nodes[parent].role == .file || nodes[parent].role == .hardLink
    }

    private mutating func folderIndex(_ folder: Substring, place: Place) throws(ArchiveError) -> Int {
        if lastFolder.path.utf8.elementsEqual(folder.utf8) { return lastFolder.index }
        var parent = Self.root
        for component in folder.split(separator: "/") {
            let key = Key(parent: parent, folded: Self.folded(component))
            guard let index = indices[key] else {
                parent = try add(component, as: key, role: .impliedDirectory, place: place)
                continue
            }
            guard nodes[index].spelling.utf8.elementsEqual(component.utf8) else { throw place.error(.caseClash) }
            switch nodes[index].role {
            case .impliedDirectory, .directory: parent = index
            case .file: throw place.error(.fileAsDirectory)
            case .symbolicLink, .hardLink: throw place.error(.linkParent)
            }
        }
        lastFolder = (folder, parent)
        return parent
    }

    private mutating func add(
        _ name: Substring,
        as key: Key,
        role: Role,
        place: Place
    ) throws(ArchiveError) -> Int {
        costBytes += Self.nodeCostBytes + name.utf8.count
        guard costBytes <= costBytesMax else { throw place.error(.namesTooLarge) }
        let spelling = String(name)
        indices[key] = nodes.count
        nodes.append(Node(spelling: spelling, role: role))
        return nodes.count - 1
    }

    private static func split(_ path: String) -> (folder: Substring, name: Substring) {
        guard let slash = path.utf8.lastIndex(of: EntryPath.slash) else { return ("", path[...]) }
        return (path[..<slash], path[path.utf8.index(after: slash)...])
    }

    /// The form in which names are compared. Upper case first, since it joins letters that lower case keeps apart
    /// (`ß` and `ss`, the long and the round s); String's own equality takes canonical forms as the same.
    static func folded(_ name: Substring) -> String {
        let bytes = name.utf8
        let last = bytes.lastIndex { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
        let trimmed = name[..<(last.map(bytes.index(after:)) ?? name.endIndex)]
        var needsCase = false
        for byte in trimmed.utf8 {
            if byte >= 0x80 { return trimmed.uppercased().lowercased() }
            if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") { needsCase = true }
        }
        return needsCase ? trimmed.lowercased() : String(trimmed)
    }
}
