/// Paths of two releases made comparable.
enum PathKey {
    /// A path without the version that a release writes into its folders' names.
    ///
    /// The first component of a source distribution (`name-1.2.3/`) and the metadata folders of a wheel
    /// (`name-1.2.3.dist-info/`, `name-1.2.3.data/`) change with every release; everything else stays.
    static func comparable(_ path: String) -> String {
        guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return path }
        let root = path[..<slash]
        let rest = path[slash...]
        for suffix in [".dist-info", ".data", ".egg-info"] where root.hasSuffix(suffix) {
            return "*\(suffix)\(rest)"
        }
        guard let dash = root.lastIndex(of: "-") else { return path }
        guard let first = root[root.index(after: dash)...].utf8.first, isDigit(first) else { return path }
        return "\(root[..<dash])\(rest)"
    }

    /// A comparable path in which runs of digits and of hexadecimal digits are one mark, because build tools write
    /// hashes and interpreter versions into the names of libraries.
    static func withoutBuildMarks(_ path: String) -> String {
        var output: [UInt8] = []
        var run: [UInt8] = []
        func flush() {
            let digits = run.contains { isDigit($0) }
            if digits, run.count >= 6 || run.allSatisfy({ isDigit($0) }) {
                output.append(UInt8(ascii: "#"))
            } else {
                output += run
            }
            run.removeAll(keepingCapacity: true)
        }
        for byte in comparable(path).utf8 {
            if isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) {
                run.append(byte)
            } else {
                flush()
                output.append(byte)
            }
        }
        flush()
        return String(decoding: output, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
