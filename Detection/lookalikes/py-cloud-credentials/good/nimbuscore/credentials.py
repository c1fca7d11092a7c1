import configparser
import json
import os
import subprocess
import time
import urllib.request
from collections import namedtuple

ReadOnlyCredentials = namedtuple("ReadOnlyCredentials", ["access_key", "secret_key", "token", "expires"])


class EnvProvider:
    METHOD = "env"

    def load(self):
        key = os.environ.get("AWS_ACCESS_KEY_ID")
        if not key:
            return None
        return ReadOnlyCredentials(key, os.environ["AWS_SECRET_ACCESS_KEY"], os.environ.get("AWS_SESSION_TOKEN"), None)


class SharedCredentialProvider:
    METHOD = "shared-credentials-file"

    def __init__(self, path="~/.aws/credentials", profile="default"):
        self.path = os.path.expanduser(os.environ.get("AWS_SHARED_CREDENTIALS_FILE", path))
        self.profile = profile

    def load(self):
        parser = configparser.RawConfigParser()
        if not parser.read(self.path) or not parser.has_section(self.profile):
            return None
        section = parser[self.profile]
        if "credential_process" in section:
            return self._from_process(section["credential_process"])
        return ReadOnlyCredentials(section["aws_access_key_id"], section["aws_secret_access_key"], section.get("aws_session_token"), None)

    def _from_process(self, command):
        done = subprocess.run(command.split(), capture_output=True, check=True)
        answer = json.loads(done.stdout)
        return ReadOnlyCredentials(answer["AccessKeyId"], answer["SecretAccessKey"], answer.get("SessionToken"), answer.get("Expiration"))


class InstanceMetadataProvider:
    METHOD = "iam-role"
    BASE = "http://169.254.169.254"
    ROLE = "/latest/meta-data/iam/security-credentials/"

    def _get(self, path, method="GET", headers=None):
        request = urllib.request.Request(self.BASE + path, method=method, headers=headers or {})
        with urllib.request.urlopen(request, timeout=1) as answer:
            return answer.read().decode()

    def load(self):
        try:
            token = self._get("/latest/api/token", "PUT", {"x-aws-ec2-metadata-token-ttl-seconds": "21600"})
            headers = {"x-aws-ec2-metadata-token": token}
            role = self._get(self.ROLE, headers=headers).strip()
            answer = json.loads(self._get(self.ROLE + role, headers=headers))
        except OSError:
            return None
        return ReadOnlyCredentials(answer["AccessKeyId"], answer["SecretAccessKey"], answer["Token"], answer["Expiration"])


class Resolver:
    def __init__(self, providers):
        self.providers = providers

    def load(self):
        for provider in self.providers:
            credentials = provider.load()
            if credentials is not None:
                return credentials
        return None


def create_resolver(profile="default"):
    providers = [EnvProvider(), SharedCredentialProvider(profile=profile)]
    if os.environ.get("AWS_EC2_METADATA_DISABLED", "false") != "true":
        providers.append(InstanceMetadataProvider())
    return Resolver(providers)
