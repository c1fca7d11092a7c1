import SallyportModel

/// The line of a version that is withheld: it asks for a version of RubyGems that cannot be, whose name is the reason.
///
/// A line that is left out makes clients say that there is no such version, or that its author removed it. One that asks for
/// what nobody has is passed over by a range, and who wants just that version is told what it asks for:
/// `demo-1.1.0 requires rubygems version = 0.Held.by.Sallyport...`. gem asks for the specification first, and prints the
/// reason of its refusal in full.
enum WithheldLine {
    /// What the version asks for begins so; nothing that anyone has is equal to it.
    static let beginning = "= 0."

    /// Longest reason within the requirement, in bytes.
    static let reasonBytesMax = 200

    static func text(_ line: InfoLine, because reason: String) -> [UInt8] {
        let dependencies = line.dependencies.map { "\($0.name):\($0.ranges)" }.joined(separator: ",")
        var stated = ["checksum:\(line.checksum.hex)"]
        if let ruby = line.requiredRuby { stated.append("ruby:\(ruby)") }
        stated.append("rubygems:\(requirement(reason))")
        if let time = line.createdAt { stated.append("created_at:\(time)") }
        return Array("\(line.label) \(dependencies)|\(stated.joined(separator: ","))\n".utf8)
    }

    /// A sentence in the letters, digits and points of a version: `= 0.Held.by.Sallyport.demo.1.1.0.reads.credentials`.
    static func requirement(_ reason: String) -> String {
        let sentence = reason.prefix { $0 != ";" }
        let words = sentence.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var text = String(beginning.dropLast())
        for word in words.isEmpty ? ["held"] : words {
            let room = reasonBytesMax - text.utf8.count - 1
            guard room > 0 else { break }
            text += ".\(word.prefix(room))"
            guard word.utf8.count <= room else { break }
        }
        return text
    }
}
