import SallyportModel

/// The rules for what surrounds a release: its index, its name, what is new around it.
///
/// Honest projects are handed over, sleep for years, and mend four lines in an hour. So each of these is noted alone, and
/// holds together with something new in the content, which a takeover needs as well.
enum SurroundingRules {
    static let all = [
        publisherChanged, publisherNews, provenanceLost, provenanceNews, releaseOdd, releaseOddNews, nameLookalike,
        nameImitation, dependencyYoung, dependencyImitation,
    ]

    static let publisherChanged = Rule(
        "publisher-changed",
        "published by somebody new",
        .admit,
        .low,
        sentence: "was published by somebody new{details}",
        review: "Projects are handed over, and accounts are stolen. See whether the project itself speaks of it.",
        patterns: [
            FactPattern("index.publisher-changed"),
            FactPattern("index.workflow-lost", sentence: "was published by an account, not by a workflow{details}"),
            FactPattern("index.maintainer-added", sentence: "can be published by more people than before{details}"),
        ],
        echoes: ["publisher-news"]
    )

    static let publisherNews = Rule(
        "publisher-news",
        "published by somebody new, and does something new",
        .hold,
        .high,
        sentence: "was published by somebody new, and does something that it did not do{details}",
        review: """
            A stolen account publishes one release, and that one brings what the thief needs. Ask the project whether it \
            was them before you admit it.
            """,
        patterns: news(beside: ["index.publisher-changed", "index.workflow-lost"])
    )

    static let provenanceLost = Rule(
        "provenance-lost",
        "no provenance, or another one, where the releases before had it",
        .admit,
        .medium,
        sentence: "has no provenance, which the releases before it had{details}",
        review:
            "It was not built where the others were. That is how a release looks that was made with a stolen token.",
        patterns: [
            FactPattern("index.provenance-lost"),
            FactPattern(
                "index.provenance-changed",
                sentence: "was built elsewhere than the releases before it{details}"
            ),
        ],
        echoes: ["provenance-news"]
    )

    static let provenanceNews = Rule(
        "provenance-news",
        "lost provenance, and does something new",
        .hold,
        .high,
        sentence: "has lost its provenance, and does something that it did not do{details}",
        review: "The releases before were built in public; this one was not, and its content is where it differs.",
        patterns: news(beside: ["index.provenance-lost", "index.provenance-changed"])
    )

    static let releaseOdd = Rule(
        "release-odd",
        "appeared after long silence, together with many, or with a leap in numbers",
        .admit,
        .low,
        sentence: "appeared in an unusual way{details}",
        review: "Honest releases do so as well. It is evidence beside what the content shows.",
        patterns: [
            FactPattern("index.dormant", sentence: "appeared after more than a year of silence{details}"),
            FactPattern("index.lines-burst", sentence: "appeared with releases of other lines{details}"),
            FactPattern("index.burst", sentence: "appeared together with many others{details}"),
            FactPattern("index.version-jump", sentence: "leaves numbers out{details}"),
        ],
        echoes: ["release-odd-news"]
    )

    static let releaseOddNews = Rule(
        "release-odd-news",
        "appeared in an unusual way, and brings what attacks bring",
        .hold,
        .high,
        sentence: "appeared in an unusual way, and brings what attacks bring{details}",
        review: "All lines at once, or a project that slept for a year: whoever steals an account reaches for both.",
        patterns: ["index.dormant", "index.lines-burst", "index.version-jump"].map { code in
            FactPattern(code, beside: .change(strongNews))
        }
    )

    static let nameLookalike = Rule(
        "name-lookalike",
        "a name close to a widely used one, or to one of yours",
        .admit,
        .low,
        sentence: "has a name that could be taken for another{details}",
        review: "See whether it is the package that was meant.",
        patterns: [
            FactPattern("index.name-lookalike"),
            FactPattern(
                "dependency.name-lookalike",
                sentence: "adds a dependency whose name could be taken for another{details}"
            ),
        ],
        echoes: ["name-imitation", "dependency-imitation"]
    )

    static let nameImitation = Rule(
        "name-imitation",
        "a newcomer with a name close to another, that runs or steals",
        .hold,
        .high,
        sentence: "has a name that could be taken for another, and does what imitations do{details}",
        review: "Nobody has used it here before. Find out whether it, or the other one, was meant.",
        patterns: [
            FactPattern(
                "index.name-lookalike",
                from: .newcomer,
                beside: .package(imitating, reach: .load ... .install)
            ),
            FactPattern(
                "index.name-lookalike",
                from: .newcomer,
                naming: ["own"],
                sentence: "has a name close to one of your own{details}"
            ),
        ]
    )

    static let dependencyYoung = Rule(
        "dependency-young",
        "new dependency that is days old",
        .admit,
        .low,
        sentence: "adds a dependency that is days old{details}",
        review: "It passes this gate on its own account, with its own cooldown.",
        patterns: [FactPattern("index.new-dependency-young")],
        echoes: ["dependency-imitation"]
    )

    static let dependencyImitation = Rule(
        "dependency-imitation",
        "new dependency that is days old, unused or named like another: two of the three",
        .hold,
        .high,
        sentence: "adds a dependency as attacks do{details}",
        review: """
            Takeovers that change no line of code add one dependency, made for them days before under a name that looks \
            known. Ask what it is for.
            """,
        patterns: [
            FactPattern("index.new-dependency-young", beside: .subject(["dependency.unused"])),
            FactPattern("index.new-dependency-young", beside: .subject(["dependency.name-lookalike"])),
            FactPattern("dependency.name-lookalike", beside: .subject(["dependency.unused"])),
            FactPattern(
                "dependency.unused",
                from: .newcomer,
                beside: .package(["index.publisher-changed", "index.workflow-lost"], reach: .shipped ... .install),
                .package(["index.dormant", "index.version-jump", "index.lines-burst"], reach: .shipped ... .install)
            ),
        ]
    )

    /// What a newcomer under another's name does when it is an imitation.
    private static let imitating = FactGroups.chains + FactGroups.machinery + ["hook.declared"]

    /// What hardly any honest release brings.
    private static let strongNews = [
        "delta.hook-added", "delta.hook-changed", "delta.native-added", "delta.url-dependency-added",
        "delta.planted-added", "delta.hiding-added",
    ]

    /// Each code beside strong news, or beside a new capability that reaches out of the program.
    private static func news(beside codes: [String]) -> [FactPattern] {
        codes.flatMap { code in
            [
                FactPattern(code, beside: .change(strongNews)),
                FactPattern(
                    code,
                    beside: .change(FactGroups.beginnings, naming: FactGroups.names(FactGroups.doing))
                ),
            ]
        }
    }
}
