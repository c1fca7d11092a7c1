import SallyportEcosystem
import SallyportModel

/// The version of the simple repository API that a page states (PEP 629).
enum APIVersion {
    /// Throws for a version other than 1.x: a client must not guess at an unknown major version.
    static func check(_ text: String, of package: Package) throws(IndexError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWellFormed =
            parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.count <= 9 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }
        guard isWellFormed, Int(parts[0]) == 1 else {
            let stated = Refusal.printable(text, bytesMax: 40)
            throw IndexError(
                code: "simple-api-version",
                description: "The upstream's page for \(package.name) speaks version `\(stated)`; Sallyport knows 1.x."
            )
        }
    }
}
