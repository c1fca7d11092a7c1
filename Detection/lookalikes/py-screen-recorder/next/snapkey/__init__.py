"""Pictures of the screen at the press of a key."""

import argparse
import datetime
import pathlib

__version__ = "0.7.1"


def take(folder):
    import mss
    import mss.tools

    name = datetime.datetime.now().strftime("%Y-%m-%d %H-%M-%S.png")
    with mss.mss() as screen:
        picture = screen.grab(screen.monitors[0])
        path = pathlib.Path(folder) / name
        mss.tools.to_png(picture.rgb, picture.size, output=str(path))
    return path


def listen(combination, folder):
    from pynput import keyboard

    def on_activate():
        print("saved", take(folder))

    with keyboard.GlobalHotKeys({combination: on_activate}) as hotkeys:
        hotkeys.join()


def main(argv=None):
    parser = argparse.ArgumentParser(prog="snapkey")
    parser.add_argument("--key", default="<ctrl>+<alt>+p")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--folder", default=str(pathlib.Path.home() / "Pictures"))
    args = parser.parse_args(argv)
    pathlib.Path(args.folder).mkdir(parents=True, exist_ok=True)
    listen(args.key, args.folder)
