const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** How long things may take, and how much; tests take shorter ones. */
export interface HostLimits {
  beatMs: number
  /** From the start of the process to its first word. */
  startMs: number
  /** Loading: this, and more for each byte of the file. */
  loadMs: number
  loadMsPerByte: number
  unloadMs: number
  /** From a call's cancelling to its end. */
  cancelMs: number
  /** Of one call that says nothing else, waiting included. */
  callMs: number
  mostCalls: number
  /** Of one use given to the process at once; the rest waits here, so that fewer are lost with it. */
  mostInFlight: number
  idleMs: number
  deathsWindowMs: number
  /** Within that time; then it goes on with less, and after one more not at all. */
  mostDeaths: number
  firstRestartMs: number
  longestRestartMs: number
  memoryCap: number
  stateMs: number
}

export const hostLimits: HostLimits = {
  beatMs: 5 * SECOND_MS,
  startMs: 30 * SECOND_MS,
  loadMs: 60 * SECOND_MS,
  // A slow hard disk reads 50 MB a second.
  loadMsPerByte: SECOND_MS / 50e6,
  unloadMs: 20 * SECOND_MS,
  cancelMs: 2 * SECOND_MS,
  callMs: MINUTE_MS,
  mostCalls: 200,
  mostInFlight: 16,
  idleMs: 10 * MINUTE_MS,
  deathsWindowMs: 10 * MINUTE_MS,
  mostDeaths: 5,
  firstRestartMs: SECOND_MS,
  longestRestartMs: MINUTE_MS,
  memoryCap: Infinity,
  stateMs: 200,
}
