/// One clause of a version specifier: `>=1.2`, `==1.4.*`, `~=2.2`, `===1.0+downstream`.
///
/// Follows the living "Version specifiers" specification (PEP 440) as the `packaging` library applies it.
public struct PythonSpecifier: Hashable, Sendable, CustomStringConvertible {
    /// How a version is compared.
    public enum Operator: String, Hashable, Sendable, CaseIterable {
        /// The same text.
        case identical = "==="
        /// Compatible with: at least this, and the same prefix.
        case compatible = "~="
        /// The same version; a local part is ignored unless given.
        case equal = "=="
        /// Not the same version.
        case notEqual = "!="
        /// This version or an older one.
        case atMost = "<="
        /// This version or a newer one.
        case atLeast = ">="
        /// Older, and no pre-release of this version.
        case below = "<"
        /// Newer, and no post-release or local version of this version.
        case above = ">"
    }

    /// How a version is compared.
    public let comparison: Operator
    /// The text behind the operator.
    let text: String
    /// What is compared with; with a wildcard only its epoch and release count.
    let version: PythonVersion
    let hasWildcard: Bool

    /// Reads one clause; `nil` when it is none.
    public init?(_ clause: String) {
        let trimmed = Self.trimmed(clause[...])
        guard trimmed.utf8.count <= PythonVersion.textBytesMax + 3,
            let comparison = Operator.allCases.first(where: { trimmed.hasPrefix($0.rawValue) })
        else { return nil }
        let rest = Self.trimmed(trimmed.dropFirst(comparison.rawValue.count))
        guard let operand = Operand(rest, of: comparison) else { return nil }
        self.comparison = comparison
        text = String(rest)
        version = operand.version
        hasWildcard = operand.hasWildcard
    }

    /// Whether the version satisfies this clause; whether pre-releases are wanted is the set's business.
    public func matches(_ candidate: PythonVersion) -> Bool {
        switch comparison {
        case .identical: candidate.description.lowercased() == text.lowercased()
        case .equal: isEqual(candidate)
        case .notEqual: !isEqual(candidate)
        case .compatible: candidate.publicPart >= version && hasPrefix(candidate, version.release.dropLast())
        case .atMost: candidate.publicPart <= version
        case .atLeast: candidate.publicPart >= version
        case .below: isBelow(candidate)
        case .above: isAbove(candidate)
        }
    }

    /// The clause without white space.
    public var description: String { comparison.rawValue + text }

    /// Whether this clause by itself asks for pre-releases, by naming one.
    var asksForPrereleases: Bool {
        guard comparison != .notEqual, !hasWildcard else { return false }
        return version.isPrerelease
    }

    private func isEqual(_ candidate: PythonVersion) -> Bool {
        if hasWildcard { return hasPrefix(candidate, version.release[...]) }
        return (version.local.isEmpty ? candidate.publicPart : candidate) == version
    }

    private func hasPrefix(_ candidate: PythonVersion, _ prefix: ArraySlice<VersionNumber>) -> Bool {
        guard candidate.epoch == version.epoch else { return false }
        for (index, number) in prefix.enumerated() {
            let other = index < candidate.release.count ? candidate.release[index] : .zero
            guard number == other else { return false }
        }
        return true
    }

    private func isBelow(_ candidate: PythonVersion) -> Bool {
        guard candidate < version else { return false }
        guard !version.isPrerelease, candidate.isPrerelease else { return true }
        var earliest = version.publicPart
        earliest.development = .zero
        return candidate < earliest
    }

    private func isAbove(_ candidate: PythonVersion) -> Bool {
        guard candidate > version else { return false }
        if version.post == nil, candidate.post != nil {
            var base = candidate.publicPart
            base.post = nil
            base.development = nil
            if base == version { return false }
        }
        return candidate.local.isEmpty || candidate.publicPart != version
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace: (Character) -> Bool = { $0.isASCII && $0.isWhitespace }
        var rest = text.drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
        return rest
    }
}

/// What stands behind an operator, checked for what that operator allows.
private struct Operand {
    let version: PythonVersion
    let hasWildcard: Bool

    init?(_ text: Substring, of comparison: PythonSpecifier.Operator) {
        if comparison == .identical {
            let isOpaque = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != ";" && $0 != ")" }
            guard isOpaque else { return nil }
            version = PythonVersion(String(text)) ?? PythonVersion()
            hasWildcard = false
            return
        }
        if comparison == .equal || comparison == .notEqual, text.hasSuffix(".*") {
            var parser = PythonVersionParser(String(text))
            guard let numbers = parser.releaseNumbers(), parser.remains(".*") else { return nil }
            version = numbers
            hasWildcard = true
            return
        }
        guard let version = PythonVersion(String(text)) else { return nil }
        let allowsLocal = comparison == .equal || comparison == .notEqual
        guard allowsLocal || version.local.isEmpty else { return nil }
        guard comparison != .compatible || version.release.count > 1 else { return nil }
        self.version = version
        hasWildcard = false
    }
}
