import SallyportModel

/// The credentials in npm's settings: keys that begin with a registry's URL without its scheme.
///
/// Read are lines `KEY=VALUE`; `;` and `#` begin comments, quotes around a value are dropped, and `${NAME}` stands
/// for the environment's value (npm's documentation of `.npmrc`). The first file that has a key wins.
struct NPMSettings {
    /// Larger files are cut; npm's own hold a few lines.
    static let fileBytesMax = 1_024 * 1_024

    private let environment: [String: String]
    private var values: [String: String] = [:]

    init(environment: [String: String]) {
        self.environment = environment
        for (name, value) in environment where name.lowercased().hasPrefix("npm_config_//") {
            values[String(name.dropFirst("npm_config_".count))] = value
        }
    }

    /// Adds a file's keys that no earlier one has.
    mutating func add(_ text: String) {
        for line in text.prefix(Self.fileBytesMax).split(whereSeparator: \.isNewline) {
            let entry = line.trimmed()
            guard entry.hasPrefix("//"), let sign = entry.firstIndex(of: "=") else { continue }
            let key = String(entry[..<sign].trimmed())
            let value = expanded(unquoted(entry[entry.index(after: sign)...].trimmed()))
            if values[key] == nil, let value { values[key] = value }
        }
    }

    /// The credentials for a registry, looked up from its whole path to its host alone, as npm does.
    func credentials(for url: WebURL) -> UpstreamCredentials? {
        for scope in Self.scopes(of: url) {
            if let token = values["\(scope):_authToken"] { return .bearer(token) }
            if let pair = values["\(scope):_auth"].flatMap(Self.decoded), let colon = pair.firstIndex(of: ":") {
                return .basic(user: String(pair[..<colon]), password: String(pair[pair.index(after: colon)...]))
            }
            if let user = values["\(scope):username"],
                let password = values["\(scope):_password"].flatMap(Self.decoded)
            {
                return .basic(user: user, password: password)
            }
        }
        return nil
    }

    private static func scopes(of url: WebURL) -> [String] {
        let host = String(url.origin.description.drop { $0 != "/" })
        var path = url.path[...]
        var scopes: [String] = []
        while scopes.count < 64 {
            scopes.append(host + path)
            guard let slash = path.lastIndex(of: "/") else { break }
            path = path.hasSuffix("/") ? path[..<slash] : path[...slash]
        }
        return scopes
    }

    private static func decoded(_ text: String) -> String? {
        Base64.decode(text).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private func unquoted(_ text: Substring) -> Substring {
        guard text.count >= 2, let mark = text.first, mark == "\"" || mark == "'", text.last == mark else {
            return text
        }
        return text.dropFirst().dropLast()
    }

    /// `nil` when the environment lacks a name: a token with a hole is none.
    private func expanded(_ text: Substring) -> String? {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(of: "$") {
            result += rest[..<start]
            rest = rest[start...]
            guard rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") else {
                result += "$"
                rest = rest.dropFirst()
                continue
            }
            guard let value = environment[String(rest[..<end].dropFirst(2))] else { return nil }
            result += value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
