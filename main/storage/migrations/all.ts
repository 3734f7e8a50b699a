import { core } from './0001-core.ts'
import { knowledge } from './0002-knowledge.ts'
import { orders } from './0003-orders.ts'
import { dialogue } from './0004-dialogue.ts'
import { playbooks } from './0005-playbooks.ts'
import { rehearsal } from './0006-rehearsal.ts'
import { models } from './0007-models.ts'
import { inbox } from './0008-inbox.ts'
import { contacts } from './0009-contacts.ts'
import { search } from './0010-search.ts'
import { reports } from './0011-reports.ts'
import { hours } from './0012-hours.ts'
import type { Migration } from './migration.ts'

/** In order; a new one is added at the end. */
export const allMigrations: readonly Migration[] = [
  core,
  knowledge,
  orders,
  dialogue,
  playbooks,
  rehearsal,
  models,
  inbox,
  contacts,
  search,
  reports,
  hours,
]
