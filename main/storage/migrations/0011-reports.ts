import type { Migration } from './migration.ts'

export const reports: Migration = { version: 11, name: 'reports', sql: '' }
