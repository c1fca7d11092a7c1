# -*- coding: utf-8 -*-
import os
class A(B):
	def f(s, *, x: int = 0x1_f) -> None:
		return f'''{a!r:>{w}}{{}}\N{DASH}{b=}''' + rb"\x" \
		  + 'é\u0041'

  # c
x = [1.5e-3j, ...]
