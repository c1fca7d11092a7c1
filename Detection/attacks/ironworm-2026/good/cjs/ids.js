"use strict"

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

exports.createId = (size = 20) => {
  let id = ""
  for (let i = 0; i < size; i++) id += alphabet[Math.floor(Math.random() * 64)]
  return id
}
