import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of the sample shop, by what they are read as. */
export function demoFiles(resourcesFolder: string) {
  const filesOf = (topic: string) => {
    const folder = join(resourcesFolder, 'demo', topic)
    return readdirSync(folder)
      .toSorted()
      .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  }
  return { knowledge: filesOf('knowledge'), orders: filesOf('orders'), solutions: filesOf('solutions') }
}
