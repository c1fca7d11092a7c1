module SimpleCaptcha
  class Store
    def initialize(ttl = 3600)
      @ttl = ttl
      @rows = {}
    end

    def get(key)
      sweep
      @rows[key] ||= { value: Utils.random_text, at: Time.now }
    end

    def valid?(key, answer)
      row = @rows.delete(key)
      !row.nil? && row[:value] == answer.to_s.upcase.delete(' ')
    end

    def sweep
      limit = Time.now - @ttl
      @rows.delete_if { |_, row| row[:at] < limit }
    end
  end
end
