import SallyportEcosystem

/// The list of all projects: empty, because pip and uv never ask for it, and a proxy has no honest way to know it.
enum ProjectList {
    static func answer(_ form: SimpleForm) -> Answer {
        let body =
            switch form {
            case .json: #"{"meta":{"api-version":"\#(SimpleRepository.apiVersion)"},"projects":[]}"#
            case .html, .versionedHTML:
                """
                <!DOCTYPE html>
                <html>
                <head><meta charset="utf-8"><meta name="pypi:repository-version" content="\(SimpleRepository.apiVersion)">\
                <title>Simple index</title></head>
                <body>
                <p>Sallyport lists no projects; it serves the page of each project by its name.</p>
                </body>
                </html>

                """
            }
        return Answer(status: 200, headers: form.headers, body: Array(body.utf8))
    }
}

/// What we speak.
enum SimpleRepository {
    /// The version of the simple repository API whose features the pages use (PEP 629).
    static let apiVersion = "1.4"
}
