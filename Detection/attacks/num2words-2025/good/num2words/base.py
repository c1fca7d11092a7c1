from decimal import Decimal


class Num2Word_Base(object):
    ones = tens = ()
    hundred = thousand = ""

    def str_to_number(self, value):
        return Decimal(value)

    def to_cardinal(self, value):
        value = int(value)
        if value < 0:
            return self.negword + self.to_cardinal(-value)
        if value < 20:
            return self.ones[value]
        if value < 100:
            return self.two_digits(*divmod(value, 10))
        if value < 1000:
            high, low = divmod(value, 100)
            return self.join(self.ones[high] + self.hundred, low)
        high, low = divmod(value, 1000)
        return self.join(self.to_cardinal(high) + self.thousand, low)

    def join(self, text, rest):
        return text if rest == 0 else text + self.between + self.to_cardinal(rest)
