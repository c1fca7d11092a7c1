import Foundation

/// Finds links in documents that lead nowhere in the checkout.
enum MarkdownLinks {
    /// Targets of inline links and images outside of code, in order.
    static func targets(in text: String) -> [String] {
        var targets: [String] = []
        var isFenced = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.drop(while: { $0 == " " }).hasPrefix("```") {
                isFenced.toggle()
                continue
            }
            guard !isFenced else { continue }
            var rest = withoutCode(String(line))[...]
            while let start = rest.range(of: "](") {
                rest = rest[start.upperBound...]
                guard let end = rest.firstIndex(of: ")") else { break }
                let target = rest[..<end].split(separator: " ").first ?? ""
                targets.append(target.trimmingCharacters(in: CharacterSet(charactersIn: "<>")))
                rest = rest[end...]
            }
        }
        return targets
    }

    /// The anchors that headings make, as GitHub does.
    static func anchors(in text: String) -> Set<String> {
        var anchors: Set<String> = []
        var isFenced = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("```") { isFenced.toggle() }
            guard !isFenced, line.hasPrefix("#") else { continue }
            let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
            let kept = title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
            anchors.insert(kept.replacingOccurrences(of: " ", with: "-"))
        }
        return anchors
    }

    /// Links of one document that do not resolve. `text` answers the text of a file of the checkout, empty for what is
    /// no text; `nil` where there is nothing.
    static func broken(in document: String, at path: String, text: (String) -> String?) -> [String] {
        targets(in: document).filter { target in
            guard !target.isEmpty, !target.contains("://"), !target.hasPrefix("mailto:") else { return target.isEmpty }
            let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let file = parts[0].isEmpty ? path : resolve(String(parts[0]), from: path)
            guard let file, let content = parts[0].isEmpty ? document : text(file) else { return true }
            guard parts.count == 2, file.hasSuffix(".md") else { return false }
            return !anchors(in: content).contains(String(parts[1]))
        }
    }

    /// A relative path from the folder of a document; `nil` when it leads out of the checkout.
    private static func resolve(_ target: String, from path: String) -> String? {
        var parts = target.hasPrefix("/") ? [] : path.split(separator: "/").dropLast().map(String.init)
        for part in target.split(separator: "/") where part != "." {
            if part == ".." {
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    private static func withoutCode(_ line: String) -> String {
        var kept = ""
        var isCode = false
        for character in line {
            if character == "`" { isCode.toggle() } else if !isCode { kept.append(character) }
        }
        return kept
    }
}
