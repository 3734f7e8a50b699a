import type { Migration } from './migration.ts'

export const playbooks: Migration = { version: 5, name: 'playbooks', sql: '' }
