import SallyportEcosystem

/// The forms of a simple page (PEP 503, PEP 691).
enum SimpleForm: String, Sendable, CaseIterable {
    /// JSON.
    case json
    /// HTML under its versioned media type.
    case versionedHTML = "html-v1"
    /// HTML as browsers and old clients ask for it.
    case html

    /// The media type of the answer. It is never `latest`: an answer names its version (PEP 691).
    var contentType: String {
        switch self {
        case .json: "application/vnd.pypi.simple.v1+json"
        case .versionedHTML: "application/vnd.pypi.simple.v1+html"
        case .html: "text/html; charset=utf-8"
        }
    }

    /// The media type under which it is asked for.
    private var mediaType: String {
        self == .html ? "text/html" : contentType
    }

    /// The name for whatever version is newest; it counts only where it is written out.
    private var latestType: String? {
        switch self {
        case .json: "application/vnd.pypi.simple.latest+json"
        case .versionedHTML: "application/vnd.pypi.simple.latest+html"
        case .html: nil
        }
    }

    var indexForm: IndexForm { IndexForm(rawValue) }

    /// The fields of an answer in this form. Clients ask again each time: a decision must not wait for a cache.
    var headers: [Header] {
        [Header("content-type", contentType), Header("vary", "Accept"), Header("cache-control", "no-cache")]
    }

    /// The form that a client wants most, JSON before HTML where it wants both as much; plain HTML when it does not care,
    /// as PEP 691 recommends; `nil` when it accepts none.
    static func wanted(by accept: AcceptHeader) -> SimpleForm? {
        if accept.isEmpty { return .html }
        var best: (form: SimpleForm, preference: AcceptHeader.Preference)?
        for form in allCases {
            guard let preference = form.preference(in: accept), preference.weight > 0 else { continue }
            if preference.weight > best?.preference.weight ?? 0 { best = (form, preference) }
        }
        guard let best else { return nil }
        // Chosen by `*/*` alone: that client said nothing about simple pages.
        return best.preference.isNamed ? best.form : .html
    }

    private func preference(in accept: AcceptHeader) -> AcceptHeader.Preference? {
        let named = accept.preference(for: mediaType)
        let latest = latestType.flatMap(accept.preference(for:))
        guard let latest, latest.isExact, latest.weight > named?.weight ?? 0 else { return named }
        return latest
    }
}
