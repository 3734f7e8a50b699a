import type { Migration } from './migration.ts'

export const search: Migration = { version: 10, name: 'search', sql: '' }
