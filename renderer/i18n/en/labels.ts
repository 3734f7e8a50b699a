/** The owner's labels: picking, making, arranging. */
export const labels = {
  title: 'Labels',
  takeOff: 'Take off {{name}}',
  find: 'Find or create a label',
  findOrCreate: 'Find or create…',
  typeFirst: 'Type to create your first label',
  noneYet: 'There are no labels yet.',
  createNamed: 'Create “{{name}}”',
} as const
