import { writeFile } from 'node:fs/promises'

/** Of -1000 to 1000: the more, the sooner the kernel ends a process when the memory is used up. */
const SOON = '800'

/** When the memory is used up, Linux ends this process before the one with the inbox. Elsewhere it does nothing. */
export async function endFirst(pid: number | undefined): Promise<void> {
  if (process.platform !== 'linux' || pid === undefined) return
  // A process that is gone again, or a system that forbids it, is no worse off than before.
  await writeFile(`/proc/${pid}/oom_score_adj`, SOON).catch(() => undefined)
}
