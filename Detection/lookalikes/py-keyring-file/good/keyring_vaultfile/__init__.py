import base64
import getpass
import hashlib
import json
import os
import pathlib

from cryptography.fernet import Fernet
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class VaultFileKeyring(KeyringBackend):
    """Passwords in one encrypted file."""

    priority = 0.5

    def __init__(self):
        super().__init__()
        self.path = pathlib.Path(os.environ.get("VAULTFILE_PATH", "~/.local/share/vaultfile.json")).expanduser()
        self._fernet = None

    def _crypt(self):
        if self._fernet is None:
            word = os.environ.get("VAULTFILE_PASSWORD") or getpass.getpass("Password of the vault: ")
            key = hashlib.scrypt(word.encode(), salt=b"vaultfile", n=2**14, r=8, p=1, dklen=32)
            self._fernet = Fernet(base64.urlsafe_b64encode(key))
        return self._fernet

    def _load(self):
        if not self.path.exists():
            return {}
        return json.loads(self._crypt().decrypt(self.path.read_bytes()))

    def _save(self, data):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(self._crypt().encrypt(json.dumps(data).encode()))
        self.path.chmod(0o600)

    def get_password(self, service, username):
        return self._load().get(service, {}).get(username)

    def set_password(self, service, username, password):
        data = self._load()
        data.setdefault(service, {})[username] = password
        self._save(data)

    def delete_password(self, service, username):
        data = self._load()
        if data.get(service, {}).pop(username, None) is None:
            raise PasswordDeleteError("there is no such password")
        self._save(data)
