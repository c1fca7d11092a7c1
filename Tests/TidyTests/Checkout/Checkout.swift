import Foundation

/// The files of the checkout that these tests were built from.
enum Checkout {
    /// One file, with its path from the root.
    struct File: Sendable {
        let path: String
        let text: String
        /// For Swift files, what is code; empty for others.
        let code: SwiftCode

        init(path: String, text: String) {
            self.path = path
            self.text = text
            code = SwiftCode(path.hasSuffix(".swift") ? text : "")
        }
    }

    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Folders that hold nothing that we write.
    private static let foreign: Set<String> = [".build", ".git", ".swiftpm", "data", "node_modules", ".venv"]

    /// All files with one of these extensions below these folders, sorted by path; a missing folder holds none.
    static func files(_ extensions: Set<String>, below folders: [String] = [""]) -> [File] {
        folders.flatMap { folder in
            let start = folder.isEmpty ? root : root.appending(path: folder)
            return contents(of: start).filter { extensions.contains($0.pathExtension) }
        }.compactMap { file in
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
            return File(path: path(of: file), text: text)
        }.sorted { $0.path < $1.path }
    }

    /// All Swift files that are ours.
    static let swift = files(["swift"], below: ["Sources", "Ecosystems", "Tests", "Fuzz", "Benchmarks"])

    /// The Swift files that ship.
    static let shipped = swift.filter { Layer(path: $0.path) != nil }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// What git tracks; `nil` where there is no git or no repository.
    static func tracked() -> [String]? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", root.path, "ls-files"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func contents(of folder: URL) -> [URL] {
        var found: [URL] = []
        var pending = [folder]
        while let next = pending.popLast() {
            let entries = try? FileManager.default.contentsOfDirectory(
                at: next,
                includingPropertiesForKeys: [.isDirectoryKey, .isSymbolicLinkKey]
            )
            for entry in entries ?? [] where !foreign.contains(entry.lastPathComponent) {
                let values = try? entry.resourceValues(forKeys: [.isDirectoryKey, .isSymbolicLinkKey])
                guard values?.isSymbolicLink != true else { continue }
                if values?.isDirectory == true { pending.append(entry) } else { found.append(entry) }
            }
        }
        return found
    }

    private static func path(of file: URL) -> String {
        String(file.path.dropFirst(root.path.count + 1))
    }
}
