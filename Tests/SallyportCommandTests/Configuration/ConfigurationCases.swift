import Testing

@testable import sallyport

/// Files that are refused.
enum ConfigurationCases {
    struct Refused: Sendable, CustomTestStringConvertible {
        let yaml: String
        let code: ConfigurationError.Code
        let line: Int
        let column: Int
        let says: String

        init(_ yaml: String, _ code: ConfigurationError.Code, _ line: Int, _ column: Int, _ says: String) {
            self.yaml = yaml
            self.code = code
            self.line = line
            self.column = column
            self.says = says
        }

        var testDescription: String { "\(code.rawValue): \(says)" }
    }

    static let refused: [Refused] = [
        Refused("lisen: 127.0.0.1:1\n", .unknownKey, 1, 1, "did you mean `listen`?"),
        Refused("data: .\ncolour: red\n", .unknownKey, 2, 1, "its keys are `listen`"),
        Refused("upstreams:\n  nmp: { url: \"http://a.invalid\" }\n", .unknownKey, 2, 3, "did you mean `npm`?"),
        Refused("upstreams:\n  npm: { ulr: x }\n", .unknownKey, 2, 10, "did you mean `url`?"),
        Refused("log: { levle: info }\n", .unknownKey, 1, 8, "did you mean `level`?"),
        Refused("listen: a:1\nlisten: a:2\n", .duplicateKey, 1, 1, "`listen` stands twice"),
        Refused(
            "upstreams:\n  npm: { url: \"http://a.invalid\" }\n  npm: { url: \"http://b.invalid\" }\n",
            .duplicateKey,
            2,
            3,
            "exactly one origin"
        ),
        Refused("- listen\n", .wrongType, 1, 1, "a configuration is a map"),
        Refused("listen\n", .wrongType, 1, 1, "not `listen`"),
        Refused("listen: [a]\n", .wrongType, 1, 9, "takes one value such as `127.0.0.1:7259`, not a list"),
        Refused("listen:\n", .wrongType, 1, 8, "not nothing"),
        Refused("upstreams: http://a.invalid\n", .wrongType, 1, 12, "`upstreams` is a map"),
        Refused("upstreams: { npm: \"http://a.invalid\" }\n", .wrongType, 1, 19, "the upstream `npm` is a map"),
        Refused("owned: pkg:npm/a\n", .wrongType, 1, 8, "takes a list"),
        Refused("upstreams: { npm: {} }\n", .missingKey, 1, 19, "has no `url`"),
        Refused("listen: 7259\n", .badValue, 1, 9, "write `HOST:PORT`"),
        Refused("listen: localhost:65536\n", .badValue, 1, 9, "write `HOST:PORT`"),
        Refused("listen: ::1:7259\n", .badValue, 1, 9, "write `HOST:PORT`"),
        Refused("listen: http://localhost:7259\n", .badValue, 1, 9, "write `HOST:PORT`"),
        Refused("url: packages.example.invalid\n", .badValue, 1, 6, "write it with `https://`"),
        Refused("url: https://a.invalid/?x\n", .badValue, 1, 6, "without user"),
        Refused("log: { format: xml }\n", .badValue, 1, 16, "one of `text`, `json`"),
        Refused("log: { level: inf }\n", .badValue, 1, 15, "did you mean `info`?"),
        Refused("upstreams: { npm: { url: \"ftp://a.invalid\" } }\n", .badValue, 1, 26, "begin the upstream's URL"),
        Refused(
            "upstreams: { npm: { url: \"http://u@a.invalid\", token: t } }\n",
            .badValue,
            1,
            26,
            "not both"
        ),
        Refused("owned: [\"@acme/*\"]\n", .badValue, 1, 9, "write `pkg:npm/@acme/*`"),
        Refused("owned: [\"pkg:npm/a@1.0.0\"]\n", .badValue, 1, 9, "without a version"),
        Refused("owned: [\"pkg:npm/*a*\"]\n", .badValue, 1, 9, "at its end alone"),
        Refused("owned: [\"pkg:npm/a\", \"pkg:npm/a\"]\n", .ambiguousOwner, 1, 22, "name the same packages"),
        Refused("owned: [\"pkg:npm/@a/b\", \"pkg:npm/@a/*\"]\n", .ambiguousOwner, 1, 25, "keep the wider one"),
        Refused("data: ./none/data\n", .unreachable, 1, 7, "does not exist; make it first"),
        Refused("data: x\npolicy: ./none.yaml\n", .unreachable, 2, 9, "none.yaml` does not exist"),
        Refused(
            "upstreams: { npm: { url: \"http://a.invalid\", ca: none.pem } }\n",
            .unreachable,
            1,
            50,
            "certificate authorities"
        ),
        Refused("listen: [\n", .syntax, 2, 1, "no YAML"),
        Refused("listen: a:1\n---\nlisten: b:1\n", .syntax, 2, 1, "YAML"),
    ]
}
