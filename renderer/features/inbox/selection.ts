import { ask, useInbox } from './inboxStore.ts'

/** The last row that was ticked by hand: where a range begins. */
let anchorId: string | null = null

export function toggleSelected(id: string) {
  anchorId = id
  setSelected([id], !useInbox.getState().selected.has(id))
}

/** Everything from the row ticked last to this one becomes as that one is. */
export function selectRange(id: string) {
  const { items, selected } = useInbox.getState()
  const to = items.findIndex(item => item.id === id)
  const from = items.findIndex(item => item.id === anchorId)
  if (from < 0 || to < 0 || anchorId === null) return toggleSelected(id)
  const range = items.slice(Math.min(from, to), Math.max(from, to) + 1)
  setSelected(
    range.map(item => item.id),
    selected.has(anchorId),
  )
}

/** All that is loaded. */
export function selectAllShown() {
  useInbox.setState(({ items }) => ({ selected: new Set(items.map(({ id }) => id)) }))
}

export function clearSelected() {
  anchorId = null
  if (useInbox.getState().selected.size > 0) useInbox.setState({ selected: new Set() })
}

/** With whatever was being asked about it. */
export function leaveSelection() {
  clearSelected()
  ask(null)
}

function setSelected(ids: readonly string[], isOn: boolean) {
  useInbox.setState(state => {
    const selected = new Set(state.selected)
    for (const id of ids) {
      if (isOn) selected.add(id)
      else selected.delete(id)
    }
    return { selected }
  })
}
