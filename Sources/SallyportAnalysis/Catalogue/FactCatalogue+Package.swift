import SallyportModel

extension FactCatalogue {
    /// What a package is, declares, and what surrounds it.
    static let package = [
        entry(.archiveUnreadable, "The archive is refused; the detail is the reader's code.", "duplicate-name"),
        entry(.archiveBudget, "A limit on the archive was reached; the detail is the limit's code.", "ratio"),
        entry(
            .manifestMismatch,
            "The manifest names another package or version than the registry, or other things that it needs.",
            "left-pad 1.3.1 where left-pad 1.3.0 was asked for"
        ),
        entry(.manifestUnreadable, "There is no manifest, or it can't be read.", "not-json"),
        entry(
            .manifestSigned,
            "A gem with certificates and a signature over each of its files; that a later one has none is `index.provenance-lost`.",
            "each of its files"
        ),
        entry(
            .recordMismatch,
            "A wheel's list of its files does not agree with the files that it holds.",
            "sample/_runtime/start.js is not listed",
            "lightning-2026"
        ),
        entry(
            .fileUnreadable,
            "A file that is code, or that something runs, could not be read to its end.",
            "not-utf8",
            "redhat-miasma-2026"
        ),
        entry(
            .fileHiddenUnicode,
            "Code that holds characters which nobody sees.",
            "2400 variation selectors",
            "glassworm-2025-26"
        ),
        entry(.fileNative, "A native binary: ELF, PE, Mach-O.", "elf, 976000 bytes", "ironworm-2026"),
        entry(
            .fileExtensionMismatch,
            "A file whose content is a program and whose name says something else.",
            "run as code, named .txt",
            "telnyx-2026"
        ),
        entry(
            .filePlanted,
            "A file that another tool runs by itself: an editor's task, an agent's hook, a git hook, a workflow.",
            ".claude/settings.json: SessionStart: node setup.mjs",
            "redhat-miasma-2026"
        ),
        entry(
            .fileArchive,
            "An archive inside the package whose content could not be read as the package's was.",
            "encrypted",
            "durabletask-2026"
        ),
        entry(.fileWasm, "WebAssembly.", "wasm, 120000 bytes", "rust-faster_log-2025"),
        entry(
            .fileData,
            "Data that nobody can read: high entropy where the package has code for it.",
            "90000 bytes, high entropy, read by index.js which evaluates",
            "xz-utils-2024"
        ),
        entry(
            .hookDeclared,
            "Something runs without being called.",
            "preinstall: node setup_bun.js",
            "eslint-scope-2018"
        ),
        entry(
            .hookGitOnly,
            "A script that runs only when the package is installed from a git repository.",
            "prepare: bun run tanstack_runner.js",
            "tanstack-2026"
        ),
        entry(
            .hookMessage,
            "A text that the installation prints, cleaned of what a terminal would obey.",
            "Thank you for installing! Now run: demo setup"
        ),
        entry(
            .hookUnreadable,
            "Something runs without being called, and what it runs could not be found or read.",
            "preinstall: tools/setup is binary",
            "ironworm-2026"
        ),
        entry(
            .hookTarget,
            """
            Something that runs without being called starts what nobody looks at: a very large script, a \
            file in a hidden folder.
            """,
            "preinstall: package/index.js is 4200000 bytes of code",
            "redhat-miasma-2026"
        ),
        entry(.dependencyURL, "A dependency by URL.", "ui-styles https://example.invalid/p.tgz", "phantomraven-2025"),
        entry(
            .dependencyGit,
            "A dependency from a git repository.",
            "setup github:owner/repository#79ac49ee",
            "tanstack-2026"
        ),
        entry(
            .dependencyUnused,
            "A dependency that no file of the package loads.",
            "plain-crypto-js ^4.2.1",
            "axios-2026"
        ),
    ]
}
