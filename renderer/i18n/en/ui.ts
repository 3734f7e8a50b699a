export const ui = {
  close: 'Close',
  cancel: 'Cancel',
} as const
