import SallyportModel
import Testing

/// One inert attack: what it does, which chain must be seen, and the package.
struct Attack: Sendable, CustomTestStringConvertible {
    let title: String
    let code: FactCode
    let scripts: [String: String]
    let files: [String: String]

    init(_ title: String, _ code: FactCode, scripts: [String: String] = [:], files: [String: String]) {
        self.title = title
        self.code = code
        self.scripts = scripts
        self.files = files
    }

    var testDescription: String { title }
}

/// One honest package that must stay quiet.
struct Honest: Sendable, CustomTestStringConvertible {
    let title: String
    let scripts: [String: String]
    let files: [String: String]

    init(_ title: String, scripts: [String: String] = [:], files: [String: String]) {
        self.title = title
        self.scripts = scripts
        self.files = files
    }

    var testDescription: String { title }
}
