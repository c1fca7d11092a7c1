import argparse
import glob
import sys

from .settings import Settings
from .upload import Repository


def main(argv=None):
    parser = argparse.ArgumentParser(prog="shuttle")
    parser.add_argument("-r", "--repository", default="main")
    parser.add_argument("--skip-existing", action="store_true")
    parser.add_argument("dists", nargs="+")
    args = parser.parse_args(argv)
    settings = Settings.load(args.repository)
    repository = Repository(settings)
    for pattern in args.dists:
        for path in sorted(glob.glob(pattern)):
            answer = repository.upload(path)
            if answer.status == 409 and args.skip_existing:
                print("Skipping", path)
                continue
            if answer.status >= 400:
                print("%s was refused: %s" % (path, answer.reason), file=sys.stderr)
                return 1
            print("Uploaded", path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
