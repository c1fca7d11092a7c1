'use strict'

const small = new Set('a an and as at but by en for if in nor of on or per the to v vs via'.split(' '))

module.exports = function titleCase (text) {
  const words = text.split(/(\s+)/)
  return words.map((word, index) => {
    if (/^\s*$/.test(word) || /[A-Z].*[A-Z]|\./.test(word.slice(1))) return word
    const bare = word.replace(/[^\w']/g, '').toLowerCase()
    const edge = index === 0 || index === words.length - 1 || /[:?!]$/.test(words[index - 2] || '')
    return small.has(bare) && !edge ? word.toLowerCase() : word.replace(/[a-z]/i, c => c.toUpperCase())
  }).join('')
}
