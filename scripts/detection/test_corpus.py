"""Tests of the corpora themselves: cases are complete, and no name or address in them leads anywhere."""

import json
import pathlib
import re
import unittest

import build
import makers

CORPUS = pathlib.Path(__file__).resolve().parent.parent.parent / "Detection"
ADDRESS = re.compile(r"(?:https?|wss?|ssh|ftp|git\+\w+|stratum\+tcp)://(?:[^\s/@\"']*@)?([A-Za-z0-9._-]+)")
RESERVED = re.compile(
    r"(?:^|\.)(?:invalid|example\.?|test|localhost)$|^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^127\.|^0\.0\.0\.0$"
    # What a cloud answers itself about at its own machines, and the name of a format.
    r"|^169\.254\.169\.254$|^metadata\.google\.internal$|^www\.w3\.org$"
)
KEYS = {"ecosystem", "form", "row", "family", "signals", "name", "good", "bad", "next", "removed", "generated", "archive", "index"}
KEYS |= {"index_good", "metadata", "metadata_good", "metadata_bad", "metadata_next"}
FORMS = {"npm": {"tgz"}, "pypi": {"wheel", "sdist"}, "gem": {"gem"}}


def cases():
    for group, second in build.GROUPS.items():
        for file in sorted((CORPUS / group).glob("*/case.json")):
            yield group, second, file.parent, json.loads(file.read_text("utf-8"))


class Corpora(unittest.TestCase):
    def test_each_case_says_what_it_is(self):
        for group, second, folder, case in cases():
            with self.subTest(case=f"{group}/{folder.name}"):
                self.assertLessEqual(set(case), KEYS)
                self.assertIn(case["form"], FORMS[case["ecosystem"]])
                self.assertTrue(case["row"].endswith(".") and case["family"] and case["name"])
                self.assertIn("good", case)
                self.assertTrue(case[second])
                self.assertTrue(all(re.fullmatch(r"[MC]\d{1,2}", code) for code in case["signals"]), case["signals"])

    def test_what_is_made_has_a_maker_and_a_source(self):
        for group, second, folder, case in cases():
            for entry in case.get("generated", []):
                with self.subTest(case=f"{group}/{folder.name}", path=entry["path"]):
                    self.assertIn(entry["in"], ("good", second))
                    chain = entry["maker"] if isinstance(entry["maker"], list) else [entry["maker"]]
                    for link in chain:
                        self.assertIn(link["name"] if isinstance(link, dict) else link, makers.MAKERS)
                    self.assertTrue("from" not in entry or (folder / entry["from"]).is_file())

    def test_no_folder_is_left_without_its_case(self):
        for group in build.GROUPS:
            for folder in (CORPUS / group).iterdir():
                self.assertTrue((folder / "case.json").is_file(), folder)

    def test_no_address_leads_anywhere(self):
        for file in CORPUS.rglob("*"):
            if not file.is_file():
                continue
            try:
                text = file.read_text("utf-8")
            except UnicodeDecodeError:
                continue
            for host in set(ADDRESS.findall(text)):
                self.assertRegex(host, RESERVED, file)


if __name__ == "__main__":
    unittest.main()
