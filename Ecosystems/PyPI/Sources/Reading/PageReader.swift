import SallyportEcosystem
import SallyportModel

/// Reads a project's page in the form in which the upstream sent it.
enum PageReader {
    /// What we ask upstreams for: JSON, because only it has sizes and upload times.
    static let accept = """
        application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01
        """

    static func read(_ document: IndexDocument, of package: Package, limits: SimpleLimits) throws(IndexError)
        -> SimpleIndex
    {
        guard document.body.count <= limits.bytesMax else {
            throw IndexError(
                code: "simple-too-large",
                description: "The page of \(package.name) is larger than \(limits.bytesMax) bytes."
            )
        }
        var page = PageAssembly(package: package, base: document.url, limits: limits)
        let mediaType = document.contentType.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
        switch mediaType {
        case "application/vnd.pypi.simple.v1+json", "application/json":
            try JSONPageReader.read(document.body.span, into: &page)
        case "application/vnd.pypi.simple.v1+html", "text/html":
            try HTMLPageReader.read(document.body.span, into: &page)
        default:
            throw IndexError(
                code: "simple-media-type",
                description: """
                    The upstream answered for \(package.name) with `\(Refusal.printable(document.contentType, bytesMax: 100))`; \
                    a simple index (PEP 503, PEP 691) answers with HTML or JSON. Check the upstream's URL.
                    """
            )
        }
        return page.finish()
    }
}
