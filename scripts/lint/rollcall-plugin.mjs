/**
 * Lint rules of our own, for what no published rule says. oxlint loads this file as it is,
 * under whatever Node runs it, which is why it is plain JavaScript.
 */

const CLOCK_AND_CHANCE = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now', 'timeOrigin'],
  crypto: ['randomUUID', 'getRandomValues'],
}

/**
 * Pure rules and the sync take time and randomness as input: time is the databases' (S9), and a
 * test can repeat what it saw. `new Date(text)` only reads its argument, so it stays allowed.
 */
const noAmbientClockOrChance = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) =>
      context.report({ node, message: 'Take time and randomness as input, not from the machine.' })
    const reportBareDate = (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') report(node)
    }
    return {
      CallExpression: reportBareDate,
      NewExpression(node) {
        if (node.arguments.length === 0) reportBareDate(node)
      },
      MemberExpression(node) {
        const { object, property, computed } = node
        if (computed || object.type !== 'Identifier') return
        if (CLOCK_AND_CHANCE[object.name]?.includes(property.name)) report(node)
      },
    }
  },
}

/**
 * A name is imported from the file that defines it; a file that passes names on is a barrel.
 * What another package defines may be passed on: that is how one file stands before a package.
 */
const noReExport = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const imported = new Set()
    const report = (node) =>
      context.report({ node, message: 'Import this from the file that defines it.' })
    const isOurs = ({ source }) => source?.value.startsWith('.')
    return {
      ImportDeclaration(node) {
        if (!isOurs(node)) return
        for (const specifier of node.specifiers) imported.add(specifier.local.name)
      },
      ExportAllDeclaration(node) {
        if (isOurs(node)) report(node)
      },
      ExportNamedDeclaration(node) {
        if (isOurs(node) || node.specifiers.some(({ local }) => imported.has(local.name))) {
          report(node)
        }
      },
    }
  },
}

export default {
  meta: { name: 'rollcall' },
  rules: {
    'no-ambient-clock-or-chance': noAmbientClockOrChance,
    'no-re-export': noReExport,
  },
}
