import FoundationEssentials
import GRDB
import SallyportModel

/// Values of the model from the columns of a row. A row that gives none was not written by this code: damage.
extension Row {
    func sha256(_ column: String) throws -> Digest {
        guard let data: Data = self[column], let digest = Digest(.sha256, bytes: Array(data)) else {
            throw damage(column)
        }
        return digest
    }

    func package(ecosystem: String = "ecosystem", name: String = "name") throws -> Package {
        guard let type: String = self[ecosystem], let text: String = self[name],
            let package = Package(Ecosystem(rawValue: type), text)
        else { throw damage(name) }
        return package
    }

    func artifact(of package: Package, version: String = "version", filename: String = "filename") throws -> Artifact {
        guard let text: String = self[version], let release = Release(package, text),
            let name: String = self[filename], let artifact = Artifact(release, filename: name)
        else { throw damage(filename) }
        return artifact
    }

    func text(_ column: String) throws -> String {
        guard let text: String = self[column] else { throw damage(column) }
        return text
    }

    func number(_ column: String) throws -> Int {
        guard let number: Int = self[column] else { throw damage(column) }
        return number
    }

    func instant(_ column: String) throws -> Instant {
        guard let instant = optionalInstant(column) else { throw damage(column) }
        return instant
    }

    func optionalInstant(_ column: String) -> Instant? {
        let milliseconds: Int64? = self[column]
        return milliseconds.map(Instant.init(milliseconds:))
    }

    func damage(_ column: String) -> StoreError {
        StoreError(.damaged, "A record's `\(column)` can't be read; restore the database from a backup.")
    }
}
