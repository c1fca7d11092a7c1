from .base import Num2Word_Base


class Num2Word_EN(Num2Word_Base):
    negword = "minus "
    between = " "
    hundred = " hundred"
    thousand = " thousand"
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()

    def two_digits(self, high, low):
        return self.tens[high] if low == 0 else "{}-{}".format(self.tens[high], self.ones[low])

    def to_ordinal(self, value):
        words = self.to_cardinal(value)
        irregular = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
        for word, ordinal in irregular.items():
            if words.endswith(word):
                return words[: -len(word)] + ordinal
        return words[:-1] + "ieth" if words.endswith("y") else words + "th"
