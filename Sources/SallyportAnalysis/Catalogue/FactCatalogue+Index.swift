import SallyportModel

extension FactCatalogue {
    /// What surrounds a release, and what an organisation looks for itself.
    static let surroundings = [
        entry(
            .indexPublisherChanged,
            "Somebody published who had not published the package's earlier releases.",
            "newcomer: mallory, where alice published 14 releases",
            "axios-2026"
        ),
        entry(
            .indexWorkflowLost,
            "An account published where a workflow had published the releases before.",
            "alice, where a workflow published 9 releases",
            "axios-2026"
        ),
        entry(
            .indexMaintainerAdded,
            "Somebody may publish who could not at the release before.",
            "mallory",
            "event-stream-2018"
        ),
        entry(
            .indexProvenanceLost,
            "No attestation says where it was built, or no signature who made it, and one said so of the releases before.",
            "none, where 6 releases had one",
            "ultralytics-b-2024"
        ),
        entry(
            .indexProvenanceChanged,
            "The attestation names another repository or workflow than those of the releases before.",
            "workflow release.yml, before publish.yml",
            "redhat-miasma-2026"
        ),
        entry(
            .indexDormant,
            "The first release of the package, or of its line, after more than a year.",
            "the first release for 3 years",
            "rand-user-agent-2025"
        ),
        entry(
            .indexBurst,
            "Several releases of one line within an hour, or many packages of one scope within minutes.",
            "3 releases of this line within an hour",
            "redhat-miasma-2026"
        ),
        entry(
            .indexLinesBurst,
            "Several release lines got a release within an hour.",
            "4 lines within an hour",
            "7nohe-2026"
        ),
        entry(
            .indexVersionJump,
            "The version is far from all others, or leaves numbers out.",
            "99.0.0 after 1.2.0",
            "torchtriton-2022"
        ),
        entry(
            .indexNameLookalike,
            "The package's name is close to one that is widely used, or to one of the owner's.",
            "typo: expres for express",
            "stubmaker-2026"
        ),
        entry(
            .indexNewDependencyYoung,
            "A dependency whose first release appeared only days before.",
            "plain-crypto-js, first released 1 day before",
            "axios-2026"
        ),
        entry(
            .dependencyLookalike,
            "A dependency whose name is close to one that is widely used.",
            "easy-day-js: join of dayjs",
            "mastra-2026"
        ),
        entry(
            .ownMatch,
            "A YARA rule of the organisation matches a file.",
            "old_beacon: talks to the old beacon"
        ),
        entry(
            .ownUnfinished,
            "A YARA rule of the organisation did not get to the end of a file.",
            "a rule took longer than 10 s"
        ),
    ]
}
