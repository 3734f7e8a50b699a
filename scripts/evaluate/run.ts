// Measures the quality of understanding, searching and deciding on public data sets.
// Usage: npm run evaluate -- DATA_FOLDER [PART...]
import { isReached, type Figure, type Part } from './figure.ts'

const parts: Record<string, () => Promise<Part>> = {
  retrieval: async () => (await import('./retrieval.ts')).retrieval,
  shops: async () => (await import('./shops.ts')).shops,
  'other-models': async () => (await import('./otherModels.ts')).otherModels,
  scope: async () => (await import('./scope.ts')).scope,
  redaction: async () => (await import('./redaction.ts')).redaction,
  behaviour: async () => (await import('./behaviour.ts')).behaviour,
  orders: async () => (await import('./tau.ts')).orders,
  'chinese-shops': async () => (await import('./chineseShops.ts')).chineseShops,
  routes: async () => (await import('./routes.ts')).routes,
  chinese: async () => (await import('./chinese.ts')).chinese,
  mood: async () => (await import('./mood.ts')).mood,
  'several-intents': async () => (await import('./intents.ts')).severalIntents,
  injection: async () => (await import('./injection.ts')).injection,
  risks: async () => (await import('./risks.ts')).risks,
}

const [folder, ...wanted] = process.argv.slice(2)
const unknown = wanted.filter(name => !(name in parts))
if (folder === undefined || unknown.length > 0) {
  console.error(`Usage: npm run evaluate -- DATA_FOLDER [${Object.keys(parts).join(' | ')}]`)
  process.exit(2)
}
const figures: (Figure & { part: string })[] = []
for (const [part, load] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(part)) continue
  console.log(`\n== ${part}`)
  const measure = await load()
  const started = performance.now()
  for (const figure of await measure(folder, line => console.log(line))) figures.push({ part, ...figure })
  console.log(`   (${Math.round((performance.now() - started) / 1000)} s)`)
}
const shown = (value: number | null) => (value === null ? '-' : value.toFixed(3)).padStart(9)
console.log(`\n${'part'.padEnd(14)}${'figure'.padEnd(64)}    value     goal baseline`)
for (const figure of figures) {
  const reached = isReached(figure)
  const verdict = reached === null ? '' : reached ? 'ok' : 'MISSED'
  console.log(
    `${figure.part.padEnd(14)}${figure.name.padEnd(64)}${shown(figure.value)}${shown(figure.goal)}${shown(figure.baseline)}  ${verdict}`,
  )
}
process.exit(0)
