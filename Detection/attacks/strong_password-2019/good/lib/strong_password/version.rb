module StrongPassword
  VERSION = '0.0.6'
end
