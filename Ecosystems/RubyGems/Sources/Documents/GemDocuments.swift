import SallyportEcosystem
import SallyportLexing
import SallyportModel

/// What the registry's JSON interface says of a gem, as far as the index tells it, and of visible versions alone.
struct GemDocuments {
    let index: GemIndex
    let view: IndexView

    /// `/api/v1/gems/NAME.json`: the newest visible version.
    func gem() -> Answer {
        guard let position = newest() else { return withheld() }
        let line = index.line(position)
        let artifact = index.artifacts[position].artifact
        var object = JSONObject()
        object.add("name", index.package.name)
        object.add("version", line.version.description)
        object.add("platform", line.platform ?? GemPlatform.ruby)
        object.add("sha", line.checksum.hex)
        if let time = index.artifacts[position].publishedAt { object.add("version_created_at", time.description) }
        object.add("gem_uri", "\(view.mountURL)/gems/\(artifact.filename)")
        object.addRaw("dependencies", Self.dependencies(line))
        return GemAnswers.json(200, object.bytes)
    }

    /// What is said of a gem of which nothing is visible: that it is there, and why it can't be had.
    private func withheld() -> Answer {
        var object = JSONObject()
        object.add("name", index.package.name)
        object.addRaw("version", Array("null".utf8))
        let reasons = index.artifacts.indices.lazy.compactMap { reason(at: $0) }.prefix(Self.reasonsMax)
        object.add("info", reasons.joined(separator: " "))
        return GemAnswers.json(200, object.bytes)
    }

    private func reason(at position: Int) -> String? {
        guard view.standings.indices.contains(position), case .withheld(let reason) = view.standings[position] else {
            return nil
        }
        return reason
    }

    /// Reasons that are named where nothing is visible.
    private static let reasonsMax = 8

    /// `/api/v1/versions/NAME.json`: all visible versions, the newest first.
    func versions() -> Answer {
        var text: [UInt8] = [UInt8(ascii: "[")]
        for position in visible().sorted(by: precedes) {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            text += version(position)
        }
        text.append(UInt8(ascii: "]"))
        return GemAnswers.json(200, text)
    }

    /// `/api/v1/versions/NAME/latest.json`: the number of the newest version.
    func latest() -> Answer {
        var object = JSONObject()
        object.add("version", newest().map { index.line($0).version.description } ?? "unknown")
        return GemAnswers.json(200, object.bytes)
    }

    private func visible() -> [Int] { index.artifacts.indices.filter(view.isVisible) }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (index.line(one), index.line(other))
        return left.version == right.version ? one < other : left.version > right.version
    }

    /// Of the newest version the gem that runs anywhere, if there is one; a pre-release only where there is nothing else.
    private func newest() -> Int? {
        let sorted = visible().sorted(by: precedes)
        guard let first = sorted.first(where: { !index.line($0).version.isPrerelease }) ?? sorted.first else {
            return nil
        }
        let version = index.line(first).version
        return sorted.first { index.line($0).version == version && index.line($0).platform == nil } ?? first
    }

    private func version(_ position: Int) -> [UInt8] {
        let line = index.line(position)
        var object = JSONObject()
        object.add("number", line.version.description)
        object.add("platform", line.platform ?? GemPlatform.ruby)
        object.addRaw("prerelease", Array((line.version.isPrerelease ? "true" : "false").utf8))
        if let time = index.artifacts[position].publishedAt { object.add("created_at", time.description) }
        object.add("sha", line.checksum.hex)
        if let ruby = line.requiredRuby { object.add("ruby_version", Self.spoken(ruby)) }
        if let rubygems = line.requiredRubyGems { object.add("rubygems_version", Self.spoken(rubygems)) }
        return object.bytes
    }

    private static func dependencies(_ line: InfoLine) -> [UInt8] {
        var text = Array(#"{"development":[],"runtime":["#.utf8)
        for (number, dependency) in line.dependencies.enumerated() {
            if number > 0 { text.append(UInt8(ascii: ",")) }
            var object = JSONObject()
            object.add("name", dependency.name)
            object.add("requirements", spoken(dependency.ranges))
            text += object.bytes
        }
        return text + Array("]}".utf8)
    }

    /// `>= 1&< 3` as people write it.
    private static func spoken(_ ranges: String) -> String { ranges.split(separator: "&").joined(separator: ", ") }
}

/// A JSON object that is written from the front to the back.
struct JSONObject {
    private var text: [UInt8] = [UInt8(ascii: "{")]

    var bytes: [UInt8] { text + [UInt8(ascii: "}")] }

    mutating func add(_ name: String, _ value: String) {
        begin(name)
        JSONText.appendEscaped(value, to: &text)
    }

    /// A value that is JSON already.
    mutating func addRaw(_ name: String, _ value: [UInt8]) {
        begin(name)
        text += value
    }

    private mutating func begin(_ name: String) {
        if text.count > 1 { text.append(UInt8(ascii: ",")) }
        JSONText.appendEscaped(name, to: &text)
        text.append(UInt8(ascii: ":"))
    }
}
