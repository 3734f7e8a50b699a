import type { Migration } from './migration.ts'

export const inbox: Migration = { version: 8, name: 'inbox', sql: '' }
