import type { Migration } from './migration.ts'

export const rehearsal: Migration = { version: 6, name: 'rehearsal', sql: '' }
