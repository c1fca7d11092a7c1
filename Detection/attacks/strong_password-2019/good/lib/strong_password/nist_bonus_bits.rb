module StrongPassword
  # Bonus for composition, after the guideline.
  module NistBonusBits
    BONUS_BITS_FOR_PASSWORD = {}

    def self.bonus_bits(password)
      BONUS_BITS_FOR_PASSWORD[password] ||= calculate(password)
    end

    def self.reset_bonus_cache!
      BONUS_BITS_FOR_PASSWORD.clear
    end

    def self.calculate(password)
      upper = !!(password =~ /[[:upper:]]/)
      lower = !!(password =~ /[[:lower:]]/)
      numeric = !!(password =~ /[[:digit:]]/)
      other = !!(password =~ /[^a-zA-Z0-9 ]/)
      space = !!(password =~ / /)
      case
      when upper && lower && other then space ? 7 : 6
      when upper && lower && numeric then 4
      when space then 3
      else 0
      end
    end
  end
end
