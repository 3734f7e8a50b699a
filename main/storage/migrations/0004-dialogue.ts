import type { Migration } from './migration.ts'

export const dialogue: Migration = { version: 4, name: 'dialogue', sql: '' }
