__import__("_distutils_hack").add_shim()
