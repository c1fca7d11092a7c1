const types = ['feat', 'fix', 'docs', 'style', 'refactor', 'perf', 'test', 'build', 'ci', 'chore', 'revert']

module.exports = function check(message) {
  const [head, blank] = message.split('\n')
  const problems = []
  const match = /^(\w+)(\([\w-]+\))?(!)?: (.+)$/.exec(head)
  if (!match) problems.push('the first line is not "type(scope): subject"')
  else {
    if (!types.includes(match[1])) problems.push(`unknown type ${match[1]}`)
    if (/^[A-Z]/.test(match[4])) problems.push('the subject starts with a capital')
    if (match[4].endsWith('.')) problems.push('the subject ends with a full stop')
  }
  if (head.length > 72) problems.push('the first line is longer than 72')
  if (blank) problems.push('the second line is not empty')
  return problems
}
