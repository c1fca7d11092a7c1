import SallyportModel

/// The rules for what can't be read: whatever is not understood waits for a person.
enum ReadingRules {
    static let all = [
        archiveUnreadable, archiveBudget, manifestUnreadable, manifestMismatch, hookUnreadable, fileUnreadable,
        unreadAdded,
    ]

    static let archiveUnreadable = Rule(
        "archive-unreadable",
        "archive that can't be read in one way only",
        .hold,
        .high,
        sentence: "has an archive that can't be read safely{details}",
        review: """
            Two programs could unpack this archive to different files, so what was inspected need not be what is \
            installed. Honest tools rarely write such archives; compare with another version of the package.
            """,
        patterns: [FactPattern("archive.unreadable")]
    )

    static let archiveBudget = Rule(
        "archive-budget",
        "archive too big to inspect",
        .hold,
        .high,
        sentence: "is too big to be inspected in full{details}",
        review:
            "Inspection stopped at a limit, and the rest was not seen. A bomb and a very large package look the same.",
        patterns: [FactPattern("archive.budget")]
    )

    static let manifestUnreadable = Rule(
        "manifest-unreadable",
        "manifest that can't be read",
        .hold,
        .high,
        sentence: "has a manifest that can't be read{details}",
        review: "Without the manifest it is unknown what runs at installation and what else would be installed.",
        patterns: [FactPattern("manifest.unreadable")]
    )

    static let manifestMismatch = Rule(
        "manifest-mismatch",
        "manifest that does not agree with the index or the files",
        .hold,
        .high,
        sentence: "has a manifest that does not agree with the index{details}",
        review: """
            The archive and the index, or the archive and its own list, differ in the name, the version, the files, what \
            runs at installation or what is installed with it. Clients act on either of the two: compare them.
            """,
        patterns: [
            FactPattern("manifest.mismatch"),
            FactPattern("record.mismatch", sentence: "has a list of its files that does not agree with them{details}"),
        ]
    )

    static let hookUnreadable = Rule(
        "hook-unreadable",
        "install hook that can't be read",
        .hold,
        .high,
        sentence: "runs something at install that can't be read{details}",
        review: "A command or file that runs by itself was missing, not text, or not understood; read it by hand.",
        patterns: [FactPattern("hook.unreadable", from: .uncarried)]
    )

    static let fileUnreadable = Rule(
        "file-unreadable",
        "file that runs and can't be read",
        .hold,
        .medium,
        sentence: "runs {path} at install, which can't be read{details}",
        review: """
            The file is reached from an install hook, or an import runs it and there is no admitted version to compare \
            with; the inspection did not get to its end. Honest code hardly ever is so large or so odd: read it by hand.
            """,
        patterns: [
            FactPattern("file.unreadable", from: .uncarried, reach: .install ... .install),
            FactPattern(
                "file.unreadable",
                from: .newcomer,
                reach: .load ... .load,
                sentence: "runs {path} on import, which can't be read{details}"
            ),
        ]
    )

    static let unreadAdded = Rule(
        "unread-added",
        "file that runs and can't be read any more",
        .hold,
        .medium,
        sentence: "runs {path}, which can't be read{details}",
        review: """
            The inspection got to the end of the admitted version's code, and not of this one's. What is behind the place \
            where it stopped was not seen: read the file by hand.
            """,
        patterns: [FactPattern("delta.unread-added", from: .change, reach: .load ... .install)]
    )
}
