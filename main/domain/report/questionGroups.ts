import { dot } from '#domain/knowledge/spelling.ts'

/** From here on two questions are taken to ask for the same, with the trained embedding. */
const ALIKE = 0.58

export interface Wording<Question> {
  count: number
  lastAt: number
  vector: Float32Array
  /** Newest first. */
  questions: readonly Question[]
}

export interface Group<Question> {
  count: number
  lastAt: number
  wordings: readonly Wording<Question>[]
}

/** Each wording goes to the group whose first wording it is most like. Those asked most come first, then the newest. */
export async function groupWordings<Question>(
  wordings: readonly Wording<Question>[],
  breathe: () => Promise<void>,
): Promise<Group<Question>[]> {
  const groups: { vector: Float32Array; wordings: Wording<Question>[] }[] = []
  for (const wording of wordings.toSorted(byCount)) {
    let [nearest, likeness] = [-1, ALIKE]
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index]
      const found = group === undefined ? -1 : dot(group.vector, wording.vector)
      if (found >= likeness) [nearest, likeness] = [index, found]
    }
    const group = groups[nearest]
    if (group === undefined) groups.push({ vector: wording.vector, wordings: [wording] })
    else group.wordings.push(wording)
    await breathe()
  }
  return groups
    .map(({ wordings: same }) => ({
      count: same.reduce((sum, { count }) => sum + count, 0),
      lastAt: Math.max(...same.map(({ lastAt }) => lastAt)),
      wordings: same,
    }))
    .toSorted(byCount)
}

export function byCount(one: { count: number; lastAt: number }, other: { count: number; lastAt: number }): number {
  return other.count - one.count || other.lastAt - one.lastAt
}
