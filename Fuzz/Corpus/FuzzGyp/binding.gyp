# c
{'targets': [{'target_name': 'a', "sources": ["a.cc", '<!@(node -p "f()")' '<(x)!(y)'],
 'conditions': [['OS=="win"', {'actions+': [{'action_name': 'b', 'action': ['sh', '-c', '\x41']}]}, {}]], 'v': -1, 'w': None}],}
