# frozen_string_literal: true

require_relative "flagpole/client"
require_relative "flagpole/railtie" if defined?(Rails)
