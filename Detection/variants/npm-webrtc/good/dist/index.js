"use strict";
const React = require("react");

function format(value) {
  return value.replace(/\D/g, "").slice(0, 19).replace(/(.{4})(?=.)/g, "$1 ");
}

function luhn(value) {
  const digits = value.replace(/\D/g, "").split("").reverse().map(Number);
  const sum = digits.reduce((total, digit, i) => total + (i % 2 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit), 0);
  return digits.length >= 12 && sum % 10 === 0;
}

function CardField({ onChange, ...rest }) {
  const [value, setValue] = React.useState("");
  return React.createElement("input", {
    ...rest,
    inputMode: "numeric",
    autoComplete: "cc-number",
    value,
    onChange: (event) => {
      const next = format(event.target.value);
      setValue(next);
      onChange?.({ value: next.replace(/ /g, ""), valid: luhn(next) });
    },
  });
}

module.exports = { CardField, luhn, format };
