import ipaddress


def is_private(text):
    try:
        return ipaddress.ip_address(text).is_private
    except ValueError:
        return text == "localhost" or text.endswith(".local")
