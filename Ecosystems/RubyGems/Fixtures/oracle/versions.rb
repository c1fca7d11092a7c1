# Reads a version a line. Prints a line each: whether Gem::Version takes it, its rank among all, whether it is a pre-release.
versions = $stdin.read.split("\n", -1)[0..-2].map { |t| t.match?(/\A\S+\z/) && Gem::Version.correct?(t) ? Gem::Version.new(t) : nil }
ranks = {}
versions.compact.sort.chunk_while { |a, b| (a <=> b).zero? }.each_with_index { |same, rank| same.each { |v| ranks[v] = rank } }
versions.each { |v| puts v ? "#{ranks[v]} #{v.prerelease?}" : "-" }
