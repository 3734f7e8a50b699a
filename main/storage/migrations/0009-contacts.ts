import type { Migration } from './migration.ts'

export const contacts: Migration = { version: 9, name: 'contacts', sql: '' }
