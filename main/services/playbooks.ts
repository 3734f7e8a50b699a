import type {
  PlaybookDetail,
  PlaybookGraph,
  PlaybookProblem,
  PlaybookSummary,
  PlaybookTestRun,
  TestAsker,
} from '#contract/playbook.ts'
import type { FactName, Reading } from '#contract/understanding.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { Asker, OrderDesk } from '#domain/orders/desk.ts'
import { graphOf } from '#domain/playbook/graph.ts'
import type { PlaybookOutcome, PlaybookTurn } from '#domain/playbook/outcome.ts'
import { textIn, type Need, type Playbook } from '#domain/playbook/playbook.ts'
import { readPlaybook } from '#domain/playbook/read.ts'
import { playbookFor } from '#domain/playbook/starts.ts'
import type { PlaybookTools } from '#domain/playbook/tools.ts'
import { awaits, continuePlaybook, startPlaybook } from '#domain/playbook/turn.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { BadSolutionRow, ReadSolutions } from '#main/ports/solutionReader.ts'
import type { Stores } from '#main/ports/stores.ts'
import { BrokenPlaybook, NotFound } from './errors.ts'
import { createSlices } from './knowledgeSlices.ts'
import { createPlaybookShelf, versionOf, type ShelfEntry } from './playbookShelf.ts'
import { createPlaybookTest } from './playbookTest.ts'
import { createSolutionSearch, type Likeness } from './solutions.ts'

export interface PlaybooksDeps {
  stores: Pick<Stores, 'playbooks' | 'solutions' | 'orders' | 'settings'>
  /** Absolute; one `<id>.yaml` for each procedure that comes with the product. */
  shippedFolder: string
  readSolutions: ReadSolutions
  likeness: Likeness
  /** For test runs. */
  deskFor(asker: Asker): OrderDesk
  read(text: string, asked: FactName | null): Reading
  clock: Clock
  /** Procedures or solutions changed. */
  onChange(): void
}

export type Playbooks = ReturnType<typeof createPlaybooks>

