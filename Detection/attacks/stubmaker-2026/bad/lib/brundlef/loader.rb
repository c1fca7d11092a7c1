# frozen_string_literal: true

module Brundlef
  module Loader
    def self.root
      File.expand_path("../..", __dir__)
    end
  end
end
