/// The texts that say what code is about.
enum LiteralCatalogue {
    static let marks: [LiteralMark] =
        addresses + drops + memory + publication + agents + places + wallets + machine + runtimes + values

    /// The addresses at which cloud machines hand out credentials.
    private static let addresses: [LiteralMark] = [
        "169.254.169.254", "169.254.170.2", "metadata.google.internal", "fd00:ec2::254", "100.100.100.200",
        "latest/meta-data", "computeMetadata/v1", "metadata/identity/oauth2", "latest/api/token",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ].map { LiteralMark($0, .cloudMetadata, .sensitive) }

    /// Places at which anyone can leave something without an account of their own.
    private static let drops: [LiteralMark] = [
        "discord.com/api/webhooks/", "discordapp.com/api/webhooks/", "api.telegram.org/bot", "webhook.site",
        "pipedream.net", "burpcollaborator", ".oast.", "interact.sh", "requestbin", "ngrok.io", "ngrok-free.app",
        "pastebin.com/raw", "transfer.sh", "file.io", "gofile.io", "anonfiles", "catbox.moe",
        "hooks.slack.com/services/",
        "serveo.net", "trycloudflare.com", "rentry.co", "canarytokens",
    ].map { LiteralMark($0, .network, .sensitive, .constantAddress) }

    /// Texts that say nothing by themselves, and what a value is that has them.
    private static let values: [LiteralMark] =
        ["Desktop"].map { LiteralMark($0, .none, .means, .desktop) }
        + ["kubernetes.default.svc"].map { LiteralMark($0, .cloudMetadata, .use, .credentialSource) }
        + ["Get-Clipboard", "pbpaste", "xclip", "wl-paste"].map { LiteralMark($0, .clipboard, .use) }

    private static let memory: [LiteralMark] = [
        LiteralMark("Runner.Worker", .processMemory, .sensitive),
        LiteralMark("\"isSecret\":true", .processMemory, .sensitive),
        LiteralMark("isSecret\":true", .processMemory, .sensitive),
    ]

    private static let publication: [LiteralMark] = [
        LiteralMark("/-/whoami", .publication, .use), LiteralMark("/-/npm/v1/tokens", .publication, .use),
        LiteralMark("/-/v1/search?text=maintainer", .publication, .sensitive),
        LiteralMark("npm publish", .publication, .use), LiteralMark("npm token ", .publication, .use),
        LiteralMark("twine upload", .publication, .use), LiteralMark("_attachments", .publication, .use),
        LiteralMark("/user/repos", .publication, .means),
        LiteralMark("/git/refs", .publication, .means), LiteralMark("/actions/secrets", .publication, .means),
        LiteralMark("/dispatches", .publication, .means), LiteralMark("x-access-token:", .publication, .means),
        LiteralMark("createRepository(", .publication, .means),
        LiteralMark("createCommitOnBranch", .publication, .means),
        LiteralMark("ACTIONS_ID_TOKEN_REQUEST_URL", .publication, .means),
    ]

    private static let agents: [LiteralMark] = [
        "--dangerously-skip-permissions", "--dangerously-bypass-approvals", "--trust-all-tools", "--yolo",
        "--permission-mode bypassPermissions", "bypassPermissions",
    ].map { LiteralMark($0, .agent, .sensitive) }

    /// Paths at which something runs by itself.
    private static let places: [LiteralMark] =
        [
            ".vscode/tasks.json", ".claude/settings", ".cursor/mcp.json", ".cursor/hooks", ".cursor/rules",
            ".git/hooks",
            ".github/workflows", "authorized_keys", ".mcp.json", ".claude/hooks", ".gemini/settings", ".kiro/",
        ].map { LiteralMark($0, .persistence, .means, .planted) }
        + [
            ".bashrc", ".bash_profile", ".zshrc", ".zprofile", ".zshenv", "LaunchAgents", "LaunchDaemons",
            "systemd/user", "systemd/system", "cron.d/", "var/spool/cron", ".config/autostart", "sitecustomize.py",
            "usercustomize.py", "Start Menu\\Programs\\Startup", "Start Menu/Programs/Startup", "Programs/Startup",
            "Programs\\Startup", "CurrentVersion\\Run",
            "config/fish/config.fish", ".desktop\n[Desktop Entry]", ".pnpmfile.cjs", ".yarnrc.yml", "bunfig.toml",
            ".claude.json", "claude_desktop_config.json", "mcp_config.json", "pip/pip.conf", "pip/pip.ini",
            "uv/uv.toml", "pip.conf", "pip.ini", "uv.toml", ".condarc", ".pydistutils.cfg",
            ".gemrc", ".config/git/hooks", "site-packages/sitecustomize", "Startup\\",
        ].map { LiteralMark($0, .persistence, .means, .planted) }

    private static let wallets: [LiteralMark] = [
        "nkbihfbeogaeaoehlefnkodbefgpgknn", "bfnaelmomeimhlpmgjnjophhpkkoljpa", "ibnejdfjmmkpcnlpebklmnkoeoihofec",
        "fhbohimaelbohpjbbldcngcnapndodjp", "hnfanknocfeofbddgcijnmhnfnkdnaad", "ejbalbakoplchlghecdalmeeeajnimhm",
        "exodus.wallet", "Exodus/exodus", "Electrum/wallets", "Ledger Live", "atomic/Local Storage",
        "com.liberty.jaxx", "wallet.dat", ".config/solana/id.json",
    ].map { LiteralMark($0, .wallet, .sensitive, .secret) }

    /// Services that say from where they were asked.
    private static let machine: [LiteralMark] = [
        "api.ipify.org", "ipinfo.io", "ifconfig.me", "icanhazip.com", "ip-api.com", "checkip.amazonaws.com",
        "ipapi.co", "api.ipgeolocation.io", "api.myip.com", "ident.me", "wtfismyip.com", "ipecho.net", "freegeoip",
        "geolocation-db.com", "httpbin.org/ip", "ipwho.is", "api64.ipify.org", "api.my-ip.io",
    ].map { LiteralMark($0, .systemInformation, .use) }

    /// Where other runtimes are fetched from.
    private static let runtimes: [LiteralMark] = [
        "bun.sh/install", "oven-sh/bun/releases", "deno.land/install", "denoland/deno/releases", "astral.sh/uv",
        "astral-sh/uv/releases", "python-build-standalone", "nodejs.org/dist", "bootstrap.pypa", "get-pip.py",
        "deno.land/x/install",
    ].map { LiteralMark($0, .runtimeBootstrap, .use) }
}
