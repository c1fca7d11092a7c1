public import SallyportModel

/// An index of many packages at once: RubyGems' `/versions`, and the lists that are made of it.
///
/// It is asked for and kept like any index, under a name that no package can have (``PackageEcosystem/listing``), and offers
/// no artifacts itself. It follows what is visible of those of its packages whose own indexes are kept; of the others it
/// says what the upstream says, and their own indexes and bytes are guarded as ever.
///
/// It is rendered without an address: nothing in it may depend on ``IndexView/mountURL``.
public protocol PackageListing: PackageIndex {
    /// The listing with what clients see of its packages now.
    ///
    /// - Parameters:
    ///   - packages: all that are in memory, each once.
    ///   - isRemembered: whether a package that is not among them is as it was when it last was: what was said of it stays.
    ///   - isOwned: whether a name is the company's own: what an upstream lists under it is not offered.
    func showing(
        _ packages: [ListedPackage],
        isRemembered: (Package) -> Bool,
        isOwned: (Package) -> Bool
    ) -> ListingChange

    /// This listing, read anew, as the one that follows an earlier one, so that clients which have that can append to it;
    /// `nil` when it does not follow it.
    func continuing(_ earlier: any PackageListing) -> (any PackageListing)?

    /// Whether a form is at hand: it waits for none that has to be made of all lines.
    func isAtHand(_ form: IndexForm) -> Bool
}

/// What became of a listing.
public enum ListingChange: Sendable {
    /// It is as it was.
    case none
    /// It knows more, and every client is shown the same as before.
    case unseen(any PackageListing)
    /// Clients are shown something else.
    case seen(any PackageListing)
}

/// What is known of one package of a listing.
public struct ListedPackage: Sendable {
    /// Its own index.
    public let index: any PackageIndex
    /// Changes whenever a client could see a difference.
    public let generation: UInt64
    private let makeView: @Sendable () -> IndexView

    /// Makes a description; the view is made when it is asked for.
    public init(index: any PackageIndex, generation: UInt64, view: @escaping @Sendable () -> IndexView) {
        self.index = index
        self.generation = generation
        makeView = view
    }

    /// What of it is visible; made anew each time.
    public var view: IndexView { makeView() }
}
