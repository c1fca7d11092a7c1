const units = [["gwei", 1e9], ["ether", 1e18]];

function table(rows, { price = 20, currency = "EUR", rate = 0 } = {}) {
  const lines = rows
    .map(({ contract, method, used, calls }) => {
      const average = calls.length ? Math.round(calls.reduce((a, b) => a + b, 0) / calls.length) : used;
      const cost = (average * price * units[0][1]) / units[1][1];
      return { contract, method, min: Math.min(...calls), max: Math.max(...calls), average, count: calls.length, cost: rate ? (cost * rate).toFixed(2) : "-" };
    })
    .sort((a, b) => b.average - a.average);
  const heads = ["contract", "method", "min", "max", "average", "count", "cost"];
  const widths = heads.map((head) => Math.max(head.length, ...lines.map((line) => String(line[head]).length)));
  const row = (cells) => "| " + cells.map((cell, i) => String(cell).padEnd(widths[i])).join(" | ") + " |";
  return [row(heads.map((h) => (h === "cost" ? `${h}`.slice(0, 4) : h))), ...lines.map((line) => row(heads.map((h) => line[h]))), `prices in ${currency}`].join("\n");
}

module.exports = { table };
