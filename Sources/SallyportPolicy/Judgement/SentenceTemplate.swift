import SallyportModel

/// Sentences from templates: `{name}` stands for a particular of the evidence.
///
/// The result is one line of printable ASCII, whatever the evidence holds: it goes to terminals, HTTP reason phrases
/// and logs. What a package puts into a detail is never read as a placeholder.
enum SentenceTemplate {
    /// Longest sentence, in bytes.
    static let bytesMax = 320

    /// Fills a template; an unknown placeholder becomes nothing.
    static func fill(_ template: String, _ values: [String: String]) -> String {
        var sentence = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            sentence += rest[..<open]
            sentence += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return plain(sentence + rest, bytesMax: bytesMax)
    }

    /// The particulars of a fact.
    static func values(of fact: Fact) -> [String: String] {
        let detail = fact.detail
        let path = fact.place?.path ?? ""
        return [
            "detail": detail,
            "details": detail.isEmpty ? "" : ": \(detail)",
            "particular": particular(detail),
            "kind": detail.isEmpty || detail == path ? "" : " (\(detail))",
            "path": path.isEmpty ? (detail.isEmpty ? "a file" : detail) : path,
            "at": path.isEmpty ? "" : " in \(path)\(fact.place?.line.map { ":\($0)" } ?? "")",
            "hook": hook(detail),
        ]
    }

    /// `: ~/.netrc` of `capability.credential-file: ~/.netrc`.
    private static func particular(_ detail: String) -> String {
        detail.firstIndex(of: ":").map { String(detail[$0...]) } ?? ""
    }

    /// Scripts by which npm runs something at installation; all other triggers are called hooks.
    private static let scripts: Set<String> = [
        "preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare",
    ]

    /// `postinstall: node steal.js` as `a postinstall script: node steal.js`.
    private static func hook(_ detail: String) -> String {
        guard let colon = detail.firstIndex(of: ":"), colon != detail.startIndex else {
            return detail.isEmpty ? "an install hook" : "an install hook: \(detail)"
        }
        let trigger = String(detail[..<colon])
        let article = "aeiou".contains(trigger.prefix(1)) ? "an" : "a"
        return "\(article) \(trigger) \(scripts.contains(trigger) ? "script" : "hook")\(detail[colon...])"
    }

    /// Printable ASCII on one line: blanks for control characters of layout, `\u{…}` for all else, cut at the limit.
    static func plain(_ text: String, bytesMax: Int) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E: bytes.append(UInt8(scalar.value))
            case 0x09...0x0D: bytes.append(UInt8(ascii: " "))
            default: bytes += "\\u{\(String(scalar.value, radix: 16))}".utf8
            }
            guard bytes.count <= bytesMax else {
                return String(decoding: bytes.prefix(bytesMax - 3), as: UTF8.self) + "..."
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
