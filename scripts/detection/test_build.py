"""Tests of the corpus builder and its makers: python3 -m unittest discover -s scripts/detection."""

import gzip
import hashlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest
import zipfile

import aes
import ambiguity
import build
import containers
import makers

PROGRAM = b"""const os = require('os');
// a comment
function run(list, out) { for (const x of list) { out.push(x.name + ':' + x['value'].replace(/a\\/b'/g, '-')); } return out; }
const r = run([{name: 'a', value: 'b'}, {name: os.EOL.length, value: 'it\\'s'}], []);
console.log(r.join('|'), ((a, b) => a * b)(3, 4));
"""
OUTPUT = "a:b|1:it's 12\n"


class Ciphers(unittest.TestCase):
    def test_block_agrees_with_fips_197(self):
        block = aes.encrypt_blocks(bytes(range(16)), bytes.fromhex("00112233445566778899aabbccddeeff"))
        self.assertEqual(block.hex(), "69c4e0d86a7b0430d8cdb78070b4c55a")

    def test_gcm_agrees_with_its_second_test_case(self):
        cipher, tag = aes.gcm(bytes(16), bytes(12), bytes(16))
        self.assertEqual((cipher + tag).hex(), "0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf")


class Ambiguity(unittest.TestCase):
    FILES = {"package.json": (b'{"name": "a", "version": "1"}', False), "lib/a.js": (b"1", False)}

    def names(self, content):
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            return archive.getnames()

    def test_a_tarball_gets_a_twin_and_a_second_root(self):
        _, content = containers.tgz("a", "1", self.FILES)
        twin = ambiguity.spoil("tgz", {"kind": "duplicate-entry", "path": "lib/a.js"}, b"2", content)
        root = ambiguity.spoil("tgz", {"kind": "second-root", "path": "lib/a.js"}, b"2", content)
        self.assertEqual(self.names(twin).count("package/lib/a.js"), 2)
        self.assertIn("other/lib/a.js", self.names(root))

    def test_a_size_in_pax_hides_an_entry_from_who_obeys_it(self):
        _, content = containers.sdist("a", "1", {"setup.py": (b"1", False)}, {})
        spoiled = gzip.decompress(ambiguity.spoil("sdist", {"kind": "pax-size", "path": "b.py"}, b"2", content))
        self.assertIn(b"a-1/b.py", spoiled)
        with tarfile.open(fileobj=io.BytesIO(spoiled)) as archive:
            self.assertNotIn("a-1/b.py", archive.getnames())

    def test_wheels_show_the_last_of_two_ends_and_hide_what_is_not_listed(self):
        _, content = containers.wheel("a", "1", {"a.py": (b"good", False)}, {})
        two = ambiguity.spoil("wheel", {"kind": "two-ends", "path": "a.py"}, b"other", content)
        unlisted = ambiguity.spoil("wheel", {"kind": "unlisted", "path": "b.py"}, b"other", content)
        for spoiled in (two, unlisted):
            with zipfile.ZipFile(io.BytesIO(spoiled)) as archive:
                self.assertEqual(archive.read("a.py"), b"good")
        self.assertEqual(two.count(b"PK\x05\x06"), 2)
        self.assertIn(b"b.py", unlisted)

    def test_an_unknown_kind_is_refused(self):
        with self.assertRaises(ambiguity.UnknownKind):
            ambiguity.spoil("gem", {"kind": "nothing"}, b"", b"")


class Makers(unittest.TestCase):
    CHAINS = ["minify", "obfuscate", "aes-blob", "rot-eval", "xor-eval", "base64-eval", "hex-eval", "char-codes", "pack", "bundle",
              "variation-selectors", "pad", "octal-constructor", {"name": "obfuscate", "cipher": "pbkdf2"}, {"name": "obfuscate", "cipher": "plain"},
              {"name": "minify", "rename": True}, {"name": "variation-selectors", "run": "vm"}, ["obfuscate", "aes-blob", "rot-eval"]]

    def test_made_twice_is_the_same(self):
        for chain in self.CHAINS:
            with self.subTest(chain=chain):
                self.assertEqual(makers.make(chain, PROGRAM, {"bytes": 9000}), makers.make(chain, PROGRAM, {"bytes": 9000}))

    @unittest.skipUnless(shutil.which("node"), "needs node")
    def test_made_programs_do_what_the_source_does(self):
        for chain in self.CHAINS:
            with self.subTest(chain=chain), tempfile.NamedTemporaryFile(suffix=".js") as file:
                file.write(makers.make(chain, PROGRAM, {"bytes": 9000}))
                file.flush()
                done = subprocess.run(["node", file.name], capture_output=True, text=True, check=False)
                self.assertEqual(done.stdout, OUTPUT, done.stderr[-400:])

    def test_an_unknown_maker_is_refused(self):
        with self.assertRaises(ValueError):
            makers.make("nothing", b"", {})


