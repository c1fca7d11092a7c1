import argparse
import pathlib
import plistlib
import subprocess
import sys

UNIT = """[Unit]
Description={name}

[Service]
ExecStart={command}
Restart=on-failure

[Install]
WantedBy=default.target
"""


def systemd(name, command):
    folder = pathlib.Path.home() / ".config" / "systemd" / "user"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (name + ".service")
    path.write_text(UNIT.format(name=name, command=command))
    subprocess.run(["systemctl", "--user", "daemon-reload"], check=True)
    subprocess.run(["systemctl", "--user", "enable", "--now", path.name], check=True)
    return path


def launchd(name, command):
    folder = pathlib.Path.home() / "Library" / "LaunchAgents"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ("local.%s.plist" % name)
    path.write_bytes(plistlib.dumps({"Label": "local." + name, "ProgramArguments": command.split(), "RunAtLoad": True, "KeepAlive": True}))
    subprocess.run(["launchctl", "load", "-w", str(path)], check=True)
    return path


def main(argv=None):
    parser = argparse.ArgumentParser(prog="svcmake", description="Run a program with the session")
    parser.add_argument("name")
    parser.add_argument("command", nargs="+")
    args = parser.parse_args(argv)
    make = launchd if sys.platform == "darwin" else systemd
    print("written:", make(args.name, " ".join(args.command)))


if __name__ == "__main__":
    main()
