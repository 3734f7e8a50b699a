import { core } from './0001-core.ts'
import { knowledge } from './0002-knowledge.ts'
import type { Migration } from './migration.ts'

/** In order; a new one is added at the end. */
export const allMigrations: readonly Migration[] = [core, knowledge]
