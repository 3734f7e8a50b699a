import type { Migration } from './migration.ts'

export const hours: Migration = {
  version: 12,
  name: 'hours',
  sql: `
    -- When the assistant may speak, as JSON; null for always.
    alter table channel add column schedule text;
  `,
}
