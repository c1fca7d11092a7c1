# -*- coding: utf-8 -*-
require "net/http"
a = %w[x y]; b = <<~A + <<-'B'
  #{a /2/ 1} #@c
A
raw
B
def self.x=(v) = @v /v
foo { |(a, *b), c: 1| a ?b : :"c#{d}" if /x#{y}/mi }
p ?\C-a, "\u{1 2}\M-x", `ls`, %q(a(b)), -> (x) { x[:y] }
case z in {k: Integer => w} then w end
=begin
=end
__END__
"
