import type { Label, LabelColor } from '#contract/label.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { Stores } from '#main/ports/stores.ts'
import { NotFound, Refused, TooMany } from './errors.ts'
import type { Publish } from './events.ts'
import { createLoop } from './loop.ts'

const MOST_LABELS = 50
const TAKEN_OFF_AT_ONCE = 200
/** Between two of those, so that the inbox answers. */
const PAUSE_MS = 20

export interface LabelsDeps {
  stores: Stores
  publish: Publish
  clock: Clock
  ids: Ids
  log: Log
}

/** The owner's coloured marks. */
export function createLabels({ stores, publish, clock, ids, log }: LabelsDeps) {
  function changed(): Label[] {
    const labels = stores.labels.list()
    publish({ type: 'labelsChanged', labels })
    return labels
  }

  function label(id: string): Label {
    const found = stores.labels.get(id)
    if (!found) throw new NotFound()
    return found
  }

  function refuseTaken(name: string, exceptId: string | null) {
    const twin = stores.labels.findByName(name)
    if (twin && twin.id !== exceptId) throw new Refused('NAME_TAKEN')
  }

  /** A removed label is gone for the owner at once, and is taken off a large shop's conversations little by little. */
  const remover = createLoop({
    name: 'labels',
    clock,
    log,
    step: async () => (stores.labels.removeSome(TAKEN_OFF_AT_ONCE) ? PAUSE_MS : null),
  })

  return {
    list: (): Label[] => stores.labels.list(),
    /** The counts on screen changed. */
    changed,
    create({ name, color }: { name: string; color: LabelColor }): Label {
      refuseTaken(name, null)
      if (stores.labels.list().length >= MOST_LABELS) throw new TooMany(MOST_LABELS)
      const id = ids.next()
      if (!stores.labels.insert({ id, name, color })) throw new TooMany(MOST_LABELS)
      changed()
      return label(id)
    },
    update({ id, name, color }: { id: string; name: string; color: LabelColor }): Label {
      label(id)
      refuseTaken(name, id)
      stores.labels.update(id, { name, color })
      changed()
      return label(id)
    },
    reorder(wished: readonly string[]): Label[] {
      const known = new Set(stores.labels.list().map(({ id }) => id))
      stores.labels.reorder([...new Set(wished)].filter(id => known.has(id)))
      return changed()
    },
    remove(id: string) {
      stores.labels.hide(label(id).id)
      remover.wake()
      changed()
    },
    start: () => remover.start(),
    stop: () => remover.stop(),
  }
}
export type Labels = ReturnType<typeof createLabels>
