import SallyportModel

/// Programs of an operating system that fetch or run what they are given.
enum LivingOffTheLand {
    static func look(
        at words: [String],
        program: String,
        in folder: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        let text = words.joined(separator: " ").lowercased()
        let hasAddress = text.contains("http://") || text.contains("https://")
        switch program.lowercased() {
        case "mshta", "regsvr32", "msiexec", "wmic", "installutil", "cmstp":
            if hasAddress { fetches(program, at: offset, &collector) }
            if text.contains("javascript:") || text.contains("vbscript:") { fetches(program, at: offset, &collector) }
            library(words, in: folder, at: offset, &collector)
        case "rundll32":
            if hasAddress || text.contains("javascript:") { fetches(program, at: offset, &collector) }
            library(words, in: folder, at: offset, &collector)
        case "osascript":
            guard text.contains("do shell script") else { return }
            collector.add(.capabilityProcess, "osascript starts a shell", at: offset, .use)
            if hasAddress || text.contains("curl ") { fetches(program, at: offset, &collector) }
        default: return
        }
    }

    private static func fetches(_ program: String, at offset: Int, _ collector: inout FindingsCollector) {
        collector.add(.capabilityNetwork, "\(program) fetches", at: offset, .use)
        let detail = "runs what `\(program)` fetches"
        let steps = [ChainStep(what: detail, offset: offset)]
        collector.add(.chainDownloadExecute, detail, at: offset, .flow, steps: steps)
    }

    /// `rundll32 x.dll,Entry`: a library that is loaded, perhaps one of the package.
    private static func library(
        _ words: [String],
        in folder: String,
        at offset: Int,
        _ collector: inout FindingsCollector
    ) {
        for word in words.dropFirst() where word.lowercased().contains(".dll") || word.lowercased().contains(".ocx") {
            let path = String(word.split(separator: ",").first ?? "").replacing("\\", with: "/")
            collector.add(.capabilityNativeLoading, Excerpt.detail("loads \(path)"), at: offset, .use)
            CommandTargets.addPath(path.contains("/") ? path : "./" + path, nil, in: folder, &collector)
        }
    }
}
