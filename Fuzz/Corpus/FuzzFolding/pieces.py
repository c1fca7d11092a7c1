import base64, codecs
x = "cexe"[::-1] + "%s%c" % ("a", 98) + "{}{0}".format("a") + "".join(chr(ord(c) - 1) for c in "pt") + f"a{'b'}"
getattr(__import__("o" + "s"), codecs.decode("flfgrz", "rot13"))(bytes([105, 100]).decode() + base64.b64decode("aWQ=").decode())
