/// The program's version (semantic versioning); `CHANGELOG.md` says what each holds.
enum Version {
    static let text = "0.1.0"
}
