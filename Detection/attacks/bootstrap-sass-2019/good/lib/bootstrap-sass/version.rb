module Bootstrap
  VERSION = '3.2.0.2'
end
