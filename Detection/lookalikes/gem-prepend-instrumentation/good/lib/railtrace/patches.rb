# frozen_string_literal: true

module Railtrace
  module Patches
    module NetHTTP
      def request(req, body = nil, &block)
        started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        super
      ensure
        Railtrace.reporter.add("http", "#{req.method} #{address}", Process.clock_gettime(Process::CLOCK_MONOTONIC) - started) if started
      end
    end

    module ActiveRecordExecution
      def exec_query(sql, name = "SQL", *args, **options)
        started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
        super
      ensure
        Railtrace.reporter.add("sql", sql.gsub(/'[^']*'|\d+/, "?"), Process.clock_gettime(Process::CLOCK_MONOTONIC) - started)
      end
    end

    def self.apply
      ::Net::HTTP.prepend(NetHTTP) if defined?(::Net::HTTP)
      return unless defined?(::ActiveSupport)

      ::ActiveSupport.on_load(:active_record) do
        ::ActiveRecord::ConnectionAdapters::AbstractAdapter.prepend(ActiveRecordExecution)
      end
    end
  end
end
