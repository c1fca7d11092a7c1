import configparser
import getpass
import os
from dataclasses import dataclass


@dataclass
class Settings:
    url: str
    username: str
    password: str

    @classmethod
    def load(cls, name):
        parser = configparser.RawConfigParser()
        parser.read(os.path.expanduser("~/.pypirc"))
        section = dict(parser[name]) if parser.has_section(name) else {}
        url = os.environ.get("SHUTTLE_REPOSITORY_URL") or section.get("repository") or "https://upload.registry.example.invalid/legacy/"
        username = os.environ.get("SHUTTLE_USERNAME") or section.get("username") or "__token__"
        password = os.environ.get("SHUTTLE_PASSWORD") or section.get("password") or cls._keyring(url, username) or getpass.getpass()
        return cls(url, username, password)

    @staticmethod
    def _keyring(url, username):
        try:
            import keyring
        except ImportError:
            return None
        return keyring.get_password(url, username)