/** The shop's procedures: kept, checked, and played turn by turn. */
export function createPlaybooks(deps: PlaybooksDeps) {
  const { stores, clock, onChange } = deps
  const shelf = createPlaybookShelf({ store: stores.playbooks, shippedFolder: deps.shippedFolder })
  const find = createSolutionSearch({ store: stores.solutions, likeness: deps.likeness })
  const ownerLanguage = () => stores.settings.get().language.slice(0, 2)

  const counted = new Map<Need, { any: boolean; at: number }>()
  const tools: PlaybookTools = {
    has,
    findSolution: query => find(query)?.solution ?? null,
    solution: id => stores.solutions.get(id),
  }

  /** Counting every record for each message would be slow; whether there are any changes seldom. */
  function has(need: Need): boolean {
    const now = clock.now().getTime()
    const known = counted.get(need)
    if (known !== undefined && now - known.at < COUNTED_FOR_MS && now >= known.at) return known.any
    const any = hasAny(need)
    counted.set(need, { any, at: now })
    return any
  }

  function hasAny(need: Need): boolean {
    switch (need) {
      case 'orders':
        return stores.orders.count('orders') > 0
      case 'products':
        return stores.orders.count('products') > 0
      case 'solutions':
        return stores.solutions.count() > 0
      default:
        return assertNever(need)
    }
  }

  function summary({ id, enabled, edited, shipped, playbook }: ShelfEntry): PlaybookSummary {
    return {
      id,
      name: playbook === null ? id : textIn(playbook.name, ownerLanguage()),
      enabled,
      edited,
      shipped,
      intents: [...(playbook?.starts.intents ?? [])],
      missing: (playbook?.needs ?? []).filter(need => !hasAny(need)),
    }
  }

  function detail(entry: ShelfEntry): PlaybookDetail {
    return { ...summary(entry), yaml: entry.yaml, graph: graphOf(entry.steps, ownerLanguage()) }
  }

  function entry(id: string): ShelfEntry {
    const found = shelf.get(id)
    if (found === null) throw new NotFound()
    return found
  }

  function problemsOf(id: string | null, yaml: string): PlaybookProblem[] {
    const { playbook, problems } = readPlaybook(yaml)
    if (playbook === null) return problems
    const refuse = (problem: string, name: string) => [{ line: 1, path: 'id', problem, detail: name }]
    if (id === null) return shelf.get(playbook.id) === null ? [] : refuse('id-taken', playbook.id)
    return playbook.id === id ? [] : refuse('id-changed', id)
  }

  /** Goes on with a running procedure, or starts one that fits. Null: the turn is for the knowledge. */
  function consider(turn: PlaybookTurn): PlaybookOutcome | null {
    const running = turn.state.playbook === null ? null : shelf.get(turn.state.playbook.playbookId)
    if (running?.enabled && running.playbook !== null) {
      const input = {
        playbook: running.playbook,
        version: running.version,
        turn,
        tools,
        ownerLanguage: ownerLanguage(),
      }
      const outcome = awaits(input) ? continuePlaybook(input) : null
      if (outcome !== null) return outcome
    }
    const usable = [...shelf.all().values()].filter(({ enabled, playbook }) => enabled && playbook !== null)
    const fitting = playbookFor(
      usable.flatMap(({ playbook }) => playbook ?? []),
      turn,
      isReady,
    )
    if (fitting === null) return null
    const version = shelf.get(fitting.id)?.version ?? ''
    return startPlaybook({ playbook: fitting, version, turn, tools, ownerLanguage: ownerLanguage() })
  }

  function isReady({ needs }: Playbook): boolean {
    return needs.every(has)
  }

  const runTest = createPlaybookTest({ stores, tools, deskFor: deps.deskFor, read: deps.read, clock })

  return {
    consider,
    list: (): PlaybookSummary[] => [...shelf.all().values()].map(summary),
    get: (id: string): PlaybookDetail => detail(entry(id)),

    check(yaml: string): { problems: PlaybookProblem[]; graph: PlaybookGraph | null } {
      const { problems, steps } = readPlaybook(yaml)
      return { problems, graph: steps.length === 0 ? null : graphOf(steps, ownerLanguage()) }
    },

    save(id: string | null, yaml: string): PlaybookDetail {
      const before = id === null ? null : entry(id)
      const problems = problemsOf(id, yaml)
      const { playbook } = readPlaybook(yaml)
      if (problems.length > 0 || playbook === null) throw new BrokenPlaybook(problems)
      shelf.put({ id: playbook.id, yaml, enabled: before?.enabled ?? true, updatedAt: clock.now() })
      onChange()
      return detail(entry(playbook.id))
    },

    setEnabled(id: string, enabled: boolean): PlaybookSummary {
      const { yaml, edited } = entry(id)
      shelf.put({ id, yaml: edited ? yaml : null, enabled, updatedAt: clock.now() })
      onChange()
      return summary(entry(id))
    },

    reset(id: string): void {
      shelf.remove(entry(id).id)
      onChange()
    },

    /** Sends and stores nothing. */
    testRun(yaml: string, messages: readonly string[], asker: TestAsker = 'proved'): PlaybookTestRun {
      const { playbook, problems } = readPlaybook(yaml)
      if (playbook === null) throw new BrokenPlaybook(problems)
      return runTest({ playbook, version: versionOf(yaml), messages, asker, ownerLanguage: ownerLanguage() })
    },

    solutionCount: (): number => stores.solutions.count(),

    /** In small batches, so that messages are answered meanwhile. */
    async importSolutions(file: {
      name: string
      bytes: Uint8Array
    }): Promise<{ added: number; updated: number; badRows: BadSolutionRow[] }> {
      const { solutions, badRows } = await deps.readSolutions(file)
      const total = { added: 0, updated: 0 }
      const breathe = createSlices()
      for (let start = 0; start < solutions.length; start += BATCH) {
        const { added, updated } = stores.solutions.put(solutions.slice(start, start + BATCH))
        total.added += added
        total.updated += updated
        await breathe()
      }
      onChange()
      return { ...total, badRows: badRows.slice(0, MOST_BAD_ROWS) }
    },
  }
}

const BATCH = 25
const MOST_BAD_ROWS = 200
const COUNTED_FOR_MS = 2_000
