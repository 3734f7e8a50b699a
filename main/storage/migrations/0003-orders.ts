import type { Migration } from './migration.ts'

export const orders: Migration = { version: 3, name: 'orders', sql: '' }
