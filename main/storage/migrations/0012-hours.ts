import type { Migration } from './migration.ts'

export const hours: Migration = { version: 12, name: 'hours', sql: '' }
