import pathlib
import shutil
import subprocess

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        root = pathlib.Path(self.root)
        (root / "panelkit" / "_version.py").write_text('VERSION = "%s"\n' % self.metadata.version)
        build_data["artifacts"].append("panelkit/_version.py")
        if self.target_name == "wheel" and (root / "frontend").is_dir():
            npm = shutil.which("npm")
            if npm is None:
                self.app.display_warning("npm was not found; the built style sheets are used")
                return
            subprocess.run([npm, "ci"], cwd=root / "frontend", check=True)
            subprocess.run([npm, "run", "build"], cwd=root / "frontend", check=True)
