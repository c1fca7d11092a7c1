int moneyfmt_round(int v) { return v; }