class Building(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def case(self, case, good, bad, group="attacks"):
        folder = self.root / "corpus" / group / "one"
        for side, files in (("good", good), (build.GROUPS[group], bad)):
            for path, text in files.items():
                (folder / side / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / side / path).write_text(text)
        (folder / "case.json").write_text(json.dumps({"row": "a row", "family": "f", "signals": [], "good": "1.0.0", **case}))
        (folder / "payload.js").write_bytes(PROGRAM)
        [row] = build.build(self.root / "corpus", self.root / "out")
        return row, lambda side: (self.root / "out" / row[side]).read_bytes()

    def test_npm_pair_has_its_versions_overlay_removals_and_made_files(self):
        package = '{"name": "pkg", "version": "0.0.0"}'
        case = {"ecosystem": "npm", "form": "tgz", "name": "pkg", "bad": "1.0.1", "removed": ["old.js"],
                "generated": [{"in": "bad", "path": "index.js", "maker": "minify", "from": "payload.js", "place": "append"}]}
        row, content = self.case(case, {"package.json": package, "index.js": "1;", "old.js": ""}, {"new.js": "2"})
        with tarfile.open(fileobj=io.BytesIO(content("good"))) as good, tarfile.open(fileobj=io.BytesIO(content("bad"))) as bad:
            self.assertEqual(good.getnames(), ["package/index.js", "package/old.js", "package/package.json"])
            self.assertEqual(bad.getnames(), ["package/index.js", "package/new.js", "package/package.json"])
            self.assertIn(b'"version": "1.0.1"', bad.extractfile("package/package.json").read())
            self.assertTrue(bad.extractfile("package/index.js").read().startswith(b"1;const os"))

    def test_wheel_records_every_file_with_its_hash(self):
        case = {"ecosystem": "pypi", "form": "wheel", "name": "some-pkg", "bad": "1.0.1", "metadata": {"requires_dist": ["attrs"]}}
        row, content = self.case(case, {"some_pkg/__init__.py": "x = 1\n"}, {})
        with zipfile.ZipFile(io.BytesIO(content("bad"))) as wheel:
            record = wheel.read("some_pkg-1.0.1.dist-info/RECORD").decode().splitlines()
            self.assertEqual({row.split(",")[0] for row in record}, set(wheel.namelist()))
            self.assertIn(b"Requires-Dist: attrs", wheel.read("some_pkg-1.0.1.dist-info/METADATA"))

    def test_gem_sums_agree(self):
        case = {"ecosystem": "gem", "form": "gem", "name": "pkg", "bad": "1.0.1"}
        row, content = self.case(case, {"lib/pkg.rb": "X = 1\n"}, {})
        with tarfile.open(fileobj=io.BytesIO(content("bad"))) as gem:
            sums = gzip.decompress(gem.extractfile("checksums.yaml.gz").read()).decode()
            for part in ("metadata.gz", "data.tar.gz"):
                digest = hashlib.sha256(gem.extractfile(part).read()).hexdigest()
                self.assertRegex(sums, re.escape(f"{part}: {digest}"))

    def test_a_first_version_has_no_good_one_and_a_second_upload_its_own_place(self):
        package = '{"name": "pkg", "version": "0.0.0"}'
        case = {"ecosystem": "npm", "form": "tgz", "name": "pkg", "good": None, "bad": "1.0.0"}
        row, _ = self.case(case, {"package.json": package}, {})
        self.assertIsNone(row["good"])
        row, _ = self.case({**case, "good": "1.0.0"}, {}, {"index.js": ""})
        self.assertNotEqual(row["good"], row["bad"])

    def test_a_wrong_case_is_refused_with_its_name(self):
        case = {"ecosystem": "npm", "form": "tgz", "name": "pkg", "bad": "1.0.1", "removed": ["absent.js"]}
        with self.assertRaisesRegex(build.BadCase, "one"):
            self.case(case, {"package.json": '{"name": "pkg", "version": "0"}'}, {})


if __name__ == "__main__":
    unittest.main()
