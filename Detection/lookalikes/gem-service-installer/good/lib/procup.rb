# frozen_string_literal: true

require "erb"
require "fileutils"
require "optparse"

module Procup
  VERSION = "0.9.0"

  UNIT = ERB.new(<<~TEXT, trim_mode: "-")
    [Unit]
    Description=<%= name %>
    After=network.target

    [Service]
    WorkingDirectory=<%= dir %>
    ExecStart=/bin/sh -lc '<%= command %>'
    Restart=on-failure
    <%- if env -%>
    EnvironmentFile=<%= env %>
    <%- end -%>

    [Install]
    WantedBy=default.target
  TEXT

  class CLI
    def initialize(argv)
      @options = { dir: Dir.pwd, env: nil }
      @rest = OptionParser.new do |parser|
        parser.on("--dir DIR") { |v| @options[:dir] = File.expand_path(v) }
        parser.on("--env FILE") { |v| @options[:env] = File.expand_path(v) }
      end.parse(argv)
    end

    def run
      case @rest.shift
      when "service" then service(*@rest)
      when "cron" then cron(*@rest)
      else abort "usage: procup service NAME COMMAND | procup cron SCHEDULE COMMAND"
      end
    end

    def service(name, command)
      folder = File.join(Dir.home, ".config", "systemd", "user")
      FileUtils.mkdir_p(folder)
      File.write(File.join(folder, "#{name}.service"), UNIT.result_with_hash(name: name, command: command, **@options))
      system("systemctl", "--user", "enable", "--now", "#{name}.service")
    end

    def cron(schedule, command)
      current = `crontab -l 2>/dev/null`
      line = "#{schedule} cd #{@options[:dir]} && #{command}\n"
      IO.popen(["crontab", "-"], "w") { |io| io.write(current + line) } unless current.include?(line)
    end
  end
end
