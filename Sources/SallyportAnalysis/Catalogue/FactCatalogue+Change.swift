import SallyportModel

extension FactCatalogue {
    /// What differs from the release before.
    static let change = [
        entry(
            .deltaHookAdded,
            "A hook that the earlier release did not have.",
            "preinstall: node index.js",
            "redhat-miasma-2026"
        ),
        entry(
            .deltaHookChanged,
            "A hook that does more than in the earlier release.",
            "postinstall: node a.js && node b.js (before: node a.js)",
            "bitwarden-cli-2026"
        ),
        entry(
            .deltaHookEdited,
            "A hook whose code is another than in the earlier release, and which does no more than that.",
            "setup.py: setup.py"
        ),
        entry(
            .deltaPlantedAdded,
            "A file that another tool runs by itself, which the earlier release did not have.",
            "SessionStart: node setup.mjs",
            "antv-atool-2026"
        ),
        entry(
            .deltaEmptied,
            "Hardly any of the earlier release's code is left.",
            "120 of 48000 bytes of code are left",
            "colors-faker-2022"
        ),
        entry(
            .deltaUnreadAdded,
            "Code that runs and can't be read to its end, where the earlier release's could.",
            "file-too-large"
        ),
        entry(
            .deltaNativeAdded,
            "A native binary that the earlier release did not have.",
            "pe, 480000 bytes",
            "num2words-2025"
        ),
        entry(
            .deltaURLDependencyAdded,
            "A dependency by URL or git that the earlier release did not have.",
            "setup github:owner/repository#79ac49ee",
            "tanstack-2026"
        ),
        entry(
            .deltaDependencyAdded,
            "A dependency that the earlier release did not have.",
            "plain-crypto-js ^4.2.1 (runtime)",
            "axios-2026"
        ),
        entry(
            .deltaCapabilityAdded,
            "A capability that the earlier release did not have.",
            "capability.network: fetch",
            "ctx-2022"
        ),
        entry(
            .deltaMeansAdded,
            "What a capability needs, which the earlier release did not have and which no code is seen to use.",
            "capability.network: imports socket",
            "ctx-2022"
        ),
        entry(
            .deltaFileAdded,
            "Files that the earlier release did not have: one fact for all.",
            "2 files added: setup_bun.js, bun_environment.js",
            "shai-hulud-2-2025"
        ),
        entry(
            .deltaFileRemoved,
            "Files that only the earlier release had: one fact for all.",
            "12 files removed: lib/index.js",
            "colors-faker-2022"
        ),
        entry(
            .deltaFileChanged,
            "Files with another content: one fact for all.",
            "1 file changed: lib/index.js",
            "solana-web3-2024"
        ),
        entry(
            .deltaSizeJump,
            "The package, or one file of code, grew out of proportion.",
            "file grew from 1084 to 4200000 bytes",
            "redhat-miasma-2026"
        ),
        entry(
            .deltaCodeAdded,
            "New code in a file of the earlier release does what the file did not do.",
            "chain.key-exfiltration: sends the argument seed (744 bytes more)",
            "xrpl-2025"
        ),
        entry(
            .deltaHostAdded,
            "An address that the earlier release did not name.",
            "collect.example.invalid",
            "solana-web3-2024"
        ),
        entry(
            .deltaHidingAdded,
            "Code is hidden in a way that the earlier release did not hide it.",
            "hiding.string-array: 700 strings",
            "asyncapi-2026"
        ),
    ]
}
