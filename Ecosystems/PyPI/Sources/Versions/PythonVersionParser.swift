/// Reads versions from the front to the back, each optional part as long as it goes (PEP 440, appendix B).
struct PythonVersionParser {
    private let bytes: [UInt8]
    private(set) var position = 0

    /// Letter case and white space around the text have no meaning.
    init(_ text: String) {
        let folded = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard let first = folded.firstIndex(where: { !isSpace($0) }),
            let last = folded.lastIndex(where: { !isSpace($0) })
        else {
            bytes = []
            return
        }
        bytes = Array(folded[first...last])
    }

    /// The version that the whole text is; `nil` when something is left over.
    mutating func wholeVersion() -> PythonVersion? {
        guard let version = version(allowsLocal: true), position == bytes.count else { return nil }
        return version
    }

    mutating func version(allowsLocal: Bool) -> PythonVersion? {
        guard var version = releaseNumbers() else { return nil }
        version.prerelease = prerelease()
        version.post = post()
        version.development = development()
        if allowsLocal, take("+") {
            guard let parts = localParts() else { return nil }
            version.local = parts
        }
        return version
    }

    /// The epoch and the release, which every version begins with, and a specifier with a wildcard consists of.
    mutating func releaseNumbers() -> PythonVersion? {
        var version = PythonVersion()
        _ = take("v")
        guard var number = number() else { return nil }
        if take("!") {
            version.epoch = number
            guard let first = self.number() else { return nil }
            number = first
        }
        version.release = [number]
        while isDigit(at: position + 1), take(".") {
            guard let next = self.number() else { return nil }
            version.release.append(next)
        }
        return version
    }

    /// Whether exactly this text is left.
    func remains(_ text: String) -> Bool {
        bytes[position...].elementsEqual(text.utf8)
    }

    private mutating func prerelease() -> PythonVersion.Prerelease? {
        let start = position
        takeSeparator()
        let phase: PythonVersion.Phase
        if take("alpha") || take("a") {
            phase = .alpha
        } else if take("beta") || take("b") {
            phase = .beta
        } else if take("preview") || take("pre") || take("c") || take("rc") {
            phase = .candidate
        } else {
            position = start
            return nil
        }
        takeSeparator()
        return PythonVersion.Prerelease(phase: phase, number: number() ?? .zero)
    }

    private mutating func post() -> VersionNumber? {
        if isDigit(at: position + 1), take("-") { return number() }
        return labelled { $0.take("post") || $0.take("rev") || $0.take("r") }
    }

    private mutating func development() -> VersionNumber? {
        labelled { $0.take("dev") }
    }

    /// A label between optional separators, then a number or nothing for 0; moves nowhere without the label.
    private mutating func labelled(_ label: (inout PythonVersionParser) -> Bool) -> VersionNumber? {
        let start = position
        takeSeparator()
        guard label(&self) else {
            position = start
            return nil
        }
        takeSeparator()
        return number() ?? .zero
    }

    private mutating func localParts() -> [PythonVersion.LocalPart]? {
        var parts: [PythonVersion.LocalPart] = []
        repeat {
            let start = position
            while position < bytes.count, isDigit(at: position) || isLetter(at: position) { position += 1 }
            guard position > start else { return nil }
            let part = bytes[start..<position]
            let isNumber = part.allSatisfy { (0x30...0x39).contains($0) }
            parts.append(
                isNumber ? .number(VersionNumber(digits: part)) : .word(String(decoding: part, as: UTF8.self))
            )
        } while takeSeparator()
        return parts
    }

    private mutating func number() -> VersionNumber? {
        let start = position
        while isDigit(at: position) { position += 1 }
        return position > start ? VersionNumber(digits: bytes[start..<position]) : nil
    }

    private mutating func take(_ text: String) -> Bool {
        guard bytes[position...].starts(with: text.utf8) else { return false }
        position += text.utf8.count
        return true
    }

    @discardableResult
    private mutating func takeSeparator() -> Bool {
        take(".") || take("_") || take("-")
    }

    private func isDigit(at index: Int) -> Bool {
        index < bytes.count && (0x30...0x39).contains(bytes[index])
    }

    private func isLetter(at index: Int) -> Bool {
        index < bytes.count && (0x61...0x7A).contains(bytes[index])
    }
}
