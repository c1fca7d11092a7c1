import SallyportEcosystem

/// The documents that are made of the list of all gems, by their paths.
enum ListingForm: String, CaseIterable {
    case versions
    case names
    case specs = "specs.4.8.gz"
    case latestSpecs = "latest_specs.4.8.gz"
    case prereleaseSpecs = "prerelease_specs.4.8.gz"

    var indexForm: IndexForm { IndexForm(rawValue) }
}
