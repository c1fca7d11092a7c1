from .base import Num2Word_Base


class Num2Word_DE(Num2Word_Base):
    negword = "minus "
    between = ""
    hundred = "hundert"
    thousand = "tausend"
    ones = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
    tens = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()

    def two_digits(self, high, low):
        return self.tens[high] if low == 0 else "{}und{}".format(self.ones[low].replace("eins", "ein"), self.tens[high])

    def to_ordinal(self, value):
        return self.to_cardinal(value) + ("te" if value < 20 else "ste")
