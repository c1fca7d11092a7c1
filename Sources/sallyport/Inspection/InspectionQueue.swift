/// Inspects files side by side, at most one a core, and hands the results on in the order of the files.
struct InspectionQueue {
    /// Results that wait for an earlier one, for each file in work; more would fill the memory.
    static let waitingPerWorker = 8

    let inspector: FileInspector
    /// Files that are read at once; as many as the machine has cores where it is not said.
    var width: Int?

    typealias Result = Swift.Result<InspectedFile, FileContent.Unreadable>

    /// Runs `body` once for each file, in order, as soon as all files before it are done.
    func run(_ files: [String], _ body: (Result) throws -> Void) async throws {
        // One file needs no thread beside this one.
        if files.count == 1 { return try body(Self.inspected(files[0], by: inspector)) }
        let width = width ?? max(1, Cores.count)
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var waiting: [Int: Result] = [:]
            var started = 0
            var delivered = 0
            while delivered < files.count {
                let limit = min(files.count, delivered + width * Self.waitingPerWorker)
                while started < limit, started - delivered - waiting.count < width {
                    let (index, file, inspector) = (started, files[started], inspector)
                    group.addTask {
                        (index, Self.inspected(file, by: inspector))
                    }
                    started += 1
                }
                guard let (index, result) = try await group.next() else { return }
                waiting[index] = result
                while let result = waiting.removeValue(forKey: delivered) {
                    try body(result)
                    delivered += 1
                }
            }
        }
    }

    private static func inspected(_ file: String, by inspector: FileInspector) -> Result {
        Result { () throws(FileContent.Unreadable) in try inspector.inspect(file) }
    }
}
