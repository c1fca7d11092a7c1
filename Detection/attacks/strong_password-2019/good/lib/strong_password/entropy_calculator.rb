module StrongPassword
  module EntropyCalculator
    def self.calculate(password, repeats_weakened = true)
      bits = repeats_weakened ? bits_with_repeats_weakened(password) : bits(password)
      bits + NistBonusBits.bonus_bits(password)
    end

    def self.bits(password)
      length = password.length
      if length > 20
        4 + (7 * 2) + (12 * 1.5) + length - 20
      elsif length > 8
        4 + (7 * 2) + ((length - 8) * 1.5)
      elsif length > 1
        4 + ((length - 1) * 2)
      else
        length == 1 ? 4 : 0
      end
    end

    def self.bits_with_repeats_weakened(password)
      resolver = Hash.new(1)
      password.chars.each.with_index.inject(0) do |result, (char, index)|
        value = index.zero? ? 4 : index < 8 ? 2 : 1.5
        weight = resolver[char]
        resolver[char] *= 0.75
        result + value * weight
      end
    end
  end
end
