import { promiseStage } from '#domain/notice/promiseStage.ts'

/** How a customer's waiting stands against what they were promised. */
export type Waiting =
  | { state: 'waits'; since: Date }
  | { state: 'promised'; since: Date | null; until: Date }
  /** The promised time is near. */
  | { state: 'soon'; until: Date }
  | { state: 'late'; until: Date }

/** Null when nobody waits. A promise counts while somebody waits for it. */
export function waitingOf(
  { waitingSince, promisedBy, status }: { waitingSince: Date | null; promisedBy: Date | null; status: string },
  now: Date,
): Waiting | null {
  if (status !== 'open') return null
  if (promisedBy !== null) {
    switch (promiseStage(promisedBy, now)) {
      case 2:
        return { state: 'late', until: promisedBy }
      case 1:
        return { state: 'soon', until: promisedBy }
      case 0:
        return { state: 'promised', since: waitingSince, until: promisedBy }
    }
  }
  return waitingSince === null ? null : { state: 'waits', since: waitingSince }
}
