/** What the owner wrote or chose about a contact. */
export interface ContactParts {
  name: string
  note: string
  language: string | null
  labelIds: readonly string[]
}

/** What undoing a merge needs: both as they were, and what they became. */
export interface MergeRecord {
  into: ContactParts
  from: ContactParts & { no: number; createdAt: number; handleIds: readonly string[] }
  merged: ContactParts
}

const BETWEEN = '\n\n'

export function mergedParts(into: ContactParts, from: ContactParts): ContactParts {
  return {
    name: into.name || from.name,
    note: mergedNote(into.note, from.note),
    language: into.language ?? from.language,
    labelIds: [...new Set([...into.labelIds, ...from.labelIds])].toSorted(),
  }
}

function mergedNote(into: string, from: string): string {
  if (into === from || from.trim() === '') return into
  return into.trim() === '' ? from : into + BETWEEN + from
}

/** As it was, save what the owner or another merge has changed since. */
export function partsAfterUndo(now: ContactParts, { into, from, merged }: MergeRecord): ContactParts {
  const came = new Set(from.labelIds.filter(id => !into.labelIds.includes(id)))
  return {
    name: now.name === merged.name ? into.name : now.name,
    note:
      now.note === merged.note ? into.note : merged.note === into.note ? now.note : noteWithout(now.note, from.note),
    language: now.language === merged.language ? into.language : now.language,
    labelIds: now.labelIds.filter(id => !came.has(id)),
  }
}

/** Takes out what came with the other contact; what was written into it stays. */
function noteWithout(note: string, piece: string): string {
  if (note === piece) return ''
  if (note.startsWith(piece + BETWEEN)) return note.slice(piece.length + BETWEEN.length)
  if (note.endsWith(BETWEEN + piece)) return note.slice(0, -piece.length - BETWEEN.length)
  const at = note.indexOf(BETWEEN + piece + BETWEEN)
  return at === -1 ? note : note.slice(0, at) + note.slice(at + BETWEEN.length + piece.length)
}

/** The handles that go back; none when the two cannot be told apart any more. */
export function handlesToGoBack(
  { from }: Pick<MergeRecord, 'from'>,
  handles: readonly { id: string }[],
): readonly string[] {
  const going = handles.filter(({ id }) => from.handleIds.includes(id)).map(({ id }) => id)
  return going.length < handles.length ? going : []
}
