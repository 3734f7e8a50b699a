export const ui = {
  close: 'Close',
  cancel: 'Cancel',
  notices: 'Notices',
} as const
