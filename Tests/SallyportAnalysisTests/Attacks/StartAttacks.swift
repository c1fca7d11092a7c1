import SallyportAnalysis
import Testing

/// Attacks in what every start of an interpreter runs once a wheel is installed.
enum StartAttacks {
    /// Where interpreters look, and a text that they run there.
    static let places: [Attack] =
        [
            "evil.pth", "sample-1.0.data/purelib/evil.pth", "sample-1.0.data/platlib/evil.pth",
            "sample-1.0.data/data/evil.pth", "sample-1.0.data/data/lib/python3.12/site-packages/evil.pth",
            "sample-1.0.data/data/Lib/Site-Packages/evil.pth", "evil.PTH",
        ].map { attack($0, "import base64; exec(base64.b64decode(\"cHJpbnQoMSk=\"))\n") }
        + [
            "sitecustomize.py", "usercustomize.py", "sitecustomize/__init__.py",
            "sample-1.0.data/purelib/usercustomize/__init__.py",
            "sample-1.0.data/data/lib/python3.12/site-packages/sitecustomize.py",
            "sample-1.0.data/data/lib/python3.12/sitecustomize.py",
        ].map { attack($0, decoder) } + [
            Attack(
                "a folder that a .pth file adds",
                .chainDecodeExecute,
                files: ["a.pth": "sample/more\n", "sample/more/sitecustomize.py": decoder]
            ),
            Attack(
                "a module that a .start file names",
                .chainDecodeExecute,
                files: [
                    "a.start": "\u{FEFF}# start\nsample.go:run\n", "sample/__init__.py": "", "sample/go.py": decoder,
                ]
            ),
        ]

    /// Lines that Python takes for an import, whatever stands before them.
    static let lines: [String] = [
        "import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "\u{FEFF}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "import\tbase64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{0B}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{0C}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{1C}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{1D}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{1E}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{85}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{2028}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\u{2029}import base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\r\nimport base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "x\rimport base64; exec(base64.b64decode('cHJpbnQoMSk='))",
        "import base64;\u{0C}exec(base64.b64decode('cHJpbnQoMSk='))",
    ]

    private static let decoder = "import base64\nexec(base64.b64decode(\"cHJpbnQoMSk=\"))\n"

    private static func attack(_ path: String, _ text: String) -> Attack {
        Attack(path, .chainDecodeExecute, files: [path: text, "sample/__init__.py": ""])
    }
}
